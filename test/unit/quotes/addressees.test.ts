import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";
import { growthFourfold } from "../growth.js";

/** Of each quotation the words for its speaker and whom they mean. */
function whoIn(text: string): readonly (readonly [words: string, name: string | null])[] {
  const { quotes, entities } = analyze(text);
  return quotes.map(({ speaker }) => [
    speaker ? text.slice(speaker.start, speaker.end) : "",
    entities.find(({ id }) => id === speaker?.entity)?.name ?? null,
  ]);
}

describe("a letter", () => {
  it("takes “he” for whom it tells of, and not for whom it is written to", () => {
    const text = "From: Ann Weld\nTo: Tom Reed\n\nTom, I spoke to Okafor. He says the bridge will open in May.";
    expect(whoIn(text)).toEqual([["He", "Okafor"]]);
  });

  it("leaves “he” to whom a sentence is about", () => {
    const text = "Tom Reed spoke to Ada Okafor. He says the bridge will open in May.";
    expect(whoIn(text)).toEqual([["He", "Tom Reed"]]);
  });
});

describe("a witness's statement", () => {
  const text =
    "STATEMENT OF HELENA MARSH\n\nI, Helena Marsh, of 4 Mill Lane, make this statement of my own knowledge. On 3 May I met Mr Reed. I said that I would pay him.";

  it("gives “I” to the witness", () => {
    expect(whoIn(text)).toEqual([["I", "Helena Marsh"]]);
  });

  it("gives “I” to the one whom its heading names", () => {
    const headed = "Witness Statement of Sister Helena Marsh\n\n1. I am a nurse on Ward 7.\n\n2. I told Mr Reed that I would pay him.";
    expect(whoIn(headed)).toEqual([["I", "Helena Marsh"]]);
  });

  it("gives “I” to nobody where no statement is made", () => {
    expect(whoIn("I, Helena Marsh thought, have time. I said that I would pay Mr Reed.").at(-1)?.[1]).toBeNull();
  });
});

describe("a report in the first person", () => {
  const text = "The road to Varna\n\nBy Helena Marsh\n\nI asked the guard whether the gate was open. He shook his head, and went to see.";

  it("gives “I” to the one who signed it", () => {
    expect(whoIn(text)).toEqual([["I", "Helena Marsh"]]);
  });

  it("gives “I” of a message that another holds to who wrote that one", () => {
    const mail = "From: Helena Marsh\nTo: Tom Reed\nSubject: The gate\n\nTom, I told you that the gate was open.\n\n";
    const first = ["I", "Helena Marsh"];
    const told = "Helena, I said that it was shut.";
    for (const head of ["-----Original Message-----\nFrom: Tom Reed", "From: Tom Reed\nSent: 3 May 2021\nTo: Helena Marsh"])
      expect(whoIn(`${mail}${head}\n\n${told}`)).toEqual([first, ["I", "Tom Reed"]]);
    expect(whoIn(`${mail}On 3 May 2021 at 10:02, Tom Reed wrote:\n> ${told}\n\nI told you that it was not.`)).toEqual([
      first,
      ["I", "Tom Reed"],
      ["I", "Helena Marsh"],
    ]);
    expect(whoIn(`${mail}-----Original Message-----\nFrom: gate@varna.example\n\n${told}`)).toEqual([first, ["I", null]]);
  });

  it("takes no longer for a long line above a head", () => {
    const mail = "\nFrom: Ann Weld\nTo: Tom Reed\n\nI said that it was shut.";
    const line = "some words without an end ";
    expect(growthFourfold((times) => analyze(line.repeat(times) + mail), 3000)).toBeLessThan(8);
  });

  it("gives “I” of a letter to who signed it below the closing", () => {
    const letter = "Dear Mr Pryce,\n\nThank you for your letter. I have decided that the file is closed.\n\n";
    expect(whoIn(`${letter}Yours sincerely,\n\nHelena Marsh\nRecords Manager`)).toEqual([["I", "Helena Marsh"]]);
    expect(whoIn(`${letter}Kind regards\nDr Helena Marsh`)).toEqual([["I", "Helena Marsh"]]);
    expect(whoIn(`${letter}Yours sincerely,\n\nThe Records Team`)).toEqual([["I", null]]);
    expect(whoIn(letter.replace("Dear Mr Pryce,", "On Monday.").concat("Yours sincerely,\n\nHelena Marsh"))).toEqual([["I", null]]);
  });

  it("gives “I” to nobody where two signed it, or where it goes from question to question", () => {
    expect(whoIn(text.replace("Marsh", "Marsh and Tom Reed"))).toEqual([["I", null]]);
    const asked = "\n\nWhen did you come to Varna?\n\nIn May.\n\nAnd when did you leave?\n\nI told them that I would stay.";
    expect(whoIn(text.replace(/\n\nI asked.*/s, asked)).at(-1)?.[1]).toBeNull();
  });
});

describe("an excerpt of a record in an article", () => {
  it("ends with its last turn", () => {
    const text = [
      "The second reading of the Fisheries Bill was given last night, after a debate of five hours in which nobody changed his mind.",
      "The Fisheries Secretary, Niall Gascoyne, told the House that the Bill would help the harbours, and that nothing else would do so.",
      "Sir Desmond Fell: Will my right hon. Friend give way?",
      "Mr Gascoyne: I give way to my hon. Friend, who knows more about herring than anybody.",
      "Sir Desmond Fell: I am obliged. Has he read the letter?",
      "Mr Gascoyne: I was not aware of that letter.",
      "Ayesha Rahmani, for the Opposition, said that it was “a net with a hole in it”. The Bill now goes to a committee.",
    ].join("\n\n");
    const { quotes } = analyze(text);
    const last = quotes.find(({ start }) => text.startsWith("I was not aware", start));
    expect(last?.spans).toHaveLength(1);
    expect(whoIn(text).at(-1)).toEqual(["Ayesha Rahmani, for the Opposition", "Ayesha Rahmani"]);
  });
});

describe("words for a speaker", () => {
  it("mean the name behind their comma, whatever their capitals", () => {
    const text = "The shadow Fisheries Secretary, Ayesha Rahmani, welcomed the aim of the law but said it was “a net with a hole in it”.";
    expect(whoIn(text).map(([, name]) => name)).toEqual(["Ayesha Rahmani", "Ayesha Rahmani"]);
  });

  it("mean the one whose name they hold, though “her” is somebody else", () => {
    const text =
      "Leyla Aydin has kept a list for six years.\n\nHer neighbour Hasan Polat, who drove the first ambulance, remembers the silence. “You expect screaming,” he says, lighting another cigarette.";
    expect(whoIn(text).at(-1)).toEqual(["he", "Hasan Polat"]);
  });

  it("mean whose letter it is", () => {
    const text = "The Chair read out a letter from Elin Brandt of Quay Street, in which she called the Board “deaf as well as blind”.";
    expect(whoIn(text)).toEqual([["she", "Elin Brandt"]]);
  });

  it("end before the verb of “A second voice answers:”", () => {
    expect(whoIn("A second voice answers: “Leave it. We'll be in by six.”")).toEqual([["A second voice", null]]);
  });
});
