import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entity, inMarks, quotesOf, speakersOf } from "./quotesOf.js";

describe("who spoke a quotation", () => {
  it.each([
    ["said X", "“The bridge is open,” said Ada Byron.", ["Ada Byron"]],
    ["X said", "“The bridge is open,” Ada Byron said.", ["Ada Byron"]],
    ["X said before it", "Ada Byron said, “The bridge is open.”", ["Ada Byron"]],
    ["X said: before it", "Ada Byron said: “The bridge is open.”", ["Ada Byron"]],
    ["a pronoun", "“The bridge is open,” she added.", ["she"]],
    ["both sides of one cue", "“The bridge,” Ada Byron said, “is open.”", ["Ada Byron", "Ada Byron"]],
    ["a second quotation in the paragraph", "“The bridge is open,” Ada Byron said. “You can cross it now.”", ["Ada Byron", "Ada Byron"]],
    ["the statement", "“The bridge is open and safe to cross,” the statement said.", ["the statement"]],
    ["a statement on Friday", "Ada Byron said in a statement on Friday that “the bridge is open to all of us.”", ["Ada Byron"]],
    ["an organization", "“The bridge is open,” the Ministry of Transport said in a statement.", ["the Ministry of Transport"]],
    ["according to", "The bridge is “open to all of us,” according to Ada Byron.", ["Ada Byron"]],
    [
      "a name behind a small particle",
      "“The bridge is open,” al-Nahri told Radio Varna, pointing at it. “Look,” al-Nahri said.",
      ["al-Nahri", "al-Nahri"],
    ],
    ["a signature", "“The bridge is open to every one of us.”\n— Ada Byron", ["Ada Byron"]],
    ["two clauses", "Ada Byron called it “a fine bridge,” while Carl Gauss said it was “a very bad idea.”", ["Ada Byron", "Carl Gauss"]],
  ])("%s", (_, text, expected) => {
    expect(speakersOf(text)).toEqual(expected);
  });

  it("reads nobody's name out of a dateline", () => {
    const text = "VARNA, Bulgaria — The head of the harbour's office, Ada Byron, told reporters that “the time has come to build.”";
    expect(speakersOf(text)).toEqual(["The head of the harbour's office, Ada Byron,"].map((words) => words.slice(0, -1)));
  });

  it("takes his lawyer for the one whose name stands behind a comma", () => {
    const text = "According to his lawyer, Ada Byron, he was held “for carrying a very old drum”.";
    expect(inMarks(text, [entity(text, "e1", ["Ada Byron"])])[0].speaker).toMatchObject({ entity: "e1" });
  });

  it("takes who for the one whose name it follows", () => {
    const text = "Ada Byron, who had called for a “total and complete shutdown” of the bridge, was there.";
    expect(inMarks(text, [entity(text, "e1", ["Ada Byron"])])[0].speaker).toMatchObject({ entity: "e1" });
  });

  it("finds the name before an apposition that ends in the cue before a paragraph break", () => {
    const text = "Hugh Hill, a doctor at the clinic, said:\n\n“The bridge is open.”";
    const [quote] = inMarks(text, [entity(text, "e1", ["Hugh Hill"])]);
    expect(quote.speaker?.entity).toBe("e1");
  });

  it("takes a quotation without a cue in the next paragraph for the same speaker's", () => {
    const text = "“The bridge is open,” Ada Byron said.\n\n“You can all cross it now, and you should,” she added.";
    expect(speakersOf(text)).toEqual(["Ada Byron", "she"]);
  });

  it("names nobody where the text does not say", () => {
    const text = "The sign over the door was old.\n\n“No swimming.”\n\nThe paint had gone.";
    for (const { speaker } of inMarks(text)) expect(speaker).toBeNull();
  });

  it("says which rule decided and on which words", () => {
    const text = "“The bridge is open,” said Ada Byron.";
    expect(inMarks(text)[0].speaker?.rule).toBe("“said” behind the quotation, followed by “Ada Byron”");
  });

  it("gives the cue's place", () => {
    const text = "“The bridge is open,” Ada Byron said.";
    const { cue } = inMarks(text)[0];
    expect(cue && text.slice(cue.start, cue.end)).toBe("said");
  });
});

