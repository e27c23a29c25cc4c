import { describe, expect, it } from "vitest";
import type { Entity } from "../../../src/analysis/analysis.js";
import { entity, inMarks, quotesOf, speakersOf } from "./quotesOf.js";

describe("whose words they are", () => {
  const text =
    "“The bridge is open,” said Transport Minister Ada Byron. A spokesman for Carl Gauss said, “We shall see.” “Good,” she said.";

  it("gives the entity of the head of the words, not one that only stands in them", () => {
    const quotes = inMarks(text, [entity(text, "e1", ["Ada Byron"]), entity(text, "e2", ["Carl Gauss"])]);
    expect(quotes[0].speaker?.entity).toBe("e1");
    expect(quotes[1].speaker?.entity).toBeNull();
  });

  it("is May's, who is no modal verb where a verb follows", () => {
    const told = "Theresa May came. May told the members that she would not lead.";
    expect(quotesOf(told, [entity(told, "e1", ["Theresa May", "May"])]).at(-1)?.speaker?.entity).toBe("e1");
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
    ["It drew a rebuke from mayor Hugh Hill. “We know it,” he said.", "e1", "We know"],
    ["Ada Byron told the mayor it was safe. One former engineer was less sure. “It shakes,” he told me. “It does.”", null, "It does"],
    ["Lin Sato, the envoy, warned that it was “unsafe.” Kim Hill, an adviser, was blunter. “It shakes,” he said.", "e2", "It shakes"],
    ["The director, Hugh Hill, said it was late.\n\n“We know it,” he said.", "e1", "We know"],
  ])("gives “he” behind a quotation to whom the sentence before is about: %s", (text, expected, words) => {
    const people = ["Hugh Hill", "Kim Hill", "Lin Sato", "Ada Byron"].filter((name) => text.includes(name));
    const entities = people.map((name) => entity(text, name === "Hugh Hill" ? "e1" : name === "Kim Hill" ? "e2" : name, [name]));
    const quote = quotesOf(text, entities).find(({ start, end }) => text.slice(start, end).includes(words));
    expect(quote?.speaker?.entity).toBe(expected);
    if (expected === null) expect(text.slice(quote?.speaker?.start, quote?.speaker?.end)).toBe("One former engineer");
  });

  it.each([
    ["Ada Byron (ADAB.L) Chief Executive Hugh Hill told us that it was “safe.”", "Ada Byron (ADAB.L) Chief Executive Hugh Hill"],
    ["“Sooner or later,” she'd say, “it will fall.”", "she"],
    ["It is, as Hugh Hill put it, to see “the basic principles.”", "Hugh Hill"],
    ["My grandmother, a cook who kept bees, used to say that “bees know.”", "My grandmother, a cook who kept bees"],
    ["“We Knew About It”: Inside the Valley Disaster", undefined],
    ["Hugh Hill, a clerk from the harbour said it was “safe.”", "Hugh Hill, a clerk from the harbour"],
    ["President Hugh Hill paid tribute to Ada Byron, saying the town had lost “a friend.”", "President Hugh Hill"],
    ["Hugh Hill hung up on Ada Byron, saying the road was “a shambles.”", "Hugh Hill"],
    ["Hugh Hill cabled Ada Byron: “The news is grave.”", "Hugh Hill"],
    ["Meanwhile, the harbour board said it was “safe.”", "the harbour board"],
    ["The crowd roared back: “Open the bridge!”", "The crowd"],
    ["The king, said to be “comfortable,” will stay.", undefined],
    ["A clerk believed to be “in hiding” was not there.", undefined],
    ["The director of the board said it was late. “We know it,” he said.", "The director of the board"],
  ])("has the words that name the speaker, and no others: %s", (text, words) => {
    const [quote] = inMarks(text);
    expect(quote?.speaker ? text.slice(quote.speaker.start, quote.speaker.end) : undefined).toBe(words);
  });

  it("brings nobody up by what they are known as, or by a work's title", () => {
    expect(inMarks("A third, signing himself “Old Salt,” blamed the council.")).toEqual([]);
    expect(inMarks("Ann Weld, known as “the child rescuer,” was there.")).toEqual([]);
    expect(inMarks("Known in the Dutch press as “the Baker of Breda”, he bought firms.")).toEqual([]);
    expect(inMarks("Ask Hugh Hill, who read “Green Eggs and Ham” on the floor.")).toEqual([]);
    expect(inMarks("Ann Weld makes this clear in her stunning new documentary “1985.” It opens on Friday.")).toEqual([]);
    expect(inMarks("In his 2002 book, “Make Your Child a Farmer,” Hugh Hill looks back.")).toEqual([]);
    expect(inMarks("Ann Weld said in the film, “Nobody came.”")).toHaveLength(1);
  });

  it("gives a quotation that is a paragraph of its own to whom the paragraph above quotes last", () => {
    const alone =
      "The day was cold. “The boat is late,” Ada Byron told the paper.\n\n“And that is why we wait for it.”\n\nThe council met.";
    expect(speakersOf(alone)).toEqual(["Ada Byron", "Ada Byron"]);
  });

  it("names nobody by an answer that did not come", () => {
    expect(speakersOf("“Come here!” No answer. “Come here at once!” No reply.")).toEqual([null, null]);
  });

  it("knows a clause between dashes for speech", () => {
    const text = "Hugh Hill treated it as praise -- “That makes me proud” -- and went home.";
    expect(inMarks(text).map(({ start, end }) => text.slice(start, end))).toEqual(["“That makes me proud”"]);
  });

  it.each([
    "Her deputy, Sir Hugh Hill, said: “The bridge is open.”",
    "“The bridge is open,” said former Speaker of the House Hugh Hill.",
    "“The bridge is open,” former minister of foreign affairs Hugh Hill said.",
    "“The bridge is open,” said the High Commissioner for Roads, Hugh Hill.",
    "The mayor’s chief of staff, Dr. Hugh Hill, replied: “The bridge is open.”",
    "Its author, retired judge Sir Hugh Hill, blamed “a habit of silence.”",
    "Its owner, billionaire Hugh Hill, said that it was “open.”",
  ])("knows the name behind a comma or an office for the speaker's: %s", (text) => {
    const people = [entity(text, "e1", ["Hugh Hill"])];
    expect(inMarks(text, people)[0].speaker?.entity).toBe("e1");
  });

  it.each(["the powerful Tarvo union", "The Tarvo newspaper"])("knows the organization by the noun behind its name: %s", (words) => {
    const text = `“We will wait for it,” ${words} said.`;
    expect(inMarks(text, [entity(text, "e1", ["Tarvo"], "organization")])[0].speaker?.entity).toBe("e1");
  });

  it("is not whom the words are about by a pronoun, but by a name", () => {
    const text = "Ada Byron met Carl Gauss. “He is a thief,” Ada Byron said. “Ada Byron never was,” Ada Byron said.";
    const ada = entity(text, "e1", ["Ada Byron"]);
    const he = text.indexOf("He is");
    const mentions = [...ada.mentions, { start: he, end: he + 2, kind: "pronoun" as const }].sort((a, b) => a.start - b.start);
    expect(inMarks(text, [{ ...ada, mentions }]).map(({ about }) => about)).toEqual([[], ["e1"]]);
  });

  it("ends what is said behind a percent sign", () => {
    const text = "Ada Byron said profit rose 4%.";
    const [{ start, end }] = quotesOf(text, [entity(text, "e1", ["Ada Byron"])]);
    expect(text.slice(start, end)).toBe("profit rose 4%");
  });

  it("is not whom a speaker quotes beside", () => {
    const text = "The bishop, quoting Ada Byron, told them: “No bridge is a road.”";
    expect(quotesOf(text, [entity(text, "e1", ["Ada Byron"])]).map(({ kind }) => kind)).toEqual(["direct"]);
  });

  it("knows an organization by a name in apposition that is described itself", () => {
    const text = "The company, Norvik, a unit of Bolt Holdings, said that it would close the mill.";
    const named = [entity(text, "e1", ["Norvik"], "organization"), entity(text, "e2", ["Bolt Holdings"], "organization")];
    expect(quotesOf(text, named)[0].speaker?.entity).toBe("e1");
  });

  it("knows an organization by what stands in apposition to it, and a name that ends with an initial", () => {
    const text =
      "The regulator, Ofbridge, said it was “in contact with the council.” A clerk, Karl H.*, said, “I saw it.” “Go,” said Karl H.";
    const quotes = inMarks(text, [entity(text, "e1", ["Ofbridge"], "organization"), entity(text, "e2", ["Karl H"])]);
    expect(quotes[0].speaker?.entity).toBe("e1");
    expect(quotes[2].speaker?.entity).toBe("e2");
  });

  it("leaves out the day or the code that stands in brackets before the cue", () => {
    const days = "Ada Byron asked the council on Thursday [June 12] to declare an emergency.";
    expect(quotesOf(days, [entity(days, "e1", ["Ada Byron"])])[0].speaker?.entity).toBe("e1");
    const shares = "The company (Nasdaq: ACME) today announced that it would close.";
    const [closed] = quotesOf(shares);
    expect(closed.speaker && shares.slice(closed.speaker.start, closed.speaker.end)).toBe("The company");
  });

  it("takes no adviser for the one whom he advises, and ends a source before what it gave", () => {
    const text =
      "An adviser to Mr. Byron, in a call on Saturday, gave us the longest account:\n\n“He came with maps.”\n\nAnother source gave a plainer account: “He left.”";
    const quotes = inMarks(text, [entity(text, "e1", ["Byron"])]);
    expect(quotes.map(({ speaker }) => speaker?.entity)).toEqual([null, null]);
    const last = quotes[1].speaker;
    expect(last && text.slice(last.start, last.end)).toBe("Another source");
    expect(last?.anonymous).toBe(true);
  });

  it("knows somebody by the name that he goes by", () => {
    const text = "The page's owner, who uses the name Ada Byte, wrote that it was “a lie.”";
    expect(inMarks(text, [entity(text, "e1", ["Ada Byte"])])[0].speaker?.entity).toBe("e1");
  });

  it("does not take those of an organization for the organization", () => {
    const text = "“We will wait for it,” Tarvo workers said.";
    expect(inMarks(text, [entity(text, "e1", ["Tarvo"], "organization")])[0].speaker?.entity).toBeNull();
  });

  it("does not take somebody's lawyer for the one who has a lawyer", () => {
    const text = "“The bridge is open,” the lawyer for Hugh Hill said.";
    expect(inMarks(text, [entity(text, "e1", ["Hugh Hill"])])[0].speaker?.entity).toBeNull();
  });

  it.each([
    ["a lawyer representing Hugh Hill", "what the person does"],
    ["a figure close to Hugh Hill", "whom the person is close to"],
    ["an economist who advises Hugh Hill", "a clause about the person"],
    ["one of the guards", "one of several"],
  ])("takes “%s” for an unnamed source: %s", (words) => {
    const text = `${words[0].toUpperCase()}${words.slice(1)} said the bridge was open.`;
    const [{ speaker }] = quotesOf(text, [entity(text, "e1", ["Hugh Hill"])]);
    expect(speaker).toMatchObject({ entity: null, anonymous: true, start: 0, end: words.length });
  });

  it("is the one before the comma where a clause about him has closed", () => {
    const text = "One of the clerks, who wishes to remain unnamed, told us: “Nobody burns paper by accident.”";
    const [{ speaker }] = inMarks(text);
    expect(speaker && text.slice(speaker.start, speaker.end)).toBe("One of the clerks, who wishes to remain unnamed");
    expect(speaker?.anonymous).toBe(true);
  });

  it("is not he of whom the question is", () => {
    const text =
      "Hugh Hill refused to speak of it. “I talk about boats,” he said. Pressed on whether Carl Gauss would go, he said: “Next.”";
    const hill = entity(text, "e1", ["Hugh Hill"]);
    const gauss = entity(text, "e2", ["Carl Gauss"]);
    const first = text.indexOf("he said");
    const second = text.lastIndexOf("he said");
    const pronoun = (start: number) => ({ start, end: start + 2, kind: "pronoun" as const, confidence: 0.8 });
    const people = [
      { ...hill, mentions: [...hill.mentions, pronoun(first)] },
      { ...gauss, mentions: [...gauss.mentions, pronoun(second)] },
    ];
    expect(inMarks(text, people).map(({ speaker }) => speaker?.entity)).toEqual(["e1", "e1"]);
  });

  it("is she with whose name the sentence before begins, where the given name tells the gender", () => {
    const text = "Carl Gauss doubts it. The historian Mary Lind, who has seen the files, believes Gauss. “He was there,” she says.";
    const gauss = entity(text, "e1", ["Carl Gauss"]);
    const she = text.lastIndexOf("she");
    const mentions = [...gauss.mentions, { start: she, end: she + 3, kind: "pronoun" as const, confidence: 0.5 }];
    const [{ speaker }] = inMarks(text, [{ ...gauss, mentions }, entity(text, "e2", ["Mary Lind"])]);
    expect(speaker?.entity).toBe("e2");
    expect(speaker?.rule).toContain("Mary Lind");
  });

  it("signs a block quotation of Markdown", () => {
    const text = "> “We asked for three studies. We got one.”\n> — Ada Byron, chair of the board";
    expect(speakersOf(text)).toEqual(["Ada Byron"]);
  });

  it("takes the whole of “one of them”", () => {
    const text = "The guards left at noon. One of them said the bridge was open.";
    const [{ speaker }] = quotesOf(text);
    expect(speaker && text.slice(speaker.start, speaker.end)).toBe("One of them");
    expect(speaker?.anonymous).toBe(true);
  });

  it("does not give a quotation with words of its own before a colon to who spoke before", () => {
    const text = "Hugh Hill was blunter: “It is a bad bridge.” For Carl Gauss, the matter is simple: “Nobody asked us.”";
    expect(speakersOf(text)[0]).toBe("Hugh Hill");
    expect(speakersOf(text)[1]).not.toBe("Hugh Hill");
  });

  it("knows who keeps a name back for an unnamed source", () => {
    const [{ speaker }] = inMarks("“Nobody can cross it,” said a farmer, who asked not to be named.");
    expect(speaker?.anonymous).toBe(true);
    expect(inMarks("“Nobody can cross it,” said the farmer, who lives there.")[0].speaker?.anonymous).toBe(false);
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

describe("part of a name", () => {
  it("names nobody who speaks", () => {
    const text =
      "She sat on the Court of Appeal and adjourned a trial because a boy “looked as though he needed his mother”, and died on Sunday.";
    const [quote] = inMarks(text, [entity(text, "e1", ["Court of Appeal"], "organization")]);
    expect(quote.speaker).toBeNull();
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

describe("lines that “>” sets apart", () => {
  it("are of whom the words before the colon name", () => {
    expect(speakersOf("In a letter of May, Ada Byron wrote to the mayor:\n\n> The bridge must be closed.\n\nNobody answered.")).toEqual([
      "Ada Byron",
    ]);
  });

  it("are of whom the signature names", () => {
    expect(speakersOf("It rained.\n\n> It was the loudest silence I ever heard.\n>\n> — Ada Byron, engineer\n")).toEqual(["Ada Byron"]);
  });
});

describe("“he” and “she” that are left open", () => {
  const speaking = (text: string, ...names: readonly string[]): (string | null)[] =>
    inMarks(
      text,
      names.map((name, i) => entity(text, `e${i + 1}`, [name])),
    ).map(({ speaker }) => names[Number(speaker?.entity?.slice(1)) - 1] ?? null);

  it.each([
    ["behind a phrase", "Ada Byron denied the claim. In a message to the paper, she said: “All papers are in order.”"],
    ["behind a clause", "Ada Byron denied the claim. Asked why, she said: “Because.”"],
  ])("mean who spoke before: %s", (_, text) => {
    expect(speaking(text, "Ada Byron")).toEqual(["Ada Byron"]);
  });

  it("mean who spoke, and not of whom, in the sentence before", () => {
    const text = "Sheila Obi, 71, said she had “no sympathy whatsoever” for Hargreave. “A lollipop,” she said.";
    expect(speaking(text, "Sheila Obi", "Hargreave")).toEqual(["Sheila Obi", "Sheila Obi"]);
  });

  it("mean an unnamed source that spoke, of the same gender", () => {
    const words = (text: string) => speakersOf(text).at(-1);
    expect(words("A man from the village described seven bodies. “I counted shoes,” he said.")).toBe("A man from the village");
    expect(words("“It was dark,” said one official. “It is over,” he said.")).toBe("one official");
    expect(words("A woman in the crowd said the police had fired first. “They came at noon,” he said.")).toBe("he");
    expect(words("Two officials said the police had fired first. “They came at noon,” he said.")).toBe("he");
  });

  it("mean with whose name the sentence before begins, where the paragraph names nobody else", () => {
    const text = "Susanti said it had burned.\n\nLawmaker Sutrisno of the party was unconvinced. “Who feeds them?” he asked.";
    expect(speaking(text, "Susanti", "Sutrisno")).toEqual(["Sutrisno"]);
  });

  it("mean whose reply the sentence before is about", () => {
    expect(speaking("Asquith's reply was brief. “The law,” he wrote, “is deaf.”", "Asquith")).toEqual(["Asquith", "Asquith"]);
  });
});
