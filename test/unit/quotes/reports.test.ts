import { describe, expect, it } from "vitest";
import { entity, quotesOf } from "./quotesOf.js";

describe("kinds", () => {
  it("tells direct, mixed and indirect apart", () => {
    const text =
      "Ada Byron said, “The bridge is open.” Carl Gauss said that the bridge was “hardly safe” for carts. Mary Lind denied that it was closed.";
    expect(quotesOf(text).map(({ kind }) => kind)).toEqual(["direct", "mixed", "indirect"]);
  });

  it("keeps the whole clause of a mixed one", () => {
    const text = "Carl Gauss said that the bridge was “hardly safe” for carts.";
    const [quote] = quotesOf(text);
    expect(text.slice(quote.start, quote.end)).toBe("“hardly safe”");
    expect(quote.content?.map(({ start, end }) => text.slice(start, end))).toEqual(["that the bridge was “hardly safe” for carts"]);
  });

  it.each([
    ["denied that", "Ada Byron denied that the bridge was closed.", "Ada Byron", "that the bridge was closed"],
    [
      "behind a dateline",
      "OSLO, June 5 (Reuters) - Ada Byron denied that the bridge was closed.",
      "Ada Byron",
      "that the bridge was closed",
    ],
    ["accused of", "Ada Byron accused the council of neglect.", "Ada Byron", "the council of neglect"],
    ["said in a note", "Ada Byron said in a note the bridge would shut in May.", "Ada Byron", "the bridge would shut in May"],
    ["wrote in a letter to some", "Ada Byron wrote in a letter to staff the bridge would shut.", "Ada Byron", "the bridge would shut"],
    ["said in a note that", "Ada Byron said in a note that the bridge would shut.", "Ada Byron", "that the bridge would shut"],
    ["according to first", "According to Ada Byron, the bridge is safe.", "Ada Byron", "the bridge is safe"],
    ["according to last", "The bridge is safe, according to Ada Byron.", "Ada Byron", "The bridge is safe"],
    ["said last", "The bridge is safe, Ada Byron said.", "Ada Byron", "The bridge is safe"],
    ["a headline's colon", "Ada Byron: Bridge Is Safe for Everyone", "Ada Byron", "Bridge Is Safe for Everyone"],
    [
      "accused, with when before the verb",
      "The minister last month accused the council of neglect.",
      "The minister",
      "the council of neglect",
    ],
    [
      "declined to say",
      "Ada Byron said the state would help the group but declined to say how much it would pay.",
      "Ada Byron",
      "how much it would pay",
    ],
    [
      "what goes on behind an aside",
      "Ada Byron says the town remembers when the councils – the old ones – were handed over to the state.",
      "Ada Byron",
      "the town remembers when the councils – the old ones – were handed over to the state",
    ],
    ["said in the midst", "The minister said on Friday that the bridge would open.", "The minister", "that the bridge would open"],
  ])("reports: %s", (_, text, source, content) => {
    const quote = quotesOf(text)
      .filter(({ kind }) => kind === "indirect")
      .at(-1);
    expect(quote?.speaker && text.slice(quote.speaker.start, quote.speaker.end)).toBe(source);
    expect(quote && text.slice(quote.start, quote.end)).toBe(content);
  });
});

describe("what is no reported speech", () => {
  it.each([
    ["how somebody looked", "He seemed tired."],
    ["that nothing was said", "The minister said nothing in the letter to the council."],
    ["a note's number", "A former minister remarked.[3] It rained."],
    ["how somebody is described", "The clerk, described as armed, fled."],
    ["as what somebody is known", "The clerk, who was known to neighbours as the Count, died."],
    ["of whom something is said", "Carl Gauss, head of the union, is said to want a deal."],
    [
      "that a source is not named",
      "A clerk wanted to remain anonymous because she was not allowed to speak to the papers about the bridge.",
    ],
    ["what somebody found", "Police found two coats in the boat."],
    ["whom somebody named", "The mayor named a new harbour master on Monday, and the council built a wall."],
    ["what somebody released", "Detectives released pictures of the boat on Friday."],
    ["what was agreed somewhere", "The framework agreed in Lausanne sets limits on the mill."],
    ["what people were ordered to do, by nobody", "The fishermen were offered a new boat."],
    ["what people were ordered to do", "Residents of the old town were ordered to leave their houses."],
    ["what somebody signed", "The harbour board signed an agreement to build a new pier."],
    ["how something seemed", "The harbour seemed to be empty on Friday."],
    ["a name of something, behind an adjective", "Economists dream of a bipartisan “Grand Bargain” in May."],
    ["what a line is, before its colon", "Transcript: Mayor's remarks on the flood"],
    ["that nothing was said", "The clerk said nothing."],
    ["a pronoun mentioned as a word", "The boat is a “she” in the old songs."],
    ["a prayer", "The widow said a prayer and lit a candle."],
    ["a greeting", "The captain said goodbye to his crew and left the ship."],
    ["which one is meant", "She died after leaving for said institution on Friday."],
    ["notes that are shown", "These notes are the subject of a trial."],
    ["of what somebody is accused", "The trial of the man accused of the murder of a rider went on."],
    ["to whom somebody spoke", "Ada Byron spoke to reporters in her kitchen on Friday."],
    ["works that were written", "Ada Byron wrote four novels about the sea."],
    ["a stage direction in marks", "The mayor rose. “(APPLAUSE)” The council left the hall."],
  ])("%s", (_, text) => {
    expect(quotesOf(text)).toEqual([]);
  });
});

