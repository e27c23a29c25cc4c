import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";

/** The words for the speaker of a text's first quotation, or null. */
function speakerIn(text: string): string | null {
  const [quote] = analyze(text).quotes;
  return quote?.speaker ? text.slice(quote.speaker.start, quote.speaker.end) : null;
}

describe("what is said behind words for when and where", () => {
  it.each([
    ["The judge ordered on Monday that the records be released.", "The judge"],
    ["The union urged in a statement that the mine be closed.", "The union"],
    ["The opposition charged on Tuesday that the vote was rigged.", "The opposition"],
    ["Lawmakers questioned on Tuesday whether the dam was safe.", "Lawmakers"],
    ["The bridge is safe, or so Ann Weld said in May.", "Ann Weld"],
  ])("keeps its speaker: %s", (text, speaker) => {
    expect(speakerIn(text)).toBe(speaker);
  });

  it.each(["Two charged after a chase through Halden", "Firm criticised for delay at the bridge"])(
    "is nothing in a headline: %s",
    (text) => {
      expect(speakerIn(`${text}\n\nThe town lies on a river and has a bridge of its own there.`)).toBeNull();
    },
  );
});

describe("ordinary words that look like something rarer", () => {
  it.each([
    ["Gunmen killed four people in Jos. Police said two men were held.", "Police"],
    ["Weld, Hale & Co. said they were pleased.", "Weld, Hale & Co."],
    ["Rossi holds that Olympic record to this day.", null],
    ["The museum holds that Picasso in its vault.", null],
    ["The court held that Roe was free.", "The court"],
  ])("keep their sense: %s", (text, speaker) => {
    expect(speakerIn(text)).toBe(speaker);
  });

  it.each([
    ["Lionel Messi is home to stay, his agent said.", "Lionel Messi", "person"],
    ["Scorers: Hill 22, Weld 14.", "Hill 22", undefined],
    ["They fought for a week on Hill 937 and lost.", "Hill 937", "place"],
  ])("are of their type: %s", (text, name, type) => {
    expect(analyze(text).entities.find((entity) => entity.name === name)?.type).toBe(type);
  });

  it("are no kin of a clause that goes on", () => {
    const text = "Jan Weld and Ole Weld left. For Jan Weld, his brother was a hero. Weld said so.";
    const jan = analyze(text).entities.find(({ name }) => name === "Jan Weld");
    expect(jan?.mentions.map(({ start, end }) => text.slice(start, end))).toContain("Weld");
  });

  it("are turns of a record below its head", () => {
    const text = "Members: Ann Weld, Tom Hale.\n\nMS. WELD: We begin.\n\nSTAFF: One moment, please.\n\nMS. WELD: Good.\n\nSTAFF: Now.";
    const turns = analyze(text).quotes.filter(({ kind }) => kind === "direct");
    expect(turns.map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end))).toEqual([
      "MS. WELD",
      "STAFF",
      "MS. WELD",
      "STAFF",
    ]);
  });

  it("leave “I” to the author of an article that holds a letter or a mail", () => {
    const told = "I said in March that the dam was unsafe, and the town was angry with me for it.";
    const letter = "Dear Ms Weld,\n\nThank you for your words.\n\nYours faithfully,\n\nTom Hale";
    const mail = "From: Tom Hale\nTo: Ann Weld\nSubject: The dam\n\nThank you for your words.";
    for (const held of [letter, mail]) {
      const text = `The dam\n\nBy Ann Weld\n4 May 2021\n\n${told}\n\n${held}`;
      const { entities, quotes } = analyze(text);
      expect(entities.find(({ id }) => id === quotes[0].speaker?.entity)?.name).toBe("Ann Weld");
    }
  });
});
