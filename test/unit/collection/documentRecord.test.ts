import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../../src/analysis/analyze.js";
import { openRecord } from "../../../src/collection/documentRecord.js";
import { recordOf } from "../../../src/collection/recordOf.js";
import { SOURCES } from "./texts.js";

const analyzer = createAnalyzer();
const text = `The ferry returns\n\n12 March 2019\n\n${SOURCES["inquiry.txt"].replaceAll("\n", "\r\n")} “Café 🙂 ${"very ".repeat(60)}late,” a harbour official said on Thursday.`;
const analysis = analyzer.analyze(text);
const bytes = recordOf(text, analysis);
const named = analysis.entities.filter(({ anonymous }) => !anonymous);

describe("the record of a document", () => {
  it("keeps entities, mentions, quotations, dates and topics with their places", () => {
    const record = openRecord(bytes);
    if (record === null) throw new Error("The record does not open.");
    const [quotes, dates] = [record.quotes(), record.dates()];
    const line = (offset: number) => text.slice(0, offset).split(/\r\n|\n/).length - 1;
    expect(record.head()).toEqual({
      sha256: analysis.document.sha256,
      length: text.length,
      title: "The ferry returns",
      date: "2019-03-12",
    });
    expect(record.entities().map(({ id, type, name }) => ({ id, type, name }))).toEqual(
      named.map(({ id, type, name }) => ({ id, type, name })),
    );
    expect(record.entityDetails()).toEqual(
      named.map(({ aliases, roles, mentions }) => ({
        aliases,
        roles,
        mentions: mentions.map(({ start, end, kind }) => ({ start, end, kind, line: line(start) })),
      })),
    );
    expect(quotes.map(({ start, end, text: words, line: at }) => [start, end, words, at])).toEqual(
      analysis.quotes.map(({ start, end }) => [start, end, text.slice(start, end), line(start)]),
    );
    expect(quotes.map(({ speaker }) => speaker && [speaker.anonymous, speaker.words])).toEqual(
      analysis.quotes.map(({ speaker }) => speaker && [speaker.anonymous, text.slice(speaker.start, speaker.end)]),
    );
    const source = analysis.entities.find(({ anonymous }) => anonymous);
    const unnamed = quotes.filter(({ speaker }) => speaker?.anonymous);
    expect(unnamed.map(({ speaker }) => [speaker?.words, speaker?.entity])).toEqual([[source?.name, null]]);
    expect(record.speakerless()).toEqual({ unnamed: 1, nobody: quotes.filter(({ speaker }) => speaker?.entity == null).length - 1 });
    expect(dates.map(({ value, words }) => [value, words])).toEqual(
      analysis.dates.map(({ value, start, end }) => [value, text.slice(start, end)]),
    );
    expect(dates.find(({ words }) => words.includes("Friday"))?.sentence).toBe("Judge Tomasz Wierzbicki opened the inquiry on Friday.");
    expect(record.topics().map(({ label }) => label)).toEqual(analysis.topics.map(({ label }) => label));
  });

  it.each([
    ["cut off", bytes.slice(0, -1)],
    ["empty", new Uint8Array()],
    ["of another format", bytes.map((byte, i) => (i === 4 ? byte + 1 : byte))],
  ])("does not open when it is %s", (_, broken) => {
    expect(openRecord(broken)).toBeNull();
  });
});
