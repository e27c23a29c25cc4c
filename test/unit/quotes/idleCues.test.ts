import { describe, expect, it } from "vitest";
import { entity, quotesOf } from "./quotesOf.js";

const reported = (text: string): readonly string[] => quotesOf(text).map(({ start, end }) => text.slice(start, end));

describe("what is done, and not said", () => {
  it.each([
    "The keeper called Bob from the station.",
    "My aunt called Ruth Lane on Friday and hung up.",
    "She called him at noon.",
    "Rescuers called off the search at dusk.",
    "Police questioned Hugh Hale for six hours.",
    "Detectives questioned two men about the fire.",
    "Minister questioned in visa scam",
    "Two charged after chase through city centre",
    "Three charged over the harbour fire",
    "Man named in the harbour inquiry",
    "She learned to swim in the river.",
    "The keeper tried to open the gate before the flood.",
    "He began to sing at once.",
    "The victory added to her lead in the count.",
    "The mayor spoke at a meeting of the club on Friday.",
    "The captain spoke for half an hour and left.",
    "They talked for an hour and went home.",
    "My uncle showed us his new boat.",
    "He showed me the way.",
    "The road is closed, meaning that nobody can leave.",
    "They listened more than he talked that evening.",
    "The clerk apologized the next day.",
    "Anyone with news of the boat is asked to call the harbour.",
    "Drivers are asked to avoid the old bridge.",
    "Troops, backed by tanks, entered the town at dawn.",
    "Officers backed by police dogs searched the house.",
    "The dog answered to Rex.",
    "My father slept late that year and my mother never complained.",
  ])("reports nothing: %s", (text) => {
    expect(reported(text)).toEqual([]);
  });

  it.each([
    ["Weld called Hale a liar.", "Hale a liar"],
    ["Weld called Hale the best captain of the fleet.", "Hale the best captain of the fleet"],
    ["Weld questioned Hale's fitness for the office.", "Hale's fitness for the office"],
    ["Weld continued to insist that the bridge was safe.", "that the bridge was safe"],
    ["Weld charged that the bridge was closed.", "that the bridge was closed"],
    ["Ann Weld spoke about how the flood had come.", "how the flood had come"],
    ["Weld raised questions about the safety of the bridge.", "the safety of the bridge"],
    ["Weld added that the bridge was shut.", "that the bridge was shut"],
    ["The clerk was asked to name the man.", "to name the man"],
  ])("but words are: %s", (text, content) => {
    expect(reported(text)).toContain(content);
  });
});

describe("a colon", () => {
  it.each([
    "The pattern is clear: nobody wants the bridge.",
    "Good news: the bridge is open again after the flood.",
    "Another problem for the town: the mill has no water.",
    "The ferry will stay for several reasons: it is cheap and it is safe.",
  ])("behind a thing or a clause that says nothing reports nothing: %s", (text) => {
    expect(reported(text)).toEqual([]);
  });

  it.each([
    ["Weld: Bridge Will Be Shut For A Year", "Bridge Will Be Shut For A Year"],
    ["Weld camp: Bridge Was Never Safe", "Bridge Was Never Safe"],
    ["Report: Bridge Was Never Safe", "Bridge Was Never Safe"],
    ["Mayor: no new bridge", "no new bridge"],
  ])("behind who speaks does: %s", (text, content) => {
    expect(reported(text)).toEqual([content]);
  });

  it("behind a storm's name is of what a headline tells", () => {
    const text = "Typhoon Mara: Thousands Flee Their Homes";
    expect(quotesOf(text, [entity(text, "1", ["Typhoon Mara"], "event")])).toEqual([]);
  });
});
