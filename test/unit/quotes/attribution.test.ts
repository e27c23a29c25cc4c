import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entity, EntityType, MentionKind, Quote } from "../../../src/analysis/analysis.js";
import { attributeQuotes } from "../../../src/analysis/quotes/attribution.js";
import { findQuotationSpans } from "../../../src/analysis/quotes/quotationSpans.js";
import { readSourceText } from "../../../src/analysis/text/sourceText.js";

const NO_LAYOUT = { sections: [], declaredTopics: [], authors: [] };

/** An entity whose mentions are all the places of the given words. */
function entity(text: string, id: string, names: readonly string[], type: EntityType = "person", kind: MentionKind = "name"): Entity {
  const mentions = names.flatMap((name) => {
    const places: { start: number; end: number; kind: MentionKind }[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) places.push({ start: at, end: at + name.length, kind });
    return places;
  });
  return { id, type, name: names[0], aliases: names.slice(1), roles: [], rolePlaces: [], mentions };
}

function quotesOf(text: string, entities: readonly Entity[] = []): readonly Quote[] {
  const source = readSourceText(text);
  return attributeQuotes(source, NO_LAYOUT, findQuotationSpans(source, NO_LAYOUT), entities);
}

function inMarks(text: string, entities: readonly Entity[] = []): readonly Quote[] {
  return quotesOf(text, entities).filter(({ kind }) => kind !== "indirect");
}

function speakersOf(text: string): (string | null)[] {
  return inMarks(text).map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end));
}

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

