import { parseW3CTextAnnotation, type W3CTextAnnotation } from "@recogito/text-annotator";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";
import { bratFiles } from "../../../src/export/brat.js";
import { citation, withoutQuote } from "../../../src/export/citation.js";
import { csvReport } from "../../../src/export/csv.js";
import { exportedDocument } from "../../../src/export/exportedDocument.js";
import { exportedFiles, relativeIri, reportName } from "../../../src/export/exports.js";
import { importBrat } from "../../../src/export/importBrat.js";
import { importedWords } from "../../../src/export/importedWords.js";
import { importW3c } from "../../../src/export/importW3c.js";
import { jsonReport } from "../../../src/export/json.js";
import { markdownReport } from "../../../src/export/markdown.js";
import { newDecisions } from "../../../src/export/newDecisions.js";
import { w3cReport } from "../../../src/export/w3c.js";
import { webannoTsv } from "../../../src/export/webanno.js";
import { heldSpan } from "../../../src/review/placement.js";
import { placeDecisions } from "../../../src/review/placing.js";
import { reviewer, spanOf } from "../review/decisionFixtures.js";
import { analysisOf, entityOf } from "../review/fixtures.js";
import { DECISIONS, FOUND, fixture, PATH, TEXT } from "./fixture.js";

function occasion() {
  let serial = 0;
  return { newId: () => `urn:uuid:import-${serial++}`, now: "2026-03-01T00:00:00.000Z", creator: "Bo" };
}

test("CSV is read by papaparse as it was meant, and no cell is a formula", () => {
  const parsed = Papa.parse<Record<string, string>>(csvReport([fixture()]), { header: true, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  expect(parsed.data).toHaveLength(5);
  for (const row of parsed.data) {
    expect(TEXT.slice(Number(row.start), Number(row.end))).toBe(row.words.replace(/^'(?==)/, ""));
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  }
  expect(parsed.data.at(-2)).toMatchObject({
    path: PATH,
    line: "3",
    item: "quotation",
    speaker: "Vessna [Orlik]",
    verdict: "to be checked",
    "decided by": "Ada",
  });
  expect(csvReport([fixture()]).replaceAll("\r\n", "")).not.toMatch(/^\n/m);
});

test("any words survive CSV", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: fc.constantFrom("a", '"', ",", "\r", "\n", "=", "@", " ", "-") }), (text) => {
      const found = analysisOf({ length: text.length, entities: [entityOf("e", [[0, text.length]])] });
      const rows = Papa.parse<string[]>(csvReport([exportedDocument("a.txt", text, found, [])]), { newline: "\r\n" }).data;
      expect(rows[1][5]).toBe(/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
    }),
  );
});

test("JSON holds the analysis, what was decided, and lines", () => {
  const [document] = JSON.parse(jsonReport([fixture()]));
  expect(document.document.path).toBe(PATH);
  expect(document.quotes[0]).toMatchObject({ line: 3, text: TEXT.slice(FOUND.quotes[0].start, FOUND.quotes[0].end) });
  expect(document.review.quotes.q1).toMatchObject({ standing: "to be checked", comments: 1 });
  expect(document.review.decisions).toHaveLength(3);
});

