import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";
import { entity, quotesOf, speakersOf } from "./quotesOf.js";

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

  it("knows a label with a seat and the time behind it, as parliaments have it", () => {
    const record =
      "Senator HALE: Thank you.\n\nSenator McBRIDE (Varna) (14:22): Will he answer?\n\nMr WELD (Halden—Minister for Ports) [3.15 pm]: I will.\n\nThe PRESIDENT (15:20): Order. A vote (14:30) is near: come.";
    const turns = quotesOf(record).filter(({ kind }) => kind === "direct");
    expect(turns.map(({ speaker, start, end }) => [record.slice(speaker?.start, speaker?.end), record.slice(start, end)])).toEqual([
      ["Senator HALE", "Thank you."],
      ["Senator McBRIDE (Varna)", "Will he answer?"],
      ["Mr WELD (Halden—Minister for Ports)", "I will."],
      ["The PRESIDENT", "Order. A vote (14:30) is near: come."],
    ]);
  });

  it("keeps a question that ends a paragraph in the turn that asks it", () => {
    const asked =
      "WELD: I asked whether you would come. You did not answer.\n\nI have had no answer. Dr. Hill, will you speak?\n\nHILL: I will. You know my view, and I know yours.\n\nIs that what you wanted to hear from me?\n\nWELD: It is. We thank you.\n\nDo you have more to say to us?\n\nHILL: I do not.";
    const turns = quotesOf(asked).filter(({ kind }) => kind === "direct");
    expect(turns.map(({ spans }) => spans.length)).toEqual([2, 2, 2, 1]);
  });

  it("knows the parts of a broadcast, though each stands once", () => {
    const broadcast =
      "ANCHOR: We go live now to Ann Weld in Varna.\n\nWELD: The mayor told us that it was over.\n\n(BEGIN VIDEO CLIP)\n\nUNIDENTIFIED FEMALE: I lost everything.";
    const turns = quotesOf(broadcast, [entity(broadcast, "e1", ["Ann Weld", "WELD"])]).filter(({ kind }) => kind === "direct");
    expect(turns.map(({ speaker }) => speaker && broadcast.slice(speaker.start, speaker.end))).toEqual([
      "ANCHOR",
      "WELD",
      "UNIDENTIFIED FEMALE",
    ]);
  });

  it("has an unnamed source for each label that names nobody", () => {
    const panel =
      "MODERATOR: Who begins?\n\nSPEAKER 1: I do.\n\nSPEAKER 2: Why not I?\n\nUNIDENTIFIED MALE: Louder!\n\nAUDIENCE MEMBER: Louder, please!\n\nSPEAKER 1: It was all in vain.\n\nMODERATOR: Thank you.";
    const { entities, quotes } = analyze(panel);
    const turns = quotes.map(({ speaker }) => [entities.find(({ id }) => id === speaker?.entity)?.name, speaker?.anonymous]);
    const labels = panel.split("\n\n").map((turn) => turn.split(":")[0]);
    expect(turns).toEqual(labels.map((label) => [label, true]));
    expect(entities.every(({ anonymous }) => anonymous)).toBe(true);
  });

  it("knows who has a seat by the whole name", () => {
    const debate =
      "Fleur Anderton-Bligh MP: Will she come?\n\nAnn Holm MP: I will.\n\nFleur Anderton-Bligh MP: When?\n\nAnn Holm MP: Soon.";
    const { entities, quotes } = analyze(debate);
    expect(entities.map(({ name }) => name)).toEqual(["Fleur Anderton-Bligh", "Ann Holm"]);
    expect(quotes.map(({ speaker }) => speaker?.entity)).toEqual([0, 1, 0, 1].map((i) => entities[i].id));
  });

  it("takes nobody who asks for the one who answers", () => {
    const crossed = "CROSS-EXAMINATION BY MR. HART:\n\nQ. You saw a man?\n\nA. I saw a man.\n\nQ. What did he say?\n\nA. That he was lost.";
    const hart = analyze(crossed).entities.find(({ name }) => name === "HART");
    const speakers = analyze(crossed)
      .quotes.filter(({ kind }) => kind === "direct")
      .map(({ speaker }) => speaker?.entity ?? null);
    expect(speakers).toEqual([hart?.id, null, hart?.id, null]);
  });

  it("reads a title in capitals before a name as a part of the label", () => {
    const hearing =
      "ANN WALLACE: Did you vote for it?\n\nSEN. MARK DOYLE: He told me to. He said it was a good bill.\n\nREP. LENA ORTIZ: I did not.\n\nSEN. MARK DOYLE: You did.";
    const { entities, quotes } = analyze(hearing);
    const turns = quotes.filter(({ kind }) => kind === "direct").map(({ speaker }) => speaker && hearing.slice(speaker.start, speaker.end));
    expect(turns).toEqual(["ANN WALLACE", "SEN. MARK DOYLE", "REP. LENA ORTIZ", "SEN. MARK DOYLE"]);
    expect(entities.map(({ name }) => name)).toEqual(["ANN WALLACE", "MARK DOYLE", "LENA ORTIZ"]);
  });

  it("never means by “he” the one whose turn it is, nor in a paragraph with which the turn goes on", () => {
    const talk =
      "ANN WALLACE: What did Peter Stone say?\n\nMARK DOYLE: A good deal.\n\nI saw him on Friday. He was tired, and he said so.\n\nANN WALLACE: And then?\n\nMARK DOYLE: Nothing.";
    const doyle = analyze(talk).entities.find(({ name }) => name === "MARK DOYLE");
    expect(doyle?.mentions.map(({ kind }) => kind)).toEqual(["name", "name"]);
  });

  it("takes what heads a record for nobody's words", () => {
    const record = `SPEAKERS: Jay Carney, press secretary; Ada Byron, engineer\n\nLocation: The town hall of Varna\n\n${text}`;
    expect(quotesOf(record).map(({ start, end }) => record.slice(start, end))).toEqual(
      quotesOf(text).map(({ start, end }) => text.slice(start, end)),
    );
  });

  it("knows an office with who holds it, and takes a heading with a colon for nobody's words", () => {
    const record =
      "Flooding: Harwick\n\nTom Hill (Harwick) (Lab): Who mends the dam?\n\nThe Minister for Fisheries, Food and the Coast (Ada Byron): I do.\n\nTom Hill: And when?\n\nHon. Members: Now!";
    const { entities, quotes } = analyze(record);
    const nameOf = (id: string | null | undefined) => entities.find((one) => one.id === id)?.name ?? null;
    expect(quotes.map(({ start, end, speaker }) => [record.slice(start, end), nameOf(speaker?.entity)])).toEqual([
      ["Who mends the dam?", "Tom Hill"],
      ["I do.", "Ada Byron"],
      ["And when?", "Tom Hill"],
      ["Now!", expect.not.stringMatching(/^Hon$/)],
    ]);
  });

  it("ends a turn before a title in capitals", () => {
    const record = `${text}\n\nSTATEMENT OF ADA BYRON, CHIEF ENGINEER\n\nMR. CARNEY: Please begin.`;
    expect(
      quotesOf(record)
        .map(({ end }) => record.slice(0, end))
        .some((all) => all.endsWith("ENGINEER")),
    ).toBe(false);
  });

  it("gives what somebody reports to that person, and not to whose label stands before it", () => {
    const record =
      "ANN ROE, HOST: Good morning.\n\nLUKE HILL, BYLINE: At the port a guard who gave only his first name, Petro, said that the cranes would move. “Maybe not now,” he added.\n\nUNIDENTIFIED PERSON #1: It is burning.\n\nANN ROE: Thank you.";
    const { entities, quotes } = analyze(record);
    const nameOf = (id: string | null | undefined) => entities.find((one) => one.id === id)?.name ?? null;
    const said = quotes.map(({ start, speaker }) => [record.slice(start, start + 14), nameOf(speaker?.entity)]);
    expect(said).toContainEqual(["“Maybe not now", "Petro"]);
    expect(said.filter(([, who]) => who === "Luke Hill" || who === "LUKE HILL")).toHaveLength(1);
    expect(said.map(([words]) => words)).toContain("It is burning.");
  });

  it("takes a clause that leads up to a quotation for no label", () => {
    const report =
      "Ada Byron was clear: “The bridge is open.”\n\nHugh Hill struck another note: “It is not safe.”\n\nAda Byron's answer was short: “It is.”";
    const people = [entity(report, "e1", ["Ada Byron"]), entity(report, "e2", ["Hugh Hill"])];
    expect(quotesOf(report, people).map(({ start, end, speaker }) => [report.slice(start, end), speaker?.entity])).toEqual([
      ["“The bridge is open.”", "e1"],
      ["“It is not safe.”", "e2"],
      ["“It is.”", "e1"],
    ]);
  });

  it("reads labels with a bracket, the office's holder in it or whom somebody writes for", () => {
    const asked =
      "THE MINISTER (Ada Byron): Good afternoon.\n\nMR. HILL (Daily Lamp): Is it safe?\n\nTHE MINISTER: It is.\n\nMS. LIND (Radio Varna): For all?\n\nTHE MINISTER: For all.";
    const turns = quotesOf(asked, [entity(asked, "e1", ["Ada Byron"]), entity(asked, "e2", ["Daily Lamp"], "organization")]);
    expect(turns.map(({ start, end, speaker }) => [asked.slice(start, end), speaker?.entity])).toEqual([
      ["Good afternoon.", "e1"],
      ["Is it safe?", null],
      ["It is.", "e1"],
      ["For all?", null],
      ["For all.", "e1"],
    ]);
  });

  it("knows by their initials whom labels named whole before", () => {
    const asked =
      "Cork & Bark: How many trees are left?\n\nAda Byron: Four millions.\n\nC&B: And the fires?\n\nAB: We had none.\n\nC&B: You sound tired.\n\nAB: I am.";
    const people = [entity(asked, "e1", ["Ada Byron"]), entity(asked, "e2", ["Cork & Bark"], "organization")];
    const turns = quotesOf(asked, people).filter(({ kind }) => kind === "direct");
    expect(turns.map(({ speaker }) => speaker?.entity)).toEqual(["e2", "e1", "e2", "e1", "e2", "e1"]);
  });

  it("knows them by the initials of both halves of a surname", () => {
    const asked = "Cork & Bark: How many?\n\nAda Hale-Byron: Four.\n\nC&B: And fires?\n\nAHB: None.\n\nC&B: Sure?\n\nAHB: I am.";
    const people = [entity(asked, "e1", ["Ada Hale-Byron"]), entity(asked, "e2", ["Cork & Bark"], "organization")];
    const turns = quotesOf(asked, people).filter(({ kind }) => kind === "direct");
    expect(turns.map(({ speaker }) => speaker?.entity)).toEqual(["e2", "e1", "e2", "e1", "e2", "e1"]);
  });

  it("gives the words quoted in a turn to no pronoun's guess", () => {
    const text =
      "MS. WELD: The director wrote to me, and he said: “It is the bridge.” That is all.\n\nMR. HILL: Did he write?\n\nMS. WELD: He did.\n\nMR. HILL: Thanks.";
    const { quotes } = analyze(text);
    expect(quotes.find(({ start }) => text.startsWith("“It", start))?.speaker?.entity).toBeNull();
  });

  it("knows a single QUESTION between the turns", () => {
    const asked = "MS. WELD: The bridge is open.\n\nQUESTION: For lorries?\n\nMS. WELD: For all.";
    expect(quotesOf(asked).map(({ spans }) => spans.length)).toEqual([1, 1, 1]);
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

  it.each([
    [
      "11. Q. What is your trade? A. I am a builder.\n\n12. Q. Since when? A. Nineteen years.",
      ["What is your trade?", "I am a builder.", "Since when?", "Nineteen years."],
    ],
    [
      "1. Q. Where do you live?\nA. In Mill Lane.\n\n2. Q. Did you see it?\nA. I did. It was ten.",
      ["Where do you live?", "In Mill Lane.", "Did you see it?", "I did. It was ten."],
    ],
    [
      "Q. What is your trade? —A. I am a builder.\n\nQ. For whom? A. For Mr. A. Smith.",
      ["What is your trade?", "I am a builder.", "For whom?", "For Mr. A. Smith."],
    ],
  ])("reads numbered questions, and answers in their paragraph, as old records have them: %s", (record, turns) => {
    const found = quotesOf(record).filter(({ kind }) => kind === "direct");
    expect(found.map(({ start, end }) => record.slice(start, end))).toEqual(turns);
    expect(found.map(({ speaker }) => record.slice(speaker?.start, speaker?.end))).toEqual(["Q", "A", "Q", "A"]);
    expect(analyze(record).entities.map(({ name }) => name)).not.toContain("Nineteen");
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

describe("whom a turn quotes", () => {
  it("is named behind the turn's label", () => {
    const text =
      "Q. You saved it. Did you know?\nA. I did not.\nQ. Your coach said afterwards that you were “a wall”.\nA. And last month that I was a door.";
    const { quotes } = analyze(text);
    const inner = quotes.find(({ start }) => text.startsWith("“a wall”", start));
    expect(inner?.speaker && text.slice(inner.speaker.start, inner.speaker.end)).toBe("Your coach");
    expect(inner?.speaker?.rule).toContain("its subject “Your coach”");
  });
});
