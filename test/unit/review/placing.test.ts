import fc from "fast-check";
import { expect, test } from "vitest";
import { anchorsIn } from "../../../src/review/anchors.js";
import { codePointsOf } from "../../../src/review/codePoints.js";
import type { Decision } from "../../../src/review/decision.js";
import type { Placement } from "../../../src/review/placement.js";
import { heldSpan } from "../../../src/review/placement.js";
import { placeDecisions, shiftedPlacements } from "../../../src/review/placing.js";
import { editedText, spanShift } from "../../../src/review/textEdits.js";
import { on, reviewer, spanOf } from "./decisionFixtures.js";

const TEXT = `The harbour master spoke first.
“We lost four boats in the storm and nobody slept that night,” said Orlik.
Further down the quay a second man, who gave his name as Reddig, said the same thing in other words.
“The storm took the boats, and the boats were all we had,” he added. Reddig then left. Orlik did not.
`;

function placed(before: string, words: string, after: string, nth = 0, item: "quotation" | "mention" = "quotation"): Placement {
  const decisions = reviewer("Ada").here({ kind: "accept", target: on(before, words, item, nth) });
  return placeDecisions(decisions, after, "other")[0].placement;
}

test("words at their place are anchored", () => {
  expect(placed(TEXT, "four boats", TEXT)).toEqual({ kind: "anchored", span: spanOf(TEXT, "four boats") });
  const appended = `${TEXT}And so on.`;
  expect(placed(TEXT, "four boats", appended)).toEqual({ kind: "anchored", span: spanOf(TEXT, "four boats") });
});

test("words that stand elsewhere have moved, also where the place holds the same words of another passage", () => {
  const longer = `A line before.\n${TEXT}`;
  expect(placed(TEXT, "four boats", longer)).toEqual({ kind: "moved", span: spanOf(longer, "four boats"), wordsChanged: false });
  expect(placed(TEXT, "Reddig", longer, 1, "mention")).toEqual({ kind: "moved", span: spanOf(longer, "Reddig", 1), wordsChanged: false });
});

test("other line breaks, quotation marks and hard spaces change no words", () => {
  const wrapped = TEXT.replaceAll("\n", "\r\n").replace("four boats", "four\r\n\u00a0boats").replaceAll("“", '"').replaceAll("”", '"');
  const placement = placed(TEXT, "“We lost four boats in the storm and nobody slept that night,”", wrapped);
  expect(placement).toMatchObject({ kind: "moved", wordsChanged: false });
  const span = heldSpan(placement);
  expect(wrapped.slice(span?.start, span?.end)).toBe('"We lost four\r\n\u00a0boats in the storm and nobody slept that night,"');
});

test("another wording is found and says so", () => {
  const edited = TEXT.replace("nobody slept that night", "nobody slept that whole night");
  const placement = placed(TEXT, "“We lost four boats in the storm and nobody slept that night,”", edited);
  expect(placement).toMatchObject({ kind: "moved", wordsChanged: true });
  const span = heldSpan(placement);
  expect(edited.slice(span?.start, span?.end)).toBe("“We lost four boats in the storm and nobody slept that whole night,”");
});

test.each([
  ["a number", "four boats", "five boats"],
  ["a figure", "We lost four", "We lost 14"],
  ["a negation", "and nobody slept", "and everybody slept"],
  ["a negation put in", "We lost four", "We never lost four"],
  ["a name", "in the storm", "in the Storm"],
  ["a question", "that night,”", "that night?”"],
])("%s that changes needs a second look", (_, from, to) => {
  const edited = TEXT.replace(from, to);
  expect(placed(TEXT, "“We lost four boats in the storm and nobody slept that night,”", edited)).toMatchObject({
    kind: "second-look",
    reason: "meaning",
  });
});

test("words that are gone are orphaned, and a decision never goes over to the same words elsewhere", () => {
  const gone = TEXT.replace(/“We lost.*\n/, "");
  expect(placed(TEXT, "“We lost four boats in the storm and nobody slept that night,”", gone)).toEqual({ kind: "orphaned" });
  const oneLeft = TEXT.replace(" Reddig then left.", " He then left.");
  expect(placed(TEXT, "Reddig", oneLeft, 1, "mention")).toMatchObject({ kind: "second-look", reason: "context" });
});

test("two places that are as good need a second look", () => {
  const moved = `${"x".repeat(300)}\n${TEXT}${TEXT}`;
  expect(placed(TEXT, "a second man", moved)).toMatchObject({ kind: "second-look", reason: "ambiguous" });
});

test("a new extent follows its words", () => {
  const decisions = reviewer("Ada").here({
    kind: "resize",
    target: on(TEXT, "four boats", "quotation"),
    to: anchorsIn(TEXT).anchor(spanOf(TEXT, "lost four boats in the storm")),
  });
  const longer = `😀 before.\n${TEXT}`;
  expect(placeDecisions(decisions, longer, "other")[0].extent).toEqual(spanOf(longer, "lost four boats in the storm"));
  const cut = longer.replace("boats in the storm", "boats in a storm");
  expect(placeDecisions(decisions, cut, "other")[0]).toMatchObject({ placement: { kind: "second-look" } });
});