test("the Markdown report has names, quotations, verdicts and comments, and lets no markup through", () => {
  const report = markdownReport([fixture()]);
  expect(report).toContain(
    "**Vessna \\[Orlik\\]** · also Orlik · harbour \\| master · 2 mentions: [line 2](<sources/a%20b.txt#L2>), [line 4]",
  );
  expect(report).toContain("> “We lost four\\|boats, and \\*nobody\\* slept,”");
  expect(report).toContain("Vessna \\[Orlik\\] · direct · [line 3](<sources/a%20b.txt#L3>) · **to be checked**");
  expect(report).not.toContain("](command:");
  expect(report).not.toMatch(/(?<![\\(])</);
  expect(report).toContain("A note.");
});

test("Recogito's own parser reads every annotation on a span, and the positions are code points", () => {
  const { items } = JSON.parse(w3cReport([fixture()]));
  const onSpans = items.filter((item: { target: { selector?: unknown } }) => item.target.selector);
  expect(onSpans).toHaveLength(3 + 5);
  const results = onSpans.map((item: W3CTextAnnotation) => parseW3CTextAnnotation(item));
  expect(results.flatMap(({ error }: { error?: Error }) => error ?? [])).toEqual([]);
  const points = [...TEXT];
  for (const { parsed } of results) {
    const [{ quote, start, end }] = parsed.target.selector;
    expect(points.slice(start, end).join("")).toBe(quote);
  }
});

test("our own annotations come back as the decisions they were", () => {
  const { decisions, problems } = importW3c(
    w3cReport([exportedDocument(PATH, TEXT, { ...FOUND, entities: [], quotes: [] }, DECISIONS)]),
    TEXT,
    PATH,
    occasion(),
  );
  expect(problems).toEqual([]);
  expect(decisions).toEqual(DECISIONS);
});

test("what the engine found comes back as comments on the same words", () => {
  const { decisions } = importW3c(w3cReport([exportedDocument(PATH, TEXT, FOUND, [])]), TEXT, PATH, occasion());
  const words = placeDecisions(decisions, TEXT, "other").map(({ placement }) =>
    TEXT.slice(heldSpan(placement)?.start, heldSpan(placement)?.end),
  );
  expect(words).toContain("Port_Hale");
  expect(words).toHaveLength(5);
});

test.each([
  ["code points", (offset: number) => [...TEXT.slice(0, offset)].length],
  ["UTF-16 code units, as Recogito and Hypothesis count", (offset: number) => offset],
])("positions in %s are recognised by their words", (_, count) => {
  const { start, end } = spanOf(TEXT, "Port_Hale");
  const annotation = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "https://hypothes.is/a/x1",
    type: "Annotation",
    creator: { name: "Cy" },
    created: "2025-05-05T10:00:00+02:00",
    body: [
      { type: "TextualBody", value: "Where?", purpose: "commenting" },
      { type: "TextualBody", value: "port", purpose: "tagging" },
    ],
    target: [
      {
        source: "https://x",
        selector: [
          { type: "TextQuoteSelector", exact: "Port_Hale" },
          { type: "TextPositionSelector", start: count(start), end: count(end) },
        ],
      },
    ],
  };
  const { decisions } = importW3c(JSON.stringify([annotation]), TEXT, PATH, occasion());
  expect(decisions).toMatchObject([
    {
      id: "https://hypothes.is/a/x1",
      kind: "comment",
      text: "Where?\n\nTags: port",
      creator: "Cy",
      created: "2025-05-05T08:00:00.000Z",
      document: PATH,
    },
  ]);
  const [{ placement }] = placeDecisions(decisions, TEXT, "other");
  expect(heldSpan(placement)).toEqual({ start, end });
});

test("an annotation with words but no position is looked for; one without either is a problem that is told", () => {
  const quoteOnly = {
    id: "a1",
    text: "Look.",
    target: [{ selector: [{ type: "TextQuoteSelector", exact: "Port_Hale", prefix: "spoke in ", suffix: "." }] }],
  };
  const nowhere = { id: "a2", text: "Lost.", target: [{ source: "x" }] };
  const { decisions, problems } = importW3c(JSON.stringify({ rows: [quoteOnly, nowhere] }), TEXT, PATH, occasion());
  expect(problems).toEqual(["An annotation names no words of the text: a2"]);
  expect(heldSpan(placeDecisions(decisions, TEXT, "other")[0].placement)).toEqual(spanOf(TEXT, "Port_Hale"));
  expect(importW3c("nothing", TEXT, PATH, occasion()).problems).toHaveLength(1);
});

test("brat: the text as it is, offsets in code points, a fragment for each line, unique ids, and references that exist", () => {
  const [txt, ann] = bratFiles(fixture());
  expect([txt.path, ann.path]).toEqual(["sources/a b.txt", "sources/a b.ann"]);
  expect(txt.text).toBe(TEXT);
  const points = [...TEXT];
  const lines = ann.text.trimEnd().split("\n");
  const ids = new Set(lines.filter((line) => !line.startsWith("*")).map((line) => line.slice(0, line.indexOf("\t"))));
  expect(ids.size).toBe(lines.filter((line) => !line.startsWith("*")).length);
  for (const line of lines.filter((one) => one.startsWith("T"))) {
    const [, typed, words] = line.split("\t");
    const [type, ...places] = typed.split(/ (?=\d)|;/);
    const pairs = places.join(" ").split(" ").map(Number);
    const fragments: string[] = [];
    for (let i = 0; i < pairs.length; i += 2) fragments.push(points.slice(pairs[i], pairs[i + 1]).join(""));
    expect(type).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(fragments.join(" ")).toBe(words);
    for (const fragment of fragments) expect(fragment).not.toMatch(/[\r\n]/);
  }
  for (const [, id] of ann.text.matchAll(/(?:Arg\d:| )(T\d+)/g)) expect(ids.has(id)).toBe(true);
  expect(ann.text).toMatch(/^T\d+\tQuotation \d+ \d+;\d+ \d+\t“We lost four\|boats, and \*nobody\* slept,”$/m);
  expect(ann.text).toMatch(/^R\d+\tSpeaker Arg1:T5 Arg2:T2$/m);
  expect(ann.text).toMatch(/^A\d+\tVerdict T5 to-be-checked$/m);
});

