import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";

/** What is said in a text, and the name of who says it; an unnamed source by its words. */
function saidBy(text: string): readonly (readonly [string, string | null])[] {
  const { entities, quotes } = analyze(text);
  return quotes.map(({ start, end, speaker }) => {
    const known = entities.find(({ id }) => id === speaker?.entity)?.name;
    return [text.slice(start, end), known ?? (speaker ? text.slice(speaker.start, speaker.end) : null)];
  });
}

describe("a pronoun", () => {
  it("is who spoke last, and not the one whose spokesman that is", () => {
    const text =
      "Matteo Ferrante left early. Mr Ferrante's spokesman, Carlo Denti, denied that it was so. “All of it is gossip,” he said. “Goodbye.”";
    expect(
      saidBy(text)
        .slice(1)
        .map(([, name]) => name),
    ).toEqual(["Carlo Denti", "Carlo Denti"]);
  });

  it("is somebody without a name with whom the sentence before begins, and goes on to be", () => {
    const text =
      "Hugh Hill, the minister, told the radio that the army held. He said it was calm.\n\nBut a colonel in the Third Division painted a different picture. He said his men were hungry. “We wait for bread,” he said.";
    expect(
      saidBy(text)
        .slice(2)
        .map(([, name]) => name),
    ).toEqual(["a colonel", "a colonel"]);
  });

  it("behind “but” is who said what stands before it", () => {
    const text = "Gen. Otto Hruby said the men had shown “great restraint”, but he admitted that shots were fired “on two occasions”.";
    expect(saidBy(text).at(-1)).toEqual(["“on two occasions”", "Otto Hruby"]);
  });

  it("behind a question that nobody is named for is who spoke last", () => {
    const text =
      "Ilse Brand resigned on Friday. Finance minister Sofia Lind told a crowd that the rule would stay. “One person does not make a bank,” she said. Pressed on the loan, she said: “I do not discuss it.”";
    expect(saidBy(text).at(-1)).toEqual(["“I do not discuss it.”", "Sofia Lind"]);
  });
});

describe("what is said", () => {
  it.each([
    [
      "the clause that “and that” adds",
      "Ann Weld said his men had run dry on Monday night and that nobody had come.",
      "his men had run dry on Monday night and that nobody had come",
    ],
    ["the word for a time that it describes", "Ann Weld described a chaotic night.", "a chaotic night"],
    ["the whole clause behind “nobody”", "Ann Weld said nobody at the firm had been told.", "nobody at the firm had been told"],
    ["both parts around “she told me”", "The official figure, she told me, was forty.", "The official figure, she told me, was forty"],
    [
      "nothing of an apposition",
      "According to the Quay Institute, a research group based in Varna, forty people have died since May.",
      "forty people have died since May",
    ],
  ])("has %s", (_, text, said) => {
    expect(saidBy(text)[0]?.[0]).toBe(said);
  });

  it.each([
    ["where somebody called", "Two officers called at the offices of the firm on Monday."],
    ["what somebody was called to", "She was called to a meeting on Tuesday morning."],
    ["whom somebody answers to", "He reported to the Director on all questions of safety."],
    ["who is quoted", "Quoting the poet John Hill, the bishop left the hall."],
    ["a word for a judge", "The learned Advocate General relied on the fact that the order was bad."],
    ["the door that is answered", "Her husband, answering the door of the house, smiled."],
    [
      "that a name is not to be used",
      "A shopkeeper, who asked that only his nickname be used, left. The guard declined to give his full name.",
    ],
    ["the main clause behind “Asked by”", "Asked by a reporter, the two clerks left the hall."],
  ])("is not %s", (_, text) => {
    expect(saidBy(text).map(([said]) => said)).toEqual([]);
  });
});