describe("whose words they are", () => {
  const text =
    "“The bridge is open,” said Transport Minister Ada Byron. A spokesman for Carl Gauss said, “We shall see.” “Good,” she said.";

  it("gives the entity of the head of the words, not one that only stands in them", () => {
    const quotes = inMarks(text, [entity(text, "e1", ["Ada Byron"]), entity(text, "e2", ["Carl Gauss"])]);
    expect(quotes[0].speaker?.entity).toBe("e1");
    expect(quotes[1].speaker?.entity).toBeNull();
  });

  it("takes a pronoun's entity from its mention", () => {
    const ada: Entity = entity(text, "e1", ["Ada Byron"]);
    const she = text.indexOf("she said");
    const mentions = [...ada.mentions, { start: she, end: she + 3, kind: "pronoun" as const, confidence: 0.8 }];
    const quotes = inMarks(text, [{ ...ada, mentions }]);
    expect(quotes[2].speaker?.entity).toBe("e1");
    expect(quotes[2].speaker?.confidence).toBeLessThanOrEqual(0.8);
  });

  it("gives a pronoun that is left open to who spoke last, less sure", () => {
    const short = "Ada Byron blamed the council for the delay. She said, “You can cross it.”";
    const [first, second] = quotesOf(short, [entity(short, "e1", ["Ada Byron"])]);
    expect(first.speaker?.entity).toBe("e1");
    expect(second.speaker?.entity).toBe("e1");
    expect(second.speaker?.confidence).toBeLessThan(0.7);
    expect(second.speaker?.rule).toContain("spoke last");
  });

  it("gives a pronoun that begins a sentence to who spoke last even against the given name, less sure, where nobody else is named", () => {
    const alone = "Ada Byron blamed the council for the delay. He said, “You can cross it.”";
    const second = quotesOf(alone, [entity(alone, "e1", ["Ada Byron"])])[1];
    expect(second.speaker?.entity).toBe("e1");
    expect(second.speaker?.confidence).toBeLessThan(0.5);
    const two = "Hugh Hill left. Ada Byron blamed the council for the delay. He said, “You can cross it.”";
    const named = quotesOf(two, [entity(two, "e1", ["Ada Byron"]), entity(two, "e2", ["Hugh Hill"])]);
    expect(named.find(({ kind }) => kind === "direct")?.speaker?.entity).not.toBe("e1");
  });

  it.each([
    ["she", "e1"],
    ["he", null],
  ])("gives %s behind a quotation right after to who spoke last, where the given name agrees", (pronoun, expected) => {
    const short = `Ada Byron blamed the council for the delay. “You can cross it,” ${pronoun} said. “It is safe.”`;
    expect(inMarks(short, [entity(short, "e1", ["Ada Byron"])]).map(({ speaker }) => speaker?.entity)).toEqual([expected, expected]);
  });

  it.each([
    "Her deputy, Sir Hugh Hill, said: “The bridge is open.”",
    "“The bridge is open,” former minister of foreign affairs Hugh Hill said.",
    "“The bridge is open,” said the High Commissioner for Roads, Hugh Hill.",
    "The mayor’s chief of staff, Dr. Hugh Hill, replied: “The bridge is open.”",
  ])("knows the name behind a comma or an office for the speaker's: %s", (text) => {
    const people = [entity(text, "e1", ["Hugh Hill"])];
    expect(inMarks(text, people)[0].speaker?.entity).toBe("e1");
  });

  it.each(["the powerful Tarvo union", "The Tarvo newspaper"])("knows the organization by the noun behind its name: %s", (words) => {
    const text = `“We will wait for it,” ${words} said.`;
    expect(inMarks(text, [entity(text, "e1", ["Tarvo"], "organization")])[0].speaker?.entity).toBe("e1");
  });

  it("does not take those of an organization for the organization", () => {
    const text = "“We will wait for it,” Tarvo workers said.";
    expect(inMarks(text, [entity(text, "e1", ["Tarvo"], "organization")])[0].speaker?.entity).toBeNull();
  });

  it("does not take somebody's lawyer for the one who has a lawyer", () => {
    const text = "“The bridge is open,” the lawyer for Hugh Hill said.";
    expect(inMarks(text, [entity(text, "e1", ["Hugh Hill"])])[0].speaker?.entity).toBeNull();
  });

  it("knows who keeps a name back for an unnamed source", () => {
    const [{ speaker }] = inMarks("“Nobody can cross it,” said a farmer, who asked not to be named.");
    expect(speaker?.anonymous).toBe(true);
    expect(inMarks("“Nobody can cross it,” said a farmer, who lives there.")[0].speaker?.anonymous).toBe(false);
  });

  it("takes he behind a quotation for the one whom the sentence names that leads up to it", () => {
    const text = "Hugh Hill agreed. His colleague Carl Gauss disagrees: “There was nothing to see,” he said.";
    const hill = entity(text, "e1", ["Hugh Hill"]);
    const he = text.lastIndexOf("he");
    const mentions = [...hill.mentions, { start: he, end: he + 2, kind: "pronoun" as const, confidence: 0.6 }];
    const [{ speaker }] = inMarks(text, [{ ...hill, mentions }, entity(text, "e2", ["Carl Gauss"])]);
    expect(speaker?.entity).toBe("e2");
    expect(speaker?.rule).toContain("Carl Gauss");
  });

  it("does not take he for the one who was told", () => {
    const text = "Hugh Hill agreed. Then the mayor told Carl Gauss: “There was nothing to see,” he said.";
    expect(inMarks(text, [entity(text, "e1", ["Hugh Hill"]), entity(text, "e2", ["Carl Gauss"])])[0].speaker?.entity).not.toBe("e2");
  });

  it("gives it the words of the statement that was quoted before", () => {
    const short = "“The bridge is open to all of us,” the statement said. It also stressed “the need to mend the road.”";
    expect(speakersOf(short)).toEqual(["the statement", "the statement"]);
  });

  it("leaves a pronoun open after a quotation in marks, where another may answer", () => {
    const short = "“Is the bridge open?” asked Ada Byron. “Since noon,” he said.";
    expect(inMarks(short, [entity(short, "e1", ["Ada Byron"])])[1].speaker?.entity).toBeNull();
  });

  it.each(["a senior official", "Sources close to the minister", "another source"])("knows %s for an unnamed source", (words) => {
    const unnamed = `“The bridge is open to us all,” ${words} said.`;
    const [{ speaker }] = inMarks(unnamed);
    expect(speaker?.anonymous).toBe(true);
    expect(speaker?.entity).toBeNull();
  });

  it("lists the entities named inside", () => {
    const about = "“Carl Gauss built it,” said Ada Byron.";
    const [quote] = inMarks(about, [entity(about, "e1", ["Ada Byron"]), entity(about, "e2", ["Carl Gauss"])]);
    expect(quote.about).toEqual(["e2"]);
  });
});

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
    ["accused of", "Ada Byron accused the council of neglect.", "Ada Byron", "the council of neglect"],
    ["according to first", "According to Ada Byron, the bridge is safe.", "Ada Byron", "the bridge is safe"],
    ["according to last", "The bridge is safe, according to Ada Byron.", "Ada Byron", "The bridge is safe"],
    ["said last", "The bridge is safe, Ada Byron said.", "Ada Byron", "The bridge is safe"],
    ["a headline's colon", "Ada Byron: Bridge Is Safe for Everyone", "Ada Byron", "Bridge Is Safe for Everyone"],
    ["said in the midst", "The minister said on Friday that the bridge would open.", "The minister", "that the bridge would open"],
  ])("reports: %s", (_, text, source, content) => {
    const quote = quotesOf(text).find(({ kind }) => kind === "indirect");
    expect(quote?.speaker && text.slice(quote.speaker.start, quote.speaker.end)).toBe(source);
    expect(quote && text.slice(quote.start, quote.end)).toBe(content);
  });
});

