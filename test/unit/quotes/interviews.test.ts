import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";
import { areInterview, questionOf } from "../../../src/analysis/quotes/interviews.js";
import { readSourceText } from "../../../src/analysis/text/sourceText.js";

function blocksOf(text: string) {
  return readSourceText(text).blocks.map(({ block }) => block);
}

/** Each quotation without a mark, with the name of who speaks it. */
function turnsOf(text: string): (readonly [words: string, name: string | null])[] {
  const { quotes, entities } = analyze(text);
  return quotes
    .filter(({ kind, start }) => kind === "direct" && /\p{L}/u.test(text[start]))
    .map(({ start, end, speaker }) => [text.slice(start, end), entities.find(({ id }) => id === speaker?.entity)?.name ?? null]);
}

const QUESTIONS = [
  "**Why did you leave the board?**",
  "Nobody listened to us, and I was tired of it.",
  "**Would you go back?**",
  "No. The house is sold.",
  "My wife would not hear of it.",
].join("\n\n");

describe("a question in bold", () => {
  it.each([
    ["**Why did you leave?**", "Why did you leave?"],
    ["__You left in May. Why?__", "You left in May. Why?"],
    ["*Why did you leave?*", "Why did you leave?"],
    ["**The Courier: Why did you leave?**", "The Courier: Why did you leave?"],
  ])("is one: %s", (text, words) => {
    const span = questionOf(blocksOf(text)[0]);
    expect(span && text.slice(span.start, span.end)).toBe(words);
  });

  it.each(["**Why** did you **leave?**", "Why did you leave?", "**The years on the board**", "**Why?** Because.", "****?"])(
    "is none: %s",
    (text) => {
      expect(questionOf(blocksOf(text)[0])).toBeNull();
    },
  );
});

describe("an interview", () => {
  it("has two questions in bold that ask somebody, with answers behind them", () => {
    expect(areInterview(blocksOf(QUESTIONS))).toBe(true);
    expect(areInterview(blocksOf(QUESTIONS.split("\n\n").slice(0, 2).join("\n\n")))).toBe(false);
  });

  it("is not a list of frequent questions", () => {
    expect(areInterview(blocksOf("**What is the tax?**\n\nIt is a tax on boats.\n\n**When is it due?**\n\nIn June."))).toBe(false);
  });

  it("gives the answers to the one whom the introduction names, and the questions to nobody", () => {
    expect(turnsOf(`# The man who left\n\nThe engineer Hugh Hill kept the pumps of the city running for years.\n\n${QUESTIONS}`)).toEqual([
      ["Why did you leave the board?", null],
      ["Nobody listened to us, and I was tired of it.", "Hugh Hill"],
      ["Would you go back?", null],
      ["No. The house is sold.\n\nMy wife would not hear of it.", "Hugh Hill"],
    ]);
  });

  it.each([
    ["the headline gives the word", "# Hugh Hill on the pumps\n\nThe engineer spoke about Mary Lind, the mayor, and about the war."],
    ["the introduction says is asked", "# After Mary Lind\n\nA conversation with the engineer Hugh Hill about the years of the war."],
  ])("gives them to the one whom %s", (_, introduction) => {
    expect(turnsOf(`${introduction}\n\n${QUESTIONS}`)[1][1]).toBe("Hugh Hill");
  });

  it("gives them to nobody where several are named", () => {
    const names = turnsOf(`# The pumps\n\nHugh Hill and Mary Lind kept the pumps of the city running for years.\n\n${QUESTIONS}`);
    expect(names.map(([, name]) => name)).toEqual([null, null, null, null]);
  });

  it("gives them to whose label stands before the first", () => {
    const turns = turnsOf(QUESTIONS.replace("Nobody listened", "Hill: Nobody listened"));
    expect(turns.map(([, name]) => name)).toEqual([null, "Hill", null, "Hill"]);
  });

  it("tells the label of who asks inside the bold letters from the answer", () => {
    const turns = turnsOf(`The engineer Hugh Hill left the board in May.\n\n${QUESTIONS.replaceAll("**W", "**The Courier: W")}`);
    expect(turns.map(([words]) => words.slice(0, 9))).toEqual(["Why did y", "Nobody li", "Would you", "No. The h"]);
    expect(turns[1][1]).toBe("Hugh Hill");
    expect(turns[3][1]).toBe("Hugh Hill");
  });

  it("has no speaker carried from one turn to the next", () => {
    const text = `Hugh Hill left.\n\n${QUESTIONS.replace("I was tired of it.", "“Go home,” the guard said.").replace("The house is sold.", "“Come back,” one letter began, “or else.”")}`;
    const { quotes } = analyze(text);
    const back = quotes.find(({ start }) => text.startsWith("“Come", start));
    expect(back?.speaker && text.slice(back.speaker.start, back.speaker.end)).not.toBe("the guard");
  });
});

describe("an interview in ordinary letters", () => {
  const PAGE = `Interview: Marta Olsen on the night of the ferry

By Ida Holm

Marta Olsen was first mate of the ferry when it ran aground. She spoke to the paper in her kitchen.

When did you know that something was wrong?

At ten past two. The alarm went off, and I ran up.

Did you believe the captain?

No. I told him twice that the chart was old.

What would you say to him now?

Nothing. He has to live with it, and so do I.
`;

  it("gives the answers to whom it introduces", () => {
    expect(turnsOf(PAGE)).toEqual([
      ["When did you know that something was wrong?", null],
      ["At ten past two. The alarm went off, and I ran up.", "Marta Olsen"],
      ["Did you believe the captain?", null],
      ["No. I told him twice that the chart was old.", "Marta Olsen"],
      ["What would you say to him now?", null],
      ["Nothing. He has to live with it, and so do I.", "Marta Olsen"],
    ]);
  });

  it("is none where an essay asks itself", () => {
    const essay = `The bridge

By Ida Holm

What do you do with a bridge that nobody crosses?

The town has asked itself that for years, and the council has paid for nine studies of it.

It was built in 1931, when the mill was still there.

Would you pull it down?

Some would, and some have said so at every meeting since the spring of last year.

The engineers say it will stand for another century if it is painted.

Who would pay for the paint, if not you?

Nobody has said. The council meets again in May, and the mill's owner will be there.

The bridge is closed until then.
`;
    expect(turnsOf(essay)).toEqual([]);
  });
});

describe("what an interview ends with", () => {
  it("is nobody's where it says that it was edited", () => {
    const talk =
      "A conversation with the novelist Ilse Brandauer\n\nIlse Brandauer's seventh novel comes out this week. We met in her flat in Graz.\n\nYou once said that you would never write about your mother. What changed?\n\nShe died. That is the short answer. The long answer is that I found her letters.\n\nWhat was in them?\n\nMostly shopping.\n\nDid you cry?\n\nI laughed.\n\nThis interview has been edited and condensed.";
    const said = analyze(talk).quotes.map(({ start, end }) => talk.slice(start, end));
    expect(said.at(-1)).toBe("I laughed.");
  });
});
