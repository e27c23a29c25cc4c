import fc from "fast-check";
import { expect, test } from "vitest";
import { anchorsIn } from "../../../src/review/anchors.js";
import { annotationOf } from "../../../src/review/annotation.js";
import { decisionFrom } from "../../../src/review/annotationReading.js";
import { byTime, type Decision, type DecisionBody } from "../../../src/review/decision.js";
import { historyOf, redone, undone } from "../../../src/review/history.js";
import { decisionsIn, EMPTY_JOURNAL, mergedJournals, printJournal, readJournal, withDecisions } from "../../../src/review/journal.js";
import { on, person, reviewer, spanOf } from "./decisionFixtures.js";

const TEXT = "Orlik 😀 said: “We counted nine boats.” Reddig left.";
const MENTION = on(TEXT, "Orlik", "mention");
const QUOTATION = on(TEXT, "“We counted nine boats.”", "quotation");

const BODIES: readonly DecisionBody[] = [
  { kind: "accept", target: MENTION },
  { kind: "reject", target: person("Orlik"), settles: ["urn:uuid:x"] },
  { kind: "change-type", target: person("Orlik"), type: "place" },
  { kind: "rename", target: person("Orlik"), name: 'Ürlik "O"' },
  { kind: "merge", target: person("Orlik"), into: person("Reddig") },
  { kind: "keep-apart", target: person("Orlik"), from: person("Reddig") },
  { kind: "keep-apart", target: { ...person("Orlik"), document: "a.txt" }, from: { ...person("Orlik"), document: "b c/ä.txt" } },
  { kind: "take-out", target: MENTION, from: person("Orlik"), to: null },
  { kind: "take-out", target: MENTION, from: person("Orlik"), to: person("Reddig") },
  { kind: "add-name", target: MENTION, of: person("Orlik") },
  { kind: "add-name", target: person("Orlik"), of: person("Orlik") },
  { kind: "resize", target: MENTION, to: anchorsIn(TEXT).anchor(spanOf(TEXT, "Orlik 😀")) },
  { kind: "verdict", target: QUOTATION, verdict: "to-be-checked" },
  { kind: "speaker", target: QUOTATION, speaker: { kind: "entity", name: person("Orlik") } },
  { kind: "speaker", target: QUOTATION, speaker: { kind: "typed", name: "Marten" } },
  { kind: "speaker", target: QUOTATION, speaker: { kind: "unnamed" } },
  { kind: "speaker", target: QUOTATION, speaker: { kind: "nobody" } },
  { kind: "not-a-quotation", target: QUOTATION },
  { kind: "add-quotation", target: QUOTATION, quoteKind: "mixed" },
  { kind: "comment", target: QUOTATION, text: "Is it *so*?\n[x](command:y)" },
  { kind: "comment", target: person("Orlik"), text: "Who?" },
  { kind: "comment", target: { kind: "decision", id: "urn:uuid:a" }, text: "Yes." },
  { kind: "edit-comment", target: { kind: "decision", id: "urn:uuid:a" }, text: "No." },
  { kind: "resolve-comment", target: { kind: "decision", id: "urn:uuid:a" }, resolved: true },
  { kind: "ignore-finding", target: on(TEXT, "nine boats", "selection"), rule: "quote-altered", reason: "He said it so\nlater." },
  { kind: "status", target: { kind: "document" }, status: "in-review" },
];

test.each(BODIES)("a line of $kind is read back as it was", (body) => {
  const [decision] = reviewer("Ada", "sources/Ä b#1.txt").here(body);
  const line = JSON.stringify(annotationOf(decision));
  expect(decisionFrom(JSON.parse(line))).toEqual(decision);
  expect(line).not.toContain("\n");
});

test("decisions on names may hold everywhere, others may not", () => {
  const [everywhere] = reviewer("Ada").everywhere({ kind: "reject", target: person("Orlik") });
  expect(decisionFrom(annotationOf(everywhere))).toEqual(everywhere);
  const [wrong] = reviewer("Ada").everywhere({ kind: "accept", target: MENTION });
  expect(decisionFrom(annotationOf(wrong))).toBeUndefined();
});

