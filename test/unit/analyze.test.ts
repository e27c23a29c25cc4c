import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis, Span } from "../../src/analysis/analysis.js";
import { analyze, createAnalyzer } from "../../src/analysis/analyze.js";
import { growthFourfold } from "./growth.js";
import { MARKDOWN, NEWS_PAGE, PLAIN_PROSE, TRANSCRIPT, WIRE_DISPATCH } from "./sections/documents.js";

/** Pieces that, put together at random, make the turns that documents take, and the bad ones. */
const PIECES = [
  "Prime Minister Ana Petrova said, “We will rebuild it.” ",
  "Petrova told reporters that the ministry had agreed. ",
  "“The river took it,” she said, “and we will take it back.” ",
  'He called it "a must" and left. ',
  "The Council of Varna (CV) met on Friday, June 13, 2014. ",
  "CV members from the United States, the US and Bogotá's mayor José María Ñúñez came yesterday. ",
  "Sources said that al-Maliki's men had gone. ",
  "By Jane Doe\n",
  "Topics covered\n\nvarna, ana petrova\n\n",
  "VARNA, June 13 (AP) - ",
  "# A heading\n\n",
  "Q: Why?\nA: Because.\n",
  "IN CAPITALS THROUGHOUT\n\n",
  "\n\n",
  "\r\n",
  "“",
  "”",
  '"',
  "'",
  "😀👨‍👩‍👧",
  "\u00A0",
  "\uFEFF",
  "e\u0301",
  "قال المالكي: «لا». ",
  "אמר שר החוץ. ",
  "\ud83d",
  "\udc00",
  "More from Jane Doe\n",
] as const;

const anyDocument = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));
const anyText = fc.oneof(anyDocument, fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: "grapheme", maxLength: 200 }));

