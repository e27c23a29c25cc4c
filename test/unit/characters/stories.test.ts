import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";

/** The names of the entities that speak a text's quotations in marks, in order; a hyphen where nobody does. */
function speakers(...paragraphs: readonly string[]): readonly string[] {
  const { quotes, entities } = analyze(paragraphs.join("\n\n"));
  return quotes
    .filter(({ kind }) => kind !== "indirect")
    .map(({ speaker }) => entities.find(({ id }) => id === speaker?.entity)?.name ?? "-");
}

describe("a story", () => {
  it("has turns from its first answer on", () => {
    expect(
      speakers(
        "The old man put down his nets when he saw the boy.",
        "“Any luck?” asked the boy.",
        "“None.”",
        "The old man laughed. “You said that yesterday,” he told him.",
      ),
    ).toEqual(["the boy", "The old man", "The old man"]);
  });

  it("is answered by the one who tells it, who is called I", () => {
    expect(
      speakers(
        "We were eight miles out when the engine stopped. Dede swore. Then he laughed.",
        "“Can you row?” he asked me.",
        "“Not eight miles.”",
        "“Nobody is asking for eight,” Dede said.",
      ),
    ).toEqual(["Dede", "I", "Dede"]);
  });

  it("has another answer where a paragraph ends behind the words for a speaker", () => {
    expect(
      speakers(
        "I called on Eleanor Vance that October. She poured the tea herself, and her daughter Philippa looked on.",
        "“Mother exaggerates,” said Philippa.",
        "“Mother does not.”",
        "“You were bored at Easter.”",
        "“I was ill,” said Mrs. Vance.",
      ),
    ).toEqual(["Philippa", "Eleanor Vance", "Philippa", "Eleanor Vance"]);
  });

  it("has who is called in a quotation for the next one's speaker, though only named later", () => {
    expect(
      speakers(
        "“Tom, fetch the lamp.”",
        "“It is out of oil.”",
        "“Then fill it.”",
        "Tom Ridley went on with his supper. He did not look up.",
      )[1],
    ).toBe("Tom Ridley");
  });

  it("has no turns where two quotations stand in a few lines", () => {
    expect(
      speakers(
        "Anna Berg, the mayor, met her brother Karl Berg, a builder, in Uppsala. The hall was full.",
        "“Nobody will close this theatre, said Mona Lind. The lights went out.",
        "She left.",
        "“There were far more people in the hall than anybody had seen there before that day.”",
      ),
    ).toEqual(["-", "-"]);
  });
});

describe("short quotations that begin one paragraph after the other", () => {
  it("are turns, in what is no story, too", () => {
    expect(
      speakers(
        "The engineer unrolled the drawing. The mayor, Joaquim Teles, held one corner against the wind.",
        "“Here is the dam,” said the engineer.",
        "“It is in the wrong place,” Teles said.",
        "“It is where the map has it.”",
        "“The map is old,” said Teles.",
      ),
    ).toEqual(["The engineer", "Joaquim Teles", "The engineer", "Joaquim Teles"]);
  });
});

describe("relatives", () => {
  it("“his wife” is the Mrs. of that Mr.", () => {
    const { quotes, entities } = analyze(
      [
        "Mr. Pryce and Mrs. Pryce did not agree about the piano. He had bought it, and she had to dust it.",
        "“It will not go through the door,” said Mr. Pryce.",
        "“It came in by the door,” said his wife.",
        "“You held the rope,” Mrs. Pryce said.",
      ].join("\n\n"),
    );
    const [husband, wife, mrs] = quotes.filter(({ kind }) => kind === "direct").map(({ speaker }) => speaker?.entity);
    expect(wife).toBe(mrs);
    expect(wife).not.toBe(husband);
    expect(entities.filter(({ name }) => name === "Pryce")).toHaveLength(2);
  });

  it("the grandmother of a grandson who was named with her", () => {
    expect(
      speakers(
        "Old Mrs. Haddad kept the shop with her grandson Karim. He was the one who saw the soldiers first.",
        "“They're at the corner,” he said.",
        "“Put the money in the flour,” his grandmother said.",
      ),
    ).toEqual(["Karim", "Haddad"]);
  });
});

describe("words for one without a name", () => {
  it("are no apposition to the name that a preposition stands before", () => {
    expect(
      speakers(
        "Halima Noor had walked since four. “They told us to come early,” she said.",
        "A nurse wrote something. Behind Noor, an old man with a stick laughed. “It is a very full book,” he said.",
      )[1],
    ).toBe("an old man");
  });

  it("tell a gender by the noun before the noun", () => {
    expect(
      speakers(
        "A woman servant came into the room where a child was sleeping, and she drew the curtains.",
        "“Wake up,” she said. The child did not stir. He had been ill for a week.",
      ),
    ).toEqual(["A woman servant"]);
  });
});

describe("what words stand on", () => {
  it("is nobody in a story", () => {
    const text =
      "Mary opened the ledger. The entry reads: “Ship lost, all saved.” Mary closed the book. “So they lived,” she said.\n\n“Where is he?” asked Tom.\n\n“Out,” said Mary.\n\nThe sign on the door said, “No dogs.” Tom laughed. “That means you,” he said.\n\nThe rabbit said, “I am late.”";
    const { entities, quotes } = analyze(text);
    expect(entities.map(({ name }) => name)).toEqual(["Mary", "Tom", "The rabbit"]);
    expect(quotes[1].speaker?.entity).toBe(entities[0].id);
  });
});
