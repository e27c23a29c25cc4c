import { expect, it } from "vitest";
import type { EntityType } from "../../../src/analysis/analysis.js";
import { withDatelinePlaces } from "../../../src/analysis/names/datelineNames.js";

const text = "VARNA FALLS, Iowa — The Varna Falls Bus Lines stopped.";
const layout = { sections: [{ kind: "dateline" as const, start: 0, end: 19 }], declaredTopics: [], authors: [] };
const name = (words: string, type: EntityType) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, type, confidence: 0.8 };
};
const namesOf = (...names: readonly ReturnType<typeof name>[]): string[] =>
  withDatelinePlaces(text, layout, names).map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`);

it("takes the capitals of a dateline for a place, whatever they were taken for", () => {
  const iowa = name("Iowa", "place");
  expect(namesOf(iowa)).toEqual(["place: VARNA FALLS", "place: Iowa"]);
  expect(namesOf(name("VARNA", "organization"), iowa)).toEqual(["place: VARNA FALLS", "place: Iowa"]);
  expect(namesOf(name("VARNA FALLS", "place"), iowa)).toEqual(["place: VARNA FALLS", "place: Iowa"]);
  expect(namesOf(name("VARNA FALLS, Iowa", "place"))).toEqual(["place: VARNA FALLS, Iowa"]);
});

it("takes a label before the date for no place", () => {
  const news = "NEWS | 12 May 2024";
  expect(withDatelinePlaces(news, { ...layout, sections: [{ kind: "dateline", start: 0, end: news.length }] }, [])).toEqual([]);
});