/** What must be true of every analysis, whatever the text. */
function checkInvariants(text: string, analysis: Analysis): void {
  const inside = ({ start, end }: Span): boolean => Number.isInteger(start) && start >= 0 && start <= end && end <= text.length;
  const single = (surface: string): string => surface.replace(/\s+/g, " ");

  let at = 0;
  for (const section of analysis.document.sections) {
    expect(inside(section) && section.start >= at).toBe(true);
    at = section.end;
  }

  const ids = new Set(analysis.entities.map(({ id }) => id));
  expect(ids.size).toBe(analysis.entities.length);
  const mentions: Span[] = [];
  for (const { name, aliases, mentions: own, rolePlaces } of analysis.entities) {
    const forms = new Set([name, ...aliases].map(single));
    for (const mention of own) {
      expect(inside(mention)).toBe(true);
      if (mention.kind === "name") expect(forms).toContain(single(text.slice(mention.start, mention.end)));
      mentions.push(mention);
    }
    expect(own.length).toBeGreaterThan(0);
    for (const place of rolePlaces) expect(inside(place)).toBe(true);
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  for (let i = 1; i < mentions.length; i++) {
    const [a, b] = [mentions[i - 1], mentions[i]];
    expect(b.start >= a.end || b.end <= a.end).toBe(true);
  }

  for (const { start, end, spans, speaker, cue, about } of analysis.quotes) {
    expect(inside({ start, end })).toBe(true);
    expect(spans.every(inside)).toBe(true);
    expect(cue === null || inside(cue)).toBe(true);
    expect(speaker === null || (inside(speaker) && (speaker.entity === null || ids.has(speaker.entity)))).toBe(true);
    expect(about.every((id) => ids.has(id))).toBe(true);
  }
  for (const { entity, mentions: own } of analysis.topics) {
    expect(entity === null || ids.has(entity)).toBe(true);
    expect(own.every(inside)).toBe(true);
  }
  at = 0;
  for (const date of analysis.dates) {
    expect(inside(date) && date.start >= at).toBe(true);
    at = date.end;
  }
  expect(analysis.document.length).toBe(text.length);
}

describe("the analysis of any text", () => {
  it("has every offset in place, every name's surface form, no mention across another, disjoint sections", () => {
    fc.assert(
      fc.property(anyText, (text) => checkInvariants(text, analyze(text))),
      { numRuns: 100 },
    );
  }, 60_000);

  it("calls the letter of an answer no name of the one who gives it", () => {
    const text = "“The river took it,” she said, “and we will take it back.” By Jane Doe\nQ: Why?\nA: Because.\n";
    checkInvariants(text, analyze(text));
  });

  it("is the same for the same text", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        expect(analyze(text)).toEqual(analyze(text));
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it("is the same after edits as when made afresh", () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(40),
      insert: fc.constantFrom(...PIECES, "", "x"),
    });
    fc.assert(
      fc.property(anyDocument, fc.array(edit, { minLength: 1, maxLength: 5 }), (start, edits) => {
        const analyzer = createAnalyzer();
        let text = start;
        analyzer.analyze(text);
        for (const { at, remove, insert } of edits) {
          const offset = Math.floor(at * text.length);
          text = text.slice(0, offset) + insert + text.slice(offset + remove);
          expect(analyzer.analyze(text)).toEqual(analyze(text));
        }
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it("can be sent as JSON", () => {
    const analysis = analyze(NEWS_PAGE, "news.txt");
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
    expect(analysis.document.path).toBe("news.txt");
  });
});

describe("the analysis of documents of each form", () => {
  it.each([
    ["a news page", NEWS_PAGE],
    ["a wire dispatch", WIRE_DISPATCH],
    ["a transcript", TRANSCRIPT],
    ["Markdown", MARKDOWN],
    ["prose", PLAIN_PROSE],
  ])("%s, with any line ends", (_, text) => {
    for (const ends of [text, text.replaceAll("\n", "\r\n"), `\uFEFF${text}`]) checkInvariants(ends, analyze(ends));
    expect(analyze(text.replaceAll("\n", "\r\n")).document.sections.map(({ kind }) => kind)).toEqual(
      analyze(text).document.sections.map(({ kind }) => kind),
    );
    expect(analyze(`\uFEFF${text}`).document.title).toBe(analyze(text).document.title);
  });
});

describe("bad input", () => {
  it.each([
    ["nothing", ""],
    ["white space", " \n\r\n\t\u00A0\n"],
    ["only quotation marks", "“”\"\"''‘’«»„“".repeat(500)],
    ["unbalanced marks", "“He said “that ‘it was “never closed. ".repeat(300)],
    ["closing marks only", "He left.” She stayed.” ".repeat(300)],
    ["a null character", "He said \u0000 nothing.\u0000"],
    ["binary", String.fromCharCode(...Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))],
    ["lone surrogates", "\ud800 said \udc00 “\ud83d” \udfff"],
    ["emoji and joiners", "👨‍👩‍👧‍👦🇫🇷 Ana 😀 said, “👍🏽” to José. ".repeat(50)],
    ["combining marks", `Jose\u0301 Mari\u0301a said “si\u0301”. ${"a".repeat(3)}${"\u0301".repeat(2000)}`],
    ["Arabic and Hebrew", 'قال نوري المالكي: «لن نغادر». אמר שר החוץ: "לא".\n'.repeat(50)],
    ["Chinese and Russian", "外交部发言人说：“不。” Министр сказал: «Нет».\n".repeat(50)],
    ["no punctuation", "the mayor said that the bridge is gone and Ana Petrova left for Varna ".repeat(100)],
    ["capitals throughout", NEWS_PAGE.toUpperCase()],
    ["small letters throughout", NEWS_PAGE.toLowerCase()],
    ["a table", "| Ana Petrova | mayor |\n|---|---|\n".repeat(200)],
  ])("%s", (_, text) => {
    checkInvariants(text, analyze(text));
  });

  it("one line of five megabytes", () => {
    const text = "Mayor Ana Petrova said that “the bridge is gone,” and left for Varna on Friday. ".repeat(62_500);
    const analysis = analyze(text);
    expect(analysis.document.length).toBe(text.length);
    expect(analysis.dates.length).toBe(0);
    expect(analysis.entities.length).toBeGreaterThan(0);
  }, 120_000);

  it("five megabytes without a space", () => {
    const analysis = analyze("x".repeat(5_000_000));
    expect(analysis.entities).toEqual([]);
  }, 60_000);

  it("a hundred thousand names, one a line", () => {
    const given = ["Ana", "José", "Li", "Omar", "Ruth", "Tom", "Zoë", "Ivan"];
    const syllables = ["pe", "tro", "va", "mar", "lin", "so", "kan", "du", "bel", "ri"];
    const names = Array.from({ length: 100_000 }, (_, i) => {
      const surname = [...String(i)].map((digit) => syllables[Number(digit)]).join("");
      return `${given[i % given.length]} ${surname[0].toUpperCase()}${surname.slice(1)}`;
    });
    const text = names.join("\n");
    expect(analyze(text).document.length).toBe(text.length);
  }, 120_000);

  it("has a digest for lone surrogates: that of the replacement character", () => {
    expect(analyze("\ud800").document.sha256).toBe(analyze("\ufffd").document.sha256);
    expect(analyze("abc").document.sha256).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

describe("the time an analysis takes", () => {
  it.each([
    ["news", (n: number) => Array.from({ length: n }, (_, i) => NEWS_PAGE.replaceAll("Varna", `Varna${i % 50}`)).join("\n"), 60],
    ["one line", (n: number) => "Ana Petrova said “no” on Friday to José Ñúñez. ".repeat(n), 1500],
    ["open marks", (n: number) => "“He said so. ".repeat(n), 4000],
    ["names", (n: number) => Array.from({ length: n }, (_, i) => `Ana Petro${i}va`).join("\n"), 2000],
  ])(
    "of %s grows no faster than the text",
    (_, make, size) => {
      expect(growthFourfold((amount) => analyze(make(amount)), size)).toBeLessThan(8);
    },
    120_000,
  );
});