test("a name in a document that leads out of the folder is no decision", () => {
  const [decision] = reviewer("Ada").everywhere({
    kind: "merge",
    target: person("Orlik"),
    into: { ...person("Orlik"), document: "../a.txt" },
  });
  expect(decisionFrom(annotationOf(decision))).toBeUndefined();
});

test("positions in a line count code points", () => {
  const [decision] = reviewer("Ada").here({ kind: "accept", target: QUOTATION });
  const { start, end } = QUOTATION.anchor;
  expect([...TEXT].slice(start, end).join("")).toBe("“We counted nine boats.”");
  expect(JSON.stringify(annotationOf(decision))).toContain(`{"type":"TextPositionSelector","start":${start},"end":${end}}`);
});

test("lines are sorted by id, and what cannot be read is kept as it is", () => {
  const decisions = reviewer("Ada").here(...BODIES.slice(0, 3));
  const text = printJournal(withDecisions(EMPTY_JOURNAL, [...decisions].reverse()));
  const damaged = `<<<<<<< HEAD\n${text.replaceAll("\n", "\r\n")}not json {\n{"id":"urn:x","type":"Annotation"}\n\n`;
  const journal = readJournal(`\ufeff${damaged}`);
  expect(decisionsIn(journal)).toEqual([...decisions].sort(byTime));
  expect(printJournal(journal)).toBe(`${text}<<<<<<< HEAD\nnot json {\n{"id":"urn:x","type":"Annotation"}\n`);
});

test("a line that did not change is written as it was read, with the keys of other programs", () => {
  const [one] = reviewer("Ada").here(BODIES[0]);
  const line = JSON.stringify({ stylesheet: "x", ...annotationOf(one) });
  expect(printJournal(readJournal(line))).toBe(`${line}\n`);
});

test.each([
  ["deep nesting", `${"[".repeat(200_000)}${"]".repeat(200_000)}`],
  ["deep nesting in a key", `{"id":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}`],
  ["a line of ten megabytes", `{"id":"${"x".repeat(10_000_000)}"}`],
  ["prototype keys", '{"__proto__":{"id":"urn:x"},"constructor":{"prototype":{"id":"y"}}}'],
  ["numbers where texts should be", '{"id":1,"creator":{"name":[]},"target":{"source":{}}}'],
  ["null", "null"],
])("%s is kept unread", (_, line) => {
  const journal = readJournal(`${line}\n`);
  expect(journal.lines.size).toBe(0);
  expect(printJournal(journal)).toBe(`${line}\n`);
  expect(Object.hasOwn(Object.prototype, "id")).toBe(false);
});

test.each(["../other.txt", "/etc/passwd", "a/../../b.txt", "C:\\x", "%2e%2e/x", "a%00"])(
  "a line whose document is %s is not taken",
  (path) => {
    const [decision] = reviewer("Ada").here({ kind: "status", target: { kind: "document" }, status: "done" });
    expect(decisionFrom({ ...annotationOf(decision), target: { source: path } })).toBeUndefined();
  },
);

test("reading neither throws nor loses a line, whatever the text", () => {
  const values = fc.json({ maxDepth: 4 });
  const noise = fc.string({ unit: fc.constantFrom("{", "}", '"', "\\", "a", "\r", ":", "[") });
  fc.assert(
    fc.property(fc.array(fc.oneof(values, noise)), (parts) => {
      const lines = parts.map((part) => part.replaceAll("\n", " ")).filter((line) => line.trim() !== "");
      const journal = readJournal(lines.join("\n"));
      expect(new Set(printJournal(journal).split("\n").slice(0, -1))).toEqual(new Set(lines));
    }),
  );
});

/** Two reviewers' strokes, undos and redos in any order, as the states of their decisions. */
const actions = fc.array(
  fc.record({
    who: fc.constantFrom(0, 1),
    what: fc.constantFrom("decide", "undo", "redo", "reload", "bulk"),
    body: fc.nat(BODIES.length - 1),
  }),
  { maxLength: 30 },
);

