import { describe, expect, it } from "vitest";
import { entity, quotesOf } from "./quotesOf.js";

/** Each report or quotation of a text with whom the words for its speaker name. */
function saidIn(text: string): readonly (readonly [speaker: string, content: string])[] {
  return quotesOf(text).map(({ speaker, start, end }) => [speaker ? text.slice(speaker.start, speaker.end) : "", text.slice(start, end)]);
}

/** What is said in each report or quotation of a text, with the clause around words in marks. */
function contentsIn(text: string): readonly string[] {
  return quotesOf(text).map(({ content, spans }) => (content ?? spans).map(({ start, end }) => text.slice(start, end)).join(" "));
}

describe("where what is said begins and ends", () => {
  it.each([
    ["He left (his office later said that he was ill).", "that he was ill"],
    ["The mayor said that it was shut (and dry).", "that it was shut (and dry)"],
    ["It does not answer whether he had a gun, as police have said.", "It does not answer whether he had a gun"],
    ["Ann Weld called Friday's decision a “huge win for voters”.", "Friday's decision a “huge win for voters”"],
    ["Protesters marching through the streets chanted “What curfew?” and kept going until nearly two.", "“What curfew?”"],
    ["Demonstrators said they want “justice for Hill,” but pledged to remain calm.", "they want “justice for Hill,”"],
    ["They called it “a mess” and “a waste”.", "it “a mess” and “a waste”"],
    ["Weld, who said the bridge was safe, was not there.", "the bridge was safe"],
    ["Weld, who admitted he had thought of resigning, threw on two teenagers.", "he had thought of resigning"],
    ["Weld, who told the court that he had run, hidden and waited, was freed.", "that he had run, hidden and waited"],
    ["When Weld said the bridge was shut, he laughed.", "the bridge was shut"],
    ["Weld told the crowd his wife was ill.", "his wife was ill"],
    ["She assured the committee it had been paid.", "it had been paid"],
    ["The lady says from a sedentary position that I never answer letters.", "that I never answer letters"],
  ])("%s", (text, content) => {
    expect(contentsIn(text)[0]).toBe(content);
  });

  it("is behind the label of a turn in marks", () => {
    const text = "The transcript follows:\n\n“WALLACE: Will she be there?\n\n“PENCE: She will not.”";
    expect(contentsIn(text)).toEqual(["Will she be there?", "She will not.”"]);
  });
});

