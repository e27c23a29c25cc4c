import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IdentityMemory, resolveIdentity } from "../../../src/analysis/identity/identity.js";
import type { NameSpan } from "../../../src/analysis/names/nameTagger.js";
import type { Layout } from "../../../src/analysis/sections/layout.js";
import { readSourceText, SourceReader } from "../../../src/analysis/text/sourceText.js";

const WORDS = [
  "Ward",
  "John",
  "Mary",
  "al-Sabri",
  "The",
  "he",
  "She",
  "his",
  "it",
  "they",
  "president",
  ",",
  ".",
  "\n\n",
  "Mr.",
  "Council",
  "of",
  "NGC",
  "(",
  ")",
  "“",
  "”",
  "é",
  "😀",
  "U.S.",
  "-",
  "’s",
  "the",
  "party",
  "\r\n",
  "\u00a0",
];
const LETTERS = "bdfklmnprstz";
const EMPTY_LAYOUT: Layout = { sections: [], declaredTopics: [], authors: [] };

const documents = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom("person", "organization", "place", "group", null)), { maxLength: 80 })
  .map((pieces) => {
    let text = "";
    const names: NameSpan[] = [];
    for (const [word, type] of pieces) {
      if (type !== null && /^\p{Lu}/u.test(word)) names.push({ start: text.length, end: text.length + word.length, type, confidence: 0.7 });
      text += `${word} `;
    }
    return { text, names };
  });

describe("identity of any text", () => {
  it("keeps every name in one entity, mentions in text order and uncrossed, entities in order of first mention", () => {
    fc.assert(
      fc.property(documents, ({ text, names }) => {
        const entities = resolveIdentity(readSourceText(text), EMPTY_LAYOUT, names, []);
        const spans = entities.flatMap(({ mentions }) => mentions).sort((a, b) => a.start - b.start);
        expect(spans.filter(({ kind }) => kind === "name").map(({ start, end }) => [start, end])).toEqual(
          names.map(({ start, end }) => [start, end]),
        );
        spans.forEach((span, i) => {
          expect(span.end).toBeGreaterThan(span.start);
          if (i > 0) expect(span.start).toBeGreaterThanOrEqual(spans[i - 1].end);
        });
        const firsts = entities.map(({ mentions }) => mentions[0].start);
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
        expect(entities.map(({ id }) => id)).toEqual(entities.map((_, i) => `e${i + 1}`));
        for (const { mentions, name, rolePlaces, roles } of entities) {
          expect(mentions.map(({ start }) => start)).toEqual(mentions.map(({ start }) => start).sort((a, b) => a - b));
          expect(mentions.some(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ") === name)).toBe(true);
          for (const { start, end, role } of rolePlaces) expect(text.slice(start, end).replace(/\s+/g, " ")).toBe(role);
          expect(new Set(roles).size).toBe(roles.length);
          for (const { confidence } of mentions) expect(confidence === undefined || (confidence > 0 && confidence <= 1)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is the same with and without what was read before", () => {
    const memory = new IdentityMemory();
    fc.assert(
      fc.property(documents, ({ text, names }) => {
        const source = readSourceText(text);
        expect(resolveIdentity(source, EMPTY_LAYOUT, names, [], memory)).toEqual(resolveIdentity(source, EMPTY_LAYOUT, names, []));
      }),
    );
  });

  it("keeps the links while words, breaks and brackets come and go between the names, and the tagger is more or less sure", () => {
    const pieces = fc.array(
      fc.tuple(fc.constantFrom("Ward", "John Ward", "Mary Ward", "Varna", "NGC"), fc.constantFrom("person", "place", "organization")),
      {
        minLength: 2,
        maxLength: 12,
      },
    );
    const gap = fc.constantFrom(" ", " met ", ".\n\n", " (", ") and ", " . He saw Mr. ");
    const edit = fc.array(fc.tuple(gap, fc.constantFrom(0.3, 0.7, 0.9)), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(pieces, fc.array(edit, { minLength: 2, maxLength: 6 }), (named, edits) => {
        const memory = new IdentityMemory();
        const reader = new SourceReader();
        for (const between of edits) {
          let text = "";
          const names: NameSpan[] = named.map(([surface, type], i) => {
            const start = text.length;
            const [words, confidence] = between[i];
            text += `${surface}${words}`;
            return { start, end: start + surface.length, type, confidence };
          });
          const source = reader.read(text);
          expect(resolveIdentity(source, EMPTY_LAYOUT, names, [], memory)).toEqual(
            resolveIdentity(readSourceText(text), EMPTY_LAYOUT, names, []),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it("forgets that letters in brackets stood near a place, where a person stands between", () => {
    const memory = new IdentityMemory();
    const reader = new SourceReader();
    for (const text of ["Mary Ward met John Ward (NGC ", "Mary Ward John Ward (NGC ", "Mary Ward John Ward NGC "]) {
      const names = ["Mary Ward", "John Ward", "NGC"].map((words): NameSpan => {
        const start = text.indexOf(words);
        return { start, end: start + words.length, type: words === "John Ward" ? "person" : "place", confidence: 0.3 };
      });
      const afresh = resolveIdentity(readSourceText(text), EMPTY_LAYOUT, names, []);
      expect(resolveIdentity(reader.read(text), EMPTY_LAYOUT, names, [], memory)).toEqual(afresh);
    }
  });

  it("reads a list of names of one surname, each a person of its own", () => {
    const names: NameSpan[] = [];
    let text = "";
    for (let i = 0; i < 3000; i++) {
      const given = `G${LETTERS[i % 12]}i${LETTERS[Math.floor(i / 12) % 12]}o${LETTERS[Math.floor(i / 144) % 12]}u${LETTERS[Math.floor(i / 1728)]}`;
      names.push({ start: text.length, end: text.length + given.length + " Ward".length, type: "person", confidence: 0.9 });
      text += `${given} Ward\n`;
    }
    expect(resolveIdentity(readSourceText(text), EMPTY_LAYOUT, names, [])).toHaveLength(3000);
  });
});