test("whatever is decided, undone, saved and read again on two sides, both sides end with the same lines", () => {
  fc.assert(
    fc.property(actions, (script) => {
      const people = [reviewer("Ada"), reviewer("Bo")];
      let sides = [EMPTY_JOURNAL, EMPTY_JOURNAL];
      const memory = new Map<string, Decision>();
      script.forEach(({ who, what, body }, step) => {
        const now = new Date(Date.UTC(2026, 1, 1) + step * 1000).toISOString();
        const known = decisionsIn(sides[who]);
        let written: readonly Decision[] = [];
        if (what === "undo") written = undone(known, now);
        else if (what === "redo") written = redone(known, now);
        else if (what === "reload") sides = sides.map((side, rank) => (rank === who ? readJournal(printJournal(side)) : side));
        else
          written = people[who]
            .here(...BODIES.slice(body, body + (what === "bulk" ? 5 : 1)))
            .map((one) => ({ ...one, created: now, modified: now }));
        sides = sides.map((side, rank) => (rank === who ? withDecisions(side, written) : side));
        for (const decision of written) memory.set(decision.id, decision);
      });
      const merged = mergedJournals(sides[0], sides[1]);
      expect(printJournal(mergedJournals(sides[1], sides[0]))).toBe(printJournal(merged));
      expect(printJournal(mergedJournals(merged, sides[0]))).toBe(printJournal(merged));
      expect(decisionsIn(readJournal(printJournal(merged)))).toEqual([...memory.values()].sort(byTime));
    }),
  );
});

test("a line undone on one side is not brought back by the other's older line", () => {
  const [decision] = reviewer("Ada").here(BODIES[0]);
  const old = withDecisions(EMPTY_JOURNAL, [decision]);
  const newer = withDecisions(old, undone([decision], "2026-02-01T00:00:00.000Z"));
  for (const merged of [mergedJournals(old, newer), mergedJournals(newer, old)]) {
    expect(decisionsIn(merged).map(({ state }) => state)).toEqual(["undone"]);
  }
});

test("undo goes back stroke by stroke, redo forth, and a new stroke ends what could be redone", () => {
  const ada = reviewer("Ada");
  const strokes = [ada.here(BODIES[0]), ada.here(BODIES[1], BODIES[2]), ada.here(BODIES[3])];
  let journal = withDecisions(EMPTY_JOURNAL, strokes.flat());
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 5, 1) + 60_000 * minute++).toISOString();
  const active = () => decisionsIn(journal).filter(({ state }) => state === "active").length;
  const write = (decisions: readonly Decision[]) => {
    journal = readJournal(printJournal(withDecisions(journal, decisions)));
    return decisions.length;
  };
  expect(historyOf(decisionsIn(journal)).map(({ decisions }) => decisions.length)).toEqual([1, 2, 1]);
  expect(write(undone(decisionsIn(journal), now()))).toBe(1);
  expect(write(undone(decisionsIn(journal), now()))).toBe(2);
  expect(active()).toBe(1);
  expect(write(redone(decisionsIn(journal), now()))).toBe(2);
  expect(write(redone(decisionsIn(journal), now()))).toBe(1);
  expect(write(redone(decisionsIn(journal), now()))).toBe(0);
  expect(active()).toBe(4);
  write(undone(decisionsIn(journal), now()));
  const at = now();
  write(ada.here(BODIES[4]).map((one) => ({ ...one, created: at, modified: at })));
  expect(write(redone(decisionsIn(journal), now()))).toBe(0);
});

test("undo sets a later time even where the clock went back, and leaves other reviewers' strokes where asked", () => {
  const decisions = [...reviewer("Ada").here(BODIES[0]), ...reviewer("Bo").here(BODIES[1])];
  const [changed] = undone(decisions, "2020-01-01T00:00:00.000Z", "Ada");
  expect(changed.creator).toBe("Ada");
  expect(changed.modified > decisions[0].modified).toBe(true);
});