describe("who says what, by the clause", () => {
  it.each([
    ["Ann Weld, who left in 2023, told the BBC that shortages were routine.", "Ann Weld, who left in 2023", "that shortages were routine"],
    ["One midwife, Ann Weld, told the BBC that shortages were routine.", "One midwife, Ann Weld", "that shortages were routine"],
    [
      "One midwife, who left in 2023 and asked to be called Sara, told the BBC that shortages were routine.",
      "One midwife, who left in 2023 and asked to be called Sara",
      "that shortages were routine",
    ],
    [
      "A senior official in the ministry who asked not to be named said that the bridge would be closed.",
      "A senior official in the ministry who asked not to be named",
      "that the bridge would be closed",
    ],
    [
      "According to Ann Weld, a nurse from Oslo, the bridge would be closed until May.",
      "Ann Weld, a nurse from Oslo",
      "the bridge would be closed until May",
    ],
    [
      "According to the head of the union, Ann Weld, the bridge would be closed until May.",
      "the head of the union, Ann Weld",
      "the bridge would be closed until May",
    ],
    ["According to Ann Weld, the bridge, built in 1903, would be closed.", "Ann Weld", "the bridge, built in 1903, would be closed"],
    ["In Oslo, the head of the union, Ann Weld, said the bridge was shut.", "the head of the union, Ann Weld", "the bridge was shut"],
    ["Ann Weld was told by the mayor that the bridge was shut.", "the mayor", "that the bridge was shut"],
    ["The council was warned by Ann Weld that the bridge was shut.", "Ann Weld", "that the bridge was shut"],
    ["He was assured by the minister that nothing had changed.", "the minister", "that nothing had changed"],
    ["State media quoted the president as saying that the war was over.", "the president", "that the war was over"],
    ["Ann Weld was reported as saying that the bridge was shut.", "Ann Weld", "that the bridge was shut"],
    ["It is, in the words of Ann Weld, “our hostage, not theirs”.", "Ann Weld", "“our hostage, not theirs”"],
    ["On Monday, the minister, Ann Weld, asked if it was safe.", "the minister, Ann Weld", "if it was safe"],
    ["“It was closed,” said spokeswoman April Hale on Monday.", "spokeswoman April Hale", "“It was closed,”"],
    ["“It was closed,” June Hale said in April.", "June Hale", "“It was closed,”"],
    ["Your correspondent claims that the lake was shut.", "Your correspondent", "that the lake was shut"],
    ["“It broke,” says lead author Ann Weld of Oslo.", "lead author Ann Weld of Oslo", "“It broke,”"],
    ["It was, as the minister put it in a letter to the paper, “the end of the road”.", "the minister", "“the end of the road”"],
    ["That, as one colleague put it to me last night, is “what they all say”.", "one colleague", "“what they all say”"],
    ["Arguing that the tax was unfair, the senators walked out.", "the senators", "that the tax was unfair"],
    ["After saying that the bridge was shut, Ann Weld left the meeting.", "Ann Weld", "that the bridge was shut"],
    ["After saying that the bridge was “closed for good,” she left the meeting.", "she", "“closed for good,”"],
    ["When Ann Weld rose to say that it was shut, they left.", "Ann Weld", "that it was shut"],
    [
      "Hill has had a frosty relationship with Weld, now the Senate majority leader, who in 2010 said the goal was to make Hill a “one-term mayor”.",
      "who",
      "“one-term mayor”",
    ],
    [
      "Ann Weld hardly made it clear and, when questioned after the debate, asserting, “Of course we pay.”",
      "Ann Weld",
      "“Of course we pay.”",
    ],
    [
      "Opening the debate, the minister, Ann Weld, told the House that the bridge was shut.",
      "the minister, Ann Weld",
      "that the bridge was shut",
    ],
    ["Asked by Ann Weld whether the bridge was shut, he smiled.", "Ann Weld", "whether the bridge was shut"],
  ])("%s", (text, speaker, content) => {
    expect(saidIn(text)).toEqual([[speaker, content]]);
  });

  it.each([
    ["A man identified by prosecutors as Keller said: “Make it go away.”", "Keller"],
    ["“They came at night,” said a farmer who gave his name only as Keller.", "Keller"],
    ["A woman who gave her first name, Amina, said: “We ran.”", "Amina"],
    ["“It was him,” said one resident, who identified himself as Joe Keller.", "Joe Keller"],
  ])("is whom the words give a name: %s", (text, name) => {
    const [quote] = quotesOf(text, [entity(text, "e1", [name])]);
    expect(quote.speaker?.entity).toBe("e1");
    expect(quote.speaker?.anonymous).toBe(false);
  });

  it.each([
    [
      "A letter from the council obtained by The Oslo Times warns that “talk will be useless”.",
      "A letter from the council obtained by The Oslo Times",
    ],
    ["On Monday a source speaking to Norvik News said, “They are looking into it.”", "a source speaking to Norvik News"],
    ["A poll led by Norvik University found that “most are against”.", "A poll led by Norvik University"],
    ["“It is bad,” Cross wrote.", "Cross"],
    ["Marks said that “it was late”.", "Marks"],
    ["“It is bad,” Will wrote.", "Will"],
    ["It comes as the industry faces more control from the authorities, who last year warned artists to “love the party”.", "who"],
    ["Later that month on Norvik News: “I never said so.”", ""],
  ])("is the whole subject of the verb: %s", (text, speaker) => {
    expect(saidIn(text).map(([name]) => name)).toContain(speaker);
  });

  it("is no place whose mayor speaks", () => {
    const text = "She met the mayor of Oslo, who said “it is over”.";
    const [quote] = quotesOf(text, [entity(text, "e1", ["Oslo"], "place")]);
    expect(quote.speaker?.entity).toBeNull();
  });

  it("is nobody whom others march against", () => {
    const text = "Protesters marching against President Ann Weld said they would return.";
    const [quote] = quotesOf(text, [entity(text, "e1", ["Ann Weld"])]);
    expect(quote.speaker?.entity).not.toBe("e1");
  });

  it("goes on behind the clause for the speaker", () => {
    const text = "The bridge, said Ann Weld, a nurse, was shut.";
    const [quote] = quotesOf(text);
    expect(quote.speaker && text.slice(quote.speaker.start, quote.speaker.end)).toBe("Ann Weld, a nurse");
    expect(quote.spans.map(({ start, end }) => text.slice(start, end))).toEqual(["The bridge", "was shut"]);
  });

  it("is another's behind a semicolon", () => {
    const text = "Ann Weld, the mayor, blamed the flood; her deputy, Tom Hale, blamed the rain.";
    expect(saidIn(text)).toEqual([
      ["Ann Weld, the mayor", "the flood"],
      ["her deputy, Tom Hale", "the rain"],
    ]);
  });
});

describe("the cue of what is added", () => {
  it.each([
    ["Ann Hill said the bridge was “a scar,” adding that it would “never close.”", ["said", "adding"]],
    ["The two will meet next week, Hill said, adding, “They have to talk.”", ["said", "adding"]],
    ["“Every time,” Hill said, pointing at the bridge, “you say that.”", ["said", "said"]],
  ])("is the nearest: %s", (text, cues) => {
    expect(quotesOf(text).map(({ cue }) => cue && text.slice(cue.start, cue.end))).toEqual(cues);
  });

  it("begins what is said anew", () => {
    expect(contentsIn("The two will meet next week, Hill said, adding, “They have to talk.”")).toEqual([
      "The two will meet next week",
      "“They have to talk.”",
    ]);
  });

  it.each(["That said, a loss in the north would hurt him.", "Contributing: Ann Hill and Tom Roe."])("is none in: %s", (text) => {
    expect(quotesOf(text)).toEqual([]);
  });
});

describe("who is heard", () => {
  it.each([
    ["“What a place!” she heard one voice say.", "one voice"],
    ["“What a place!” he overheard the clerk say.", "the clerk"],
    ["“What a place!” he said.", "he"],
  ])("speaks: %s", (text, words) => {
    expect(saidIn(text)[0][0]).toBe(words);
  });
});