test("a brat file comes back as names, quotations, speakers, verdicts and comments on the same words", () => {
  const [, ann] = bratFiles(fixture());
  const { decisions, problems } = importBrat(ann.text, TEXT, PATH, occasion());
  expect(problems).toEqual([]);
  const placed = placeDecisions(decisions, TEXT, "other");
  const told = placed.map(
    ({ decision, placement }) => `${decision.kind} ${TEXT.slice(heldSpan(placement)?.start, heldSpan(placement)?.end)}`,
  );
  expect(told).toEqual(
    expect.arrayContaining([
      "add-name Port_Hale",
      "add-name Orlik",
      `add-quotation ${TEXT.slice(FOUND.quotes[0].start, FOUND.quotes[0].end)}`,
      "comment notice",
    ]),
  );
  expect(decisions.find(({ kind }) => kind === "verdict")).toMatchObject({ verdict: "to-be-checked" });
  expect(decisions.find(({ kind }) => kind === "speaker")).toMatchObject({ speaker: { kind: "entity", name: { name: "Orlik" } } });
  expect(importBrat("T1\tPerson 5 900\tx\nT2 broken", TEXT, PATH, occasion()).problems).toHaveLength(2);
});

test("WebAnno TSV: header, UTF-16 offsets that hold the tokens, one number of columns, escaped values", () => {
  const tsv = webannoTsv(fixture());
  expect(tsv.startsWith("#FORMAT=WebAnno TSV 3.3\n#T_SP=")).toBe(true);
  const rows = tsv.split("\n").filter((line) => /^\d+-\d+\t/.test(line));
  let end = 0;
  for (const row of rows) {
    const cells = row.split("\t");
    expect(cells).toHaveLength(3 + 5 + 1);
    const [from, to] = cells[1].split("-").map(Number);
    expect(from).toBeGreaterThanOrEqual(end);
    end = to;
    expect(cells[2].replace(/\\(.)/g, "$1")).toBe(TEXT.slice(from, to));
  }
  const cellsOf = (words: string) =>
    rows
      .find((row) => row.split("\t")[2] === words)
      ?.split("\t")
      .slice(3, 8);
  expect(cellsOf("Hale")?.[0]).toMatch(/^Port\\_Hale\[\d+\]$/);
  expect(cellsOf("notice")).toEqual(["_", "_", "_", "_", "_"]);
  expect(cellsOf("Vessna")?.[0]).toMatch(/^Vessna \\\[Orlik\\\]\[\d+\]$/);
  const quotation = rows.filter((row) => /direct\[\d+\]/.test(row)).map((row) => /direct\[(\d+)\]/.exec(row)?.[1]);
  expect(new Set(quotation).size).toBe(1);
  expect(quotation.length).toBeGreaterThan(5);
  for (const line of tsv.split("\n")) expect(line === "" || line.startsWith("#") || /^\d+-\d+\t/.test(line)).toBe(true);
});

test("a citation fills the fields of its template and leaves other braces", () => {
  const template = "{speaker}, {file}:{line} ({date}) {quote} [{verdict}] {nothing}";
  expect(citation(template, fixture(), "q1")).toBe(
    "Vessna [Orlik], a b.txt:3 (2026-01-02) We lost four|boats, and *nobody* slept, [to be checked] {nothing}",
  );
  expect(citation(template, fixture(), "q9")).toBeUndefined();
});

test("a citation behind words that stand there already has all but these", () => {
  expect(withoutQuote("“{quote}” {speaker} ({file}, line {line})")).toBe("{speaker} ({file}, line {line})");
  expect(withoutQuote("{speaker}: «{quote}» ({path})")).toBe("{speaker} ({path})");
  expect(withoutQuote("({file}, {line})")).toBe("({file}, {line})");
  expect(withoutQuote("“{quote}”")).toBe("“{quote}”");
});

test("a citation has the template's marks and not the quotation's, and reported speech has none", () => {
  const text = 'Ann Weld said that the bridge was shut. "It is shut," she said. “‘Shut,’ they say,” he said.';
  const analysis = analyze(text);
  const cite = (words: string): string | undefined => {
    const quote = analysis.quotes.find(({ start, end }) => text.slice(start, end) === words);
    return citation(
      "“{quote}” (line {line})",
      { path: "a.txt", text, review: exportedDocument("a.txt", text, analysis, []).review },
      quote?.id ?? "",
    );
  };
  expect(cite('"It is shut,"')).toBe("“It is shut,” (line 1)");
  expect(cite("“‘Shut,’ they say,”")).toBe("“‘Shut,’ they say,” (line 1)");
  expect(cite("that the bridge was shut")).toBe("that the bridge was shut (line 1)");
});