describe("what is no reported speech", () => {
  it.each([
    ["how somebody looked", "He seemed tired."],
    ["what somebody found", "Police found two coats in the boat."],
    ["whom somebody named", "The mayor named a new harbour master on Monday, and the council built a wall."],
    ["what somebody released", "Detectives released pictures of the boat on Friday."],
    ["what people were ordered to do, by nobody", "The fishermen were offered a new boat."],
    ["a stage direction in marks", "The mayor rose. “(APPLAUSE)” The council left the hall."],
  ])("%s", (_, text) => {
    expect(quotesOf(text)).toEqual([]);
  });
});

describe("reported speech that stays such", () => {
  it.each([
    ["a marked clause", "Police found that the boat had been sold twice.", "that the boat had been sold twice"],
    ["an object that is nothing but what was said", "The mayor condemned the sale of the boat.", "the sale of the boat"],
  ])("%s", (_, text, content) => {
    expect(quotesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([content]);
  });
});

describe("a verb of speaking that no list has", () => {
  it.each([
    ["behind the speaker", "“It was never a foul,” she thundered.", ["she"]],
    ["before the speaker", "“It was never a foul,” thundered Ada Byron.", ["Ada Byron"]],
    ["with a second quotation", "“It was never a foul,” Ada Byron thundered. “Everybody saw it.”", ["Ada Byron", "Ada Byron"]],
    ["outside the marks, as the British set it", "‘It was never a foul’, Ada Byron thundered.", ["Ada Byron"]],
  ])("%s", (_, text, expected) => {
    expect(speakersOf(text)).toEqual(expected);
    expect(inMarks(text).map(({ cue }) => cue && text.slice(cue.start, cue.end))).toEqual(expected.map(() => "thundered"));
  });
});

describe("who goes on speaking", () => {
  it("is the same where a sentence about the one quotation parts two of one paragraph", () => {
    const text =
      "“We never felt beaten,” said Jay Okoro. “We kept the ball.”\n\nRinaldi was angry. “It was no foul,” he muttered darkly. “Everybody saw it.”";
    expect(speakersOf(text).slice(2)).toEqual(["he", "he"]);
  });
});

describe("who as a speaker", () => {
  const entityOf = (text: string, names: readonly string[]): string | null | undefined =>
    quotesOf(
      text,
      names.map((name, i) => entity(text, `e${i + 1}`, [name])),
    ).find(({ speaker }) => speaker && text.slice(speaker.start, speaker.end) === "who")?.speaker?.entity;

  it("is the person whose name its clause follows", () => {
    expect(entityOf("Ada Byron, who said that the bridge was closed, left at noon.", ["Ada Byron"])).toBe("e1");
    expect(entityOf("The letter names Ada Byron of the harbour board, who said that the bridge was closed.", ["Ada Byron"])).toBe("e1");
  });

  it("is the person, not the body that stands nearer", () => {
    const text = "Ada Byron of the Harbour Board, who said that the bridge was closed, left at noon.";
    const quotes = quotesOf(text, [entity(text, "e1", ["Ada Byron"]), entity(text, "e2", ["Harbour Board"], "organization")]);
    expect(quotes.map(({ speaker }) => speaker?.entity)).toEqual(["e1"]);
  });

  it("is nobody where two are named", () => {
    expect(entityOf("They met Carl Gauss and Ada Byron, who said that the bridge was closed.", ["Carl Gauss", "Ada Byron"])).toBeNull();
  });
});

describe("words between two apostrophes each", () => {
  it("are a direct quotation, with the speaker beside it", () => {
    const text = "''The bridge is open to all of us,'' Ada Byron said.";
    expect(quotesOf(text).map(({ kind }) => kind)).toEqual(["direct"]);
    expect(speakersOf(text)).toEqual(["Ada Byron"]);
  });
});

describe("a cue of the paragraph before that has its own quotation", () => {
  it("leaves the next paragraph to whose turn it is", () => {
    const text = "“Where is the key?” asked Ada Byron.\n\n“It is gone,” said Carl Gauss.\n\n“Then why was I sent for?”";
    expect(speakersOf(text)).toEqual(["Ada Byron", "Carl Gauss", "Ada Byron"]);
  });
});

describe("transcripts", () => {
  const text =
    "MR. CARNEY: Good morning. I have one thing for you.\n\nQ: Is the bridge open?\n\nMR. CARNEY: I told you it is.\n\nQ: Thank you.";

  it("gives each turn to its label", () => {
    const turns = quotesOf(text, [entity(text, "e1", ["CARNEY"])]).filter(({ kind }) => kind === "direct");
    expect(turns.map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end))).toEqual(["MR. CARNEY", "Q", "MR. CARNEY", "Q"]);
    expect(turns[0].speaker?.entity).toBe("e1");
    expect(turns[1].speaker?.anonymous).toBe(true);
    expect(text.slice(turns[1].start, turns[1].end)).toBe("Is the bridge open?");
  });

  it("takes I for the one who has the turn", () => {
    const said = text.replace("I told you it is", "I said yesterday that it is");
    const report = quotesOf(said, [entity(said, "e1", ["CARNEY"])]).find(({ kind, speaker }) => kind === "indirect" && speaker !== null);
    expect(report?.speaker?.entity).toBe("e1");
  });

  it("reads the record of a hearing, whose labels end in a full stop", () => {
    const hearing =
      "Mr. SHUSTER. The committee will come to order.\n\nSecretary Weld, is the bridge open?\n\nMs. WELD. It is, Mr. Chairman.\n\nThe CHAIRMAN. Thank you.\n\nMs. WELD. We are proud of it.";
    const turns = quotesOf(hearing, [entity(hearing, "e1", ["WELD"])]).filter(({ kind }) => kind === "direct");
    expect(turns.map(({ speaker }) => speaker && hearing.slice(speaker.start, speaker.end))).toEqual([
      "Mr. SHUSTER",
      "Ms. WELD",
      "The CHAIRMAN",
      "Ms. WELD",
    ]);
    expect(turns[0].spans).toHaveLength(2);
  });

  it("takes the colon of a label for no cue, whatever stands behind it", () => {
    const asked =
      "Q: Some say that the harbour is old: do you agree?\n\nA: It is old: my father built it.\n\nQ: The lamp: is it lit?\n\nA: It is.";
    const colons = quotesOf(asked).filter(({ cue }) => cue && asked[cue.start] === ":" && "QA".includes(asked[cue.start - 1]));
    expect(colons).toEqual([]);
  });

  it("knows who asks by the name in brackets, and a title with a name in capitals though it stands once", () => {
    const asked =
      "MR. CARNEY: Good morning.\n\nQ (Ada Byron, Radio Varna): Is the bridge open?\n\nMR. CARNEY: It is.\n\nMS. WELD: Thanks, all.";
    const turns = quotesOf(asked, [entity(asked, "e1", ["Ada Byron"])]).filter(({ kind }) => kind === "direct");
    expect(turns.map(({ start, end }) => asked.slice(start, end))).toEqual([
      "Good morning.",
      "Is the bridge open?",
      "It is.",
      "Thanks, all.",
    ]);
    expect(turns[1].speaker).toMatchObject({ entity: "e1", anonymous: false });
    expect(turns[3].speaker && asked.slice(turns[3].speaker.start, turns[3].speaker.end)).toBe("MS. WELD");
  });

  it("knows a QUESTION for somebody unnamed, and reports nothing that begins in a label", () => {
    const asked = "MS. WELD: Good morning.\n\nQUESTION: Can you tell us what he said about it?\n\nMS. WELD: No.\n\nQUESTION: Thanks.";
    const quotes = quotesOf(asked, [entity(asked, "e1", ["WELD"])]);
    const questions = quotes.filter(({ speaker }) => speaker && asked.startsWith("QUESTION", speaker.start));
    expect(questions.map(({ speaker }) => speaker?.anonymous)).toEqual([true, true]);
    expect(quotes.some(({ start }) => asked.startsWith("QUESTION", start))).toBe(false);
  });

  it("reads Q. and A. as labels", () => {
    const asked = "Q. Is the bridge open?\n\nA. It is.\n\nQ. Since when?\n\nA. Since noon.";
    expect(quotesOf(asked).filter(({ kind }) => kind === "direct")).toHaveLength(4);
  });

  it("takes A for the one person introduced above the first question, and for nobody where there are two", () => {
    const introduced = "Ada Byron builds bridges.\n\nQ: Is it open?\n\nA: It is.\n\nQ: Since when?\n\nA: Since noon.";
    const people = [entity(introduced, "e1", ["Ada Byron"])];
    const answers = quotesOf(introduced, people).filter(({ speaker }) => speaker && introduced[speaker.start] === "A");
    expect(answers.map(({ speaker }) => speaker?.entity)).toEqual(["e1", "e1"]);
    expect(answers[0].speaker?.rule).toContain("only person named");
    const two = introduced.replace("builds", "and Hugh Hill build");
    const both = [entity(two, "e1", ["Ada Byron"]), entity(two, "e2", ["Hugh Hill"])];
    expect(quotesOf(two, both).some(({ speaker }) => speaker !== null && speaker.entity !== null)).toBe(false);
  });

  it("gives a turn that is quoted in marks to the label inside them", () => {
    const quoted = '"BYRON: The bridge is open.\n\n"GAUSS: Since when?"';
    expect(speakersOf(quoted)).toEqual(["BYRON", "GAUSS"]);
  });

  it("takes no list of fields for a transcript", () => {
    const fields = "Subject: Bridges\n\nDate: June 3\n\nPlace: Erbil\n\nThe bridge is open.";
    expect(quotesOf(fields).filter(({ kind }) => kind === "direct")).toEqual([]);
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