describe("the words for a source", () => {
  it("end before the verb of a clause of its own", () => {
    const text = "Hedren failed on Monday to declare that the harbour was closed.";
    const [{ speaker }] = quotesOf(text);
    expect(speaker && text.slice(speaker.start, speaker.end)).toBe("Hedren");
  });
});

describe("what was said and what was done", () => {
  it.each([
    ["The captain pointed to the map and shook his head.", "the map"],
    ["The captain announced a plan for the coast and called a vote.", "a plan for the coast"],
    ["The captain said the ship would drift and break up.", "the ship would drift and break up"],
  ])("are kept apart: %s", (text, content) => {
    const [quote] = quotesOf(text);
    expect(text.slice(quote.start, quote.end)).toBe(content);
  });
});

describe("a colon in a headline", () => {
  it("reports what somebody says of whom it tells no more than what he is", () => {
    const [{ speaker }] = quotesOf("Minister: No new taxes");
    expect(speaker && "Minister: No new taxes".slice(speaker.start, speaker.end)).toBe("Minister");
  });

  it("reports nothing behind a place", () => {
    const text = "Nigeria: How the ferry sank";
    expect(quotesOf(text, [entity(text, "e1", ["Nigeria"], "place")])).toEqual([]);
  });

  it("is no speaker's where a topic with a place in its name stands before it", () => {
    const text = "Lagos floods: “We have lost it all,” and nobody came";
    expect(quotesOf(text, [entity(text, "e1", ["Lagos"], "place")]).map(({ speaker }) => speaker)).toEqual([null]);
  });
});

describe("the passive", () => {
  it("has nobody for its speaker to whom something was said", () => {
    const text = "Three fishermen were told that the bridge was closed.";
    expect(quotesOf(text).map(({ speaker }) => speaker)).toEqual([null]);
  });

  it.each(["Ada Byron, asked about the bridge, smiled at the crowd.", "Ada Byron frowned when asked about the bridge."])(
    "does not have who is asked asking: %s",
    (text) => {
      expect(quotesOf(text).map(({ speaker }) => speaker)).toEqual(quotesOf(text).map(() => null));
    },
  );

  it("leaves who is worried or quoted the speaker", () => {
    const text = "The mayor is worried that the bridge will close.";
    const [{ speaker }] = quotesOf(text);
    expect(speaker && text.slice(speaker.start, speaker.end)).toBe("The mayor");
  });
});

describe("an object that tells nothing of what was said", () => {
  it.each([
    ["whom somebody speaks to", "Nine engineers warned the ministry."],
    [
      "what somebody new is called",
      "On the morning of May 4, a lorry driver named Carl Gauss stopped at the foot of the bridge and took a photograph.",
    ],
    ["when it was", "The engineer was dismissed a month later."],
    ["what a thing is called", "The animal, named Lilliodon parvus, lived about 180m years ago alongside the first dinosaurs."],
    ["a noun that is a verb elsewhere", "He died after a blast in Benue that killed 45 of them."],
    ["a clause about who is shouted at", "Governor Carl Gauss, who visited the market in the afternoon, was shouted down."],
    ["a mark that nothing opens", "Carl Gauss left.\n\nflew  drove over it every day,” said Gauss."],
    ["that the text withholds a name", "The clerk, who asked not to be named, left. Another official declined to be identified."],
    ["a little", "He cried a little."],
    ["what somebody thinks about", "What would it take? She thinks about it."],
    ["what was not mentioned", "The boat was old. He had not mentioned that."],
    ["a noun that stands behind an article", "Reporters put the report to Carl Gauss."],
    ["when a noise was made", "Residents boo as council backs incinerator"],
    ["when somebody laughed", "Carl Gauss laughed when told of her reply."],
    ["part of a name", "Nordhaven stun Real Calva in Champions Trophy thriller"],
  ])("%s", (_, text) => {
    expect(quotesOf(text)).toEqual([]);
  });
});

describe("a cue in the words for the source", () => {
  it("is part of them", () => {
    const text = "Documents seen by *The Lamp* show that the ministry had nine reports.";
    const quotes = quotesOf(text);
    expect(quotes.map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end))).toEqual(["Documents seen by *The Lamp"]);
  });

  it("is none in what emphasizes the speaker", () => {
    const text = "*Ingrid Solheim*, the mayor, said:\n\n> We will not open it a day before it is safe.";
    expect(quotesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(["We will not open it a day before it is safe."]);
  });

  it("leaves out that it was a habit", () => {
    const text = "My grandfather used to say that the river was the only honest man in the county.";
    expect(quotesOf(text).map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end))).toEqual(["My grandfather"]);
  });

  it("leaves the day out that stands before the verb", () => {
    const text = "Halden Foods today announced that the mill would close.";
    expect(quotesOf(text).map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end))).toEqual(["Halden Foods"]);
  });
});

describe("reported speech that stays such", () => {
  it.each([
    ["what is denied", "The mayor denied it.", "it"],
    ["a marked clause", "Police found that the boat had been sold twice.", "that the boat had been sold twice"],
    ["an object that is nothing but what was said", "The mayor condemned the sale of the boat.", "the sale of the boat"],
  ])("%s", (_, text, content) => {
    expect(quotesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([content]);
  });
});