test("no exported file leaves its folder", () => {
  const climbing = { ...fixture(), path: "../../etc/x.txt" };
  for (const format of ["brat", "webanno"] as const) {
    for (const { path } of exportedFiles(format, [climbing])) expect(path).toMatch(/^etc\/x\.(?:txt|ann|tsv)$/);
  }
  expect(exportedFiles("markdown", [fixture()]).map(({ path }) => path)).toEqual(["review.md"]);
});

test("decisions of another reviewer on the same words do not get lost on the way", () => {
  const bo = reviewer("Bo", PATH).here({ kind: "verdict", target: DECISIONS[0].target, verdict: "wrong" } as never);
  expect(jsonReport([exportedDocument(PATH, TEXT, FOUND, [...DECISIONS, ...bo])])).toContain('"standing": "disagreement"');
});

test("a file about one document is offered under that document's name, and never under the very same", () => {
  expect(reportName(["/work/sources/council.2024.md"])).toBe("council.2024.review");
  expect(reportName(["C:\\sources\\letter.txt"])).toBe("letter.review");
  expect(reportName(["/sources/.hidden"])).toBe(".hidden.review");
  expect(reportName(["/a/one.txt", "/a/two.txt"])).toBe("review");
  expect(reportName([])).toBe("review");
});

test("a report finds its documents from where it is saved", () => {
  expect(relativeIri("/work/review.md", "/work/sources/a b.txt")).toBe("sources/a%20b.txt");
  expect(relativeIri("/work/sources/review.md", "/work/sources/a.txt")).toBe("a.txt");
  expect(relativeIri("/work/out/of/review.md", "/work/sources/a.txt")).toBe("../../sources/a.txt");
  const [{ text }] = exportedFiles("markdown", [fixture()], "review", () => "../there.txt");
  expect(text).toMatch(/\[line \d+\]\(<\.\.\/there\.txt#L\d+>\)/);
  expect(text).not.toContain(`(<${PATH}`);
});

test("a brat mark that stands on other words than its line says is not taken", () => {
  const { decisions, problems } = importBrat(`T1\tPerson 0 4\tElsewhere\nT2\tPerson 0 4\t${TEXT.slice(0, 4)}\n`, TEXT, PATH, occasion());
  expect(decisions).toHaveLength(1);
  expect(problems).toEqual(["T1 is not on the words that the .ann file gives it: Elsewhere"]);
});

test("a brat file that is imported twice adds nothing the second time, and brings back what was undone", () => {
  const word = TEXT.slice(0, 4);
  const file = `T1\tPerson 0 4\t${word}\nT2\tRemark 0 4\t${word}\n#1\tAnnotatorNotes T1\tAsk again.\nA1\tVerdict T1 disputed\n`;
  const { decisions } = importBrat(file, TEXT, PATH, occasion());
  expect(decisions.map(({ kind }) => kind)).toEqual(["add-name", "comment", "comment", "verdict"]);
  const again = importBrat(file, TEXT, PATH, { ...occasion(), newId: () => "urn:uuid:again", now: "2026-04-01T00:00:00.000Z" }).decisions;
  expect(newDecisions(decisions, [])).toEqual(decisions);
  expect(newDecisions(again, decisions)).toEqual([]);
  const [name, ...others] = decisions;
  expect(newDecisions(again, [{ ...name, state: "undone" }, ...others]).map(({ kind }) => kind)).toEqual(["add-name"]);
  const byAnother = again.map((decision) => ({ ...decision, creator: "Cy" }));
  expect(newDecisions(byAnother, decisions).map(({ kind }) => kind)).toEqual(["verdict"]);
});

test("a decision with an id of its own is taken again, for it may be a newer state", () => {
  const undone = DECISIONS.map((decision) => ({ ...decision, state: "undone" as const }));
  expect(newDecisions(undone, DECISIONS)).toEqual(undone);
});

test("an import says what came of it", () => {
  expect(importedWords(0, [], 3)).toBe("All of that file is in the review already.");
  expect(importedWords(0, [])).toBe("That file holds no annotations.");
  expect(importedWords(0, ["It is no JSON."])).toBe("Nothing was imported. It is no JSON.");
  expect(importedWords(0, ["T1 lies outside the text.", "T2 too.", "T3 too."])).toBe(
    "Nothing was imported. T1 lies outside the text. 2 more of the kind: see the output.",
  );
  expect(importedWords(1, [])).toBe("Imported 1 annotation.");
  expect(importedWords(2, ["T1 lies outside the text."])).toBe(
    "Imported 2 annotations. 1 other could not be taken: T1 lies outside the text.",
  );
});