describe("who speaks", () => {
  it.each([
    ["Families whose homes were ruined when the river burst its banks have accused the firm of lying.", "Families"],
    ["Mr Sands, who knew the road, doubted that anyone had been hurt.", "Sands"],
    ["Ann Weld said the road was “a scar,” adding that she had walked it.", "Ann Weld"],
  ])("is found: %s", (text, name) => {
    expect(saidBy(text).at(-1)?.[1]).toBe(name);
  });

  it("is nobody where somebody is only asked about reports", () => {
    expect(saidBy("Ada Hill would not be drawn on reports that a driver had died.").at(-1)?.[1] ?? null).toBeNull();
  });

  it.each([
    ["UNION LEADER ADA BYRON\n\n“It was their last expense.”", "ADA BYRON"],
    ["Ada Byron, union leader\n\n“It was their last expense.”", "Ada Byron"],
    ["Trouble for Ada Byron\n\n“It was their last expense.”", null],
  ])("stands in the line above: %s", (text, name) => {
    expect(saidBy(`What people said\n\nThe mine was shut on Monday.\n\n${text}\n\nNobody was hurt.`)[0]).toEqual([
      "“It was their last expense.”",
      name,
    ]);
  });
});

describe("who speaks, and nobody else", () => {
  it.each([
    ["She leaves two daughters, one of whom, Ada Hill, said that the house would be sold.", "Ada Hill"],
    ["She met two lawyers, one of whom said that the house would be sold.", "one of whom"],
    ["As my friend Ada Hill likes to say, the best road is the one you did not take.", "Ada Hill"],
    ["Two men were asked about it. The other said that the siren had been silent.", "The other"],
  ])("%s", (text, name) => {
    expect(saidBy(text).at(-1)?.[1]).toBe(name);
  });

  it("is no word for what a paragraph is", () => {
    const text = "The bridge is shut.\n\nUPDATE: Several readers asked about the ferry. It runs.";
    expect(saidBy(text).map(([, who]) => who)).not.toContain("UPDATE");
  });

  it("is not who spoke last where somebody's kin is told of since", () => {
    const text = "Hill says something similar. My wife took the picture down. “It is not for me,” she said.";
    expect(saidBy(text).at(-1)?.[1]).not.toBe("Hill");
  });

  it("is told by the words before a few words in marks, and not by the turns of a talk", () => {
    const text =
      "Carla Neri said the letter had been “taken out of context”. Asked what the context was, she said: “The context was a Friday.”\n\n“A Friday?”\n\n“A Friday.”\n\nTwo porters agreed. The health board said it was “aware of the matter”. They argue that the board should “say what it knew”.";
    expect(saidBy(text).at(-1)).toEqual(["“say what it knew”", "They"]);
  });
});

describe("whose voice it is", () => {
  it.each([
    ["Ada Weld waited. “Go on,” Tom Roe’s low voice said from the stairs.", "Tom Roe"],
    ["Ada Weld came down. “I never do,” her voice said behind the door.", "Ada Weld"],
  ])("speaks: %s", (text, name) => {
    expect(saidBy(text).at(-1)?.[1]).toBe(name);
  });
});

describe("reports that are written while something happens", () => {
  const text =
    "Storm hits the coast\n\n14:32 The Met Office has warned that roads may flood.\n\n13:50 Trains between Oslo and Varna are suspended, the railway says.";

  it("have the time neither in the words for the speaker nor in what is said", () => {
    const quotes = analyze(text).quotes;
    expect(quotes.map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end))).toEqual(["The Met Office", "the railway"]);
    expect(text.slice(quotes[1].start, quotes[1].end)).toBe("Trains between Oslo and Varna are suspended");
  });
});

describe("news of firms", () => {
  it.each([["Acme Robotics beats estimates, shares jump"], ["Norsound tops forecasts"]])(
    "says what was expected of nobody: %s",
    (headline) => {
      const text = `${headline}\n\nThe firm sold more boats than in any spring before it.`;
      expect(analyze(text).quotes).toEqual([]);
    },
  );
});