test("an approximate search over a long passage", () => {
  const letter = (rank: number): string => String.fromCharCode(97 + (rank % 26));
  const words = Array.from({ length: 400 }, (_, i) => `${letter(i * i)}${letter(i >> 4)}o${letter(i)}${letter(i * 11)}`).join(" ");
  const before = `Start. ${words} End.`;
  const after = before.replace(/( \w+){200}/, "$& indeed");
  expect(after).not.toBe(before);
  expect(placed(before, words, after)).toMatchObject({ kind: "moved", wordsChanged: true });
});

test("while typing, what is typed inside a quotation puts its decisions in doubt, and a name that is cut is orphaned", () => {
  const ada = reviewer("Ada");
  const decisions = ada.here(
    {
      kind: "verdict",
      target: on(TEXT, "“We lost four boats in the storm and nobody slept that night,”", "quotation"),
      verdict: "verified",
    },
    { kind: "accept", target: on(TEXT, "Orlik", "mention") },
    { kind: "accept", target: on(TEXT, "harbour", "mention") },
  );
  const before = placeDecisions(decisions, TEXT, "other");
  const inside = spanOf(TEXT, "four boats").start;
  const cut = spanOf(TEXT, "Orlik").start + 2;
  const after = shiftedPlacements(before, [
    { offset: inside, length: 0, text: "some " },
    { offset: cut, length: 1, text: "" },
  ]);
  expect(after.map(({ placement }) => placement)).toMatchObject([
    { kind: "moved", wordsChanged: true },
    { kind: "orphaned" },
    { kind: "anchored" },
  ]);
  expect(after[2]).toBe(before[2]);
});

test("code points and UTF-16 code units agree with the text's own iteration", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "é", "😀", "\ud83d", "\ude00", "\n", "ש") }), (text) => {
      const points = codePointsOf(text);
      let units = 0;
      let count = 0;
      for (const char of text) {
        expect(points.toPoints(units)).toBe(count);
        expect(points.toUnits(count)).toBe(units);
        units += char.length;
        count++;
      }
      expect(points.toPoints(text.length)).toBe(count);
      expect(points.toUnits(count)).toBe(text.length);
    }),
  );
});

/** Words no two of which are alike, so that a place can be told by its words. */
const uniqueWords = fc
  .array(fc.constantFrom("lo", "ra", "mi", "ke", "su", "to", "va"), { minLength: 60, maxLength: 160 })
  .map((parts) =>
    parts
      .map(
        (part, rank) =>
          `${part}${String.fromCharCode(97 + (rank % 26))}${String.fromCharCode(97 + Math.floor(rank / 26))}${rank % 9 === 8 ? ".\n" : ""}`,
      )
      .join(" "),
  );

const scripts = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(30),
    text: fc.constantFrom("", "x", " new words", "😀", "\r\n", " lo ra mi"),
  }),
  { maxLength: 8 },
);

test("after any edits a decision stands on its own words or is flagged", () => {
  fc.assert(
    fc.property(uniqueWords, fc.nat(40), fc.integer({ min: 1, max: 4 }), scripts, (text, from, count, script) => {
      const words = [...text.matchAll(/\S+/g)];
      const first = words[from];
      const last = words[from + count];
      const span = { start: first.index, end: last.index + last[0].length };
      const decisions = reviewer("Ada").here({ kind: "accept", target: anchorsIn(text).target(span, "mention") });
      let now = text;
      let tracked: typeof span | null = span;
      for (const { at, cut, text: put } of script) {
        const offset = Math.floor(at * now.length);
        const edit = { offset, length: Math.min(cut, now.length - offset), text: put };
        tracked = tracked && spanShift([edit]).whole(tracked);
        now = editedText(now, [edit]);
      }
      const { placement } = placeDecisions(decisions, now, "other")[0];
      const held = heldSpan(placement);
      if (!held) return;
      if (tracked) expect(held).toEqual(tracked);
      else if (placement.kind === "anchored") expect(now.slice(held.start, held.end)).toBe(text.slice(span.start, span.end));
    }),
    { numRuns: 500 },
  );
});

test("placing neither throws nor hangs on any text and anchor", () => {
  const hostile = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "😀", "\ud800", "“", "1"), maxLength: 200 });
  fc.assert(
    fc.property(hostile, hostile, hostile, fc.nat(300), (text, exact, context, start) => {
      const [made] = reviewer("Ada").here({ kind: "accept", target: on("word", "word", "mention") });
      const decision: Decision = {
        ...made,
        kind: "accept",
        target: {
          kind: "span",
          item: "mention",
          sha256: "",
          anchor: { start, end: start + exact.length, exact, prefix: context, suffix: context },
        },
      };
      const held = heldSpan(placeDecisions([decision], text, "other")[0].placement);
      if (held) {
        expect(held.start).toBeGreaterThanOrEqual(0);
        expect(held.end).toBeLessThanOrEqual(text.length);
        expect(held.end).toBeGreaterThan(held.start);
      }
    }),
  );
});

test("words that are no longer like the old ones are in doubt where both sides still stand, and gone where one is", () => {
  const edited = TEXT.replace("four boats in", "nearly all of the four small boats in");
  expect(placed(TEXT, "four boats", edited)).toMatchObject({
    kind: "second-look",
    span: spanOf(edited, "nearly all of the four small boats"),
  });
  expect(placed(TEXT, "four boats", edited.replace("in the storm and", "at sea and"))).toEqual({ kind: "orphaned" });
  expect(placed(TEXT, "four boats", TEXT.replace("four boats ", ""))).toEqual({ kind: "orphaned" });
});