describe("a source with several parts", () => {
  it("goes to the person whose title has a name and a connector in it", () => {
    const text = "Head of the Bridge Council Ada Byron said, “The bridge is open.”";
    const [quote] = inMarks(text, [entity(text, "e1", ["Bridge Council"], "organization"), entity(text, "e2", ["Ada Byron"])]);
    expect(quote.speaker?.entity).toBe("e2");
  });

  it("goes to the person behind a membership", () => {
    const text = "Member of parliament Ada Byron, who is close to the harbour, called the bridge “a very political bridge.”";
    expect(inMarks(text, [entity(text, "e1", ["Ada Byron"])])[0].speaker).toMatchObject({ entity: "e1" });
  });

  it("goes to the first of two who speak at once", () => {
    const text = "“The bridge is open to everyone,” Ada Byron and Carl Gauss said.";
    const [quote] = inMarks(text, [entity(text, "e1", ["Ada Byron"]), entity(text, "e2", ["Carl Gauss"])]);
    expect(quote.speaker?.entity).toBe("e1");
  });

  it("passes over a parenthesis between dashes", () => {
    const text = "Ada Byron stressed in a letter to the council — which she had called for — “the need to mend the bridge.”";
    expect(speakersOf(text)).toEqual(["Ada Byron"]);
  });
});

describe("an article alone", () => {
  it("names nobody", () => {
    expect(speakersOf("The reply, when it came, ran to a single sentence: the matter was “closed”.")).toEqual([null]);
  });
});

describe("what is no speech", () => {
  it.each([
    ["a programme", "She saw it on CNN’s “State of the Union” and switched it off."],
    ["a name with the stop before the closing mark", "The hills belong to the “Lantern Army.” Its leader taught school."],
    ["the name of an army", "The hills belong to the “Lantern Army,” led by a former teacher."],
  ])("%s", (_, text) => {
    expect(inMarks(text)).toEqual([]);
  });
});

describe("a short form that a text gives itself", () => {
  it("is no speech", () => {
    expect(inMarks("The Bureau of Bridges (“BB”) signed the contract (the “Bridge Contract”) on Monday, Ada Byron said.")).toEqual([]);
  });
});

describe("a word or two that are a sentence of their own", () => {
  it.each([
    ["an answer between two quotations", "“Where do you live?” “Harbour.” “So do we all.”", "“Harbour.”"],
    ["behind a sentence", "The keeper looked up at the lamp. “Broken.” Nobody in the room spoke.", "“Broken.”"],
    ["before a pronoun", "He rose. “Amen,” I whispered behind the door.", "“Amen,”"],
  ])("%s", (_, text, words) => {
    expect(inMarks(text).map(({ start, end }) => text.slice(start, end))).toContain(words);
  });

  it("but no name inside a sentence", () => {
    expect(inMarks("They sailed on the “Harbour.” Nobody came back.")).toEqual([]);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    "“",
    "”",
    '"',
    " said ",
    " Ada Byron ",
    "he",
    ", ",
    ". ",
    "\n\n",
    " that ",
    " the bridge is open",
    " according to ",
    "Q: ",
    "MR. LEE: ",
    "😀",
    " — ",
    ":",
    " told reporters ",
    "’",
    "‘",
  );

  it("gives quotes in order, inside the text, with ids of their own, the same each time", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join("");
        const quotes = quotesOf(text, [entity(text, "e1", ["Ada Byron"])]);
        expect(new Set(quotes.map(({ id }) => id)).size).toBe(quotes.length);
        let last = 0;
        for (const { start, end, spans, speaker } of quotes) {
          expect(start).toBeGreaterThanOrEqual(last);
          last = start;
          expect(end).toBeLessThanOrEqual(text.length);
          expect(spans.every((span) => span.start >= start && span.end <= end && span.end > span.start)).toBe(true);
          if (speaker) {
            expect(speaker.end).toBeGreaterThan(speaker.start);
            expect(speaker.rule.length).toBeGreaterThan(0);
            expect(speaker.confidence).toBeGreaterThanOrEqual(0);
            expect(speaker.confidence).toBeLessThanOrEqual(1);
          }
        }
        expect(quotesOf(text, [entity(text, "e1", ["Ada Byron"])])).toEqual(quotes);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["marks", '"'.repeat(300_000)],
    ["cues", "said ".repeat(10_000)],
    ["a quotation", `“${"word and more. ".repeat(60_000)}” he said.`],
    ["speakers", Array.from({ length: 3000 }, (_, i) => `SPEAKER ${String.fromCharCode(65 + (i % 26))}: I say so.`).join("\n\n")],
  ])("gets through nothing but %s", (_, text) => {
    expect(() => quotesOf(text)).not.toThrow();
  });
});