describe("a name behind the words for somebody", () => {
  it.each([
    ["A lawyer for Mr. Kerr, Dana Whitlock of the Brandt & Lowe practice, said: “We wait.”", "Dana Whitlock"],
    ["“We wait,” a spokesman for the Dutch firm, Karel Jansz of its Delft office, said on Tuesday.", "Karel Jansz"],
    ["“We wait,” the head of the fire service, Ines Obara from the Marlow station, said on Tuesday.", "Ines Obara"],
    ["“We wait,” a Finn by the name of Pekka Laine said.", "Pekka Laine"],
    ["A trader by the name of Yusuf Odeh told me: “We wait.”", "Yusuf Odeh"],
    ["“We wait,” said a man called Aarne Suvanto.", "Aarne Suvanto"],
    ["“We wait,” ADG (Crime) Arun Bothra said.", "Arun Bothra"],
    ["SP (Rural) Vikas Rao told reporters: “We wait.”", "Vikas Rao"],
    ["Ruth Cole’s brother-in-law, Jane’s husband Mark Dyer, said: “We wait.”", "Mark Dyer"],
  ])("is the speaker’s: %s", (text, name) => {
    expect(saidBy(text).at(-1)?.[1]).toBe(name);
  });

  it("is another’s where somebody calls him something", () => {
    const text = "A lawmaker called Hugh Hill “the prince of the harbour.” He left.";
    expect(saidBy(text)[0][1]).toBe("A lawmaker");
  });
});

describe("a quotation behind a question", () => {
  it.each([
    ["Asked whom he blamed, Jonas Reed shrugged. “Everybody.”", "Jonas Reed"],
    ["Pressed on whether Ann Weld would resign, Mrs. Tolland shook her head. “Not today.”", "Tolland"],
    ["Ann Weld came in. Asked if Hugh Hill had lied to her, she looked away. “Ask him.”", "Ann Weld"],
  ])("is whose who was asked: %s", (text, name) => {
    expect(saidBy(text).at(-1)?.[1]).toBe(name);
  });
});

describe("a pronoun that means nobody known", () => {
  it.each(["It was raining. She said: “I cannot talk.”", "The bridge was shut. “I cannot talk,” he said."])("is doubtful: %s", (text) => {
    const [{ speaker }] = analyze(text).quotes;
    expect(speaker).toMatchObject({ entity: null });
    expect(speaker?.confidence).toBeLessThan(0.6);
  });
});

describe("a handle", () => {
  it("is whole with the stroke at its end", () => {
    const text = "“Never again,” @north_line_ replied.";
    const [{ speaker }] = analyze(text).quotes;
    expect(text.slice(speaker?.start, speaker?.end)).toBe("@north_line_");
  });
});

describe("a nickname that begins a name", () => {
  it.each([
    ["“Go,” said Ann Weld. “He fell,” said “Big” Sam Reed, the captain.", "“Big” Sam Reed, the captain"],
    ["“Go,” said Ann Weld. “He fell,” replied “Magic” Moss, the coach.", "“Magic” Moss, the coach"],
  ])("is no quotation, and the name the speaker’s: %s", (text, words) => {
    const quotes = analyze(text).quotes;
    expect(quotes.map(({ speaker }) => text.slice(speaker?.start, speaker?.end))).toEqual(["Ann Weld", words]);
    expect(quotes[1].speaker?.entity).not.toBeNull();
  });
});

describe("kin of somebody who may be named as well", () => {
  it.each([
    ["“He left,” said the mother of the boy, Tom Hale.", "the mother of the boy, Tom Hale"],
    ["The daughter of the victim, Ida Brun from Varna, said: “He left.”", "The daughter of the victim, Ida Brun from Varna"],
    ["“He left,” said the wife of Tom Hale, Maria.", "Maria"],
    ["“He left,” said the boy’s mother, Maria Hale.", "Maria Hale"],
  ])("is called by the name only where no other can be: %s", (text, name) => {
    expect(saidBy(text).at(-1)?.[1]).toBe(name);
  });
});
