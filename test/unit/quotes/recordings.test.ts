import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";

/** Each quotation's first words and the name of the entity that speaks. */
function said(text: string): [string, string | null][] {
  const { entities, quotes } = analyze(text);
  return quotes.map(({ start, speaker }) => [
    text.slice(start, start + 16),
    entities.find(({ id }) => id === speaker?.entity)?.name.toUpperCase() ?? null,
  ]);
}

const TALK = [
  ["Nora Quist", "We are recording. Who are you?"],
  ["Walter Grimm", "I am Walter Grimm, and I run the harbor."],
  ["Nora Quist", "Who told you about the crane?"],
  ["Walter Grimm", "Paula Dietz, the inspector. She called me and said, “That thing will fall.”"],
] as const;
const EXPECTED = [
  ["We are recording", "NORA QUIST"],
  ["I am Walter Grim", "WALTER GRIMM"],
  ["Who told you abo", "NORA QUIST"],
  ["Paula Dietz, the", "WALTER GRIMM"],
  ["“That thing will", "PAULA DIETZ"],
];

const stamp = (i: number): string => `00:0${i}:1${i}`;

describe("what a chat's program notes", () => {
  it("is nobody's turn", () => {
    const chat = ["Ada Weld: Keep it quiet", "Tom Roe added Karl Lind", "Tom Roe: Who wrote it?", "Ada Weld: Nobody"];
    const text = chat.map((line, i) => `[12/03/2024, 08:2${i}:10] ${line}`).join("\n");
    const { quotes } = analyze(text);
    expect(quotes.map(({ start, end }) => text.slice(start, end))).toEqual(["Keep it quiet", "Who wrote it?", "Nobody"]);
  });
});

describe("the turns of what was recorded and written down", () => {
  it.each<[string, (name: string, words: string, i: number) => string, string]>([
    ["a name and a time above", (name, words, i) => `${name}  ${stamp(i)}\n${words}`, "\n\n"],
    ["a time in brackets and a colon", (name, words, i) => `${name} (${stamp(i)}):\n${words}`, "\n\n"],
    ["a colon, then the time", (name, words, i) => `${name}: (${stamp(i)})\n${words}`, "\n\n"],
    ["the time before the label", (name, words, i) => `[${stamp(i)}] ${name}: ${words}`, "\n\n"],
    ["messages with day and time", (name, words, i) => `[12/03/2021, 10:02:1${i}] ${name}: ${words}`, "\n"],
    ["messages with a dash", (name, words, i) => `12/03/21, 10:0${i} - ${name}: ${words}`, "\n"],
    ["a label and a colon", (name, words) => `${name}: ${words}`, "\n\n"],
    ["a name in bold, then the time", (name, words, i) => `**${name}** (${stamp(i)}): ${words}`, "\n\n"],
    ["a name in brackets", (name, words) => `[${name}]: ${words}`, "\n\n"],
    ["a name in capitals and a stop", (name, words) => `${name.toUpperCase()}. ${words}`, "\n\n"],
    ["subtitles", (name, words, i) => `${i + 1}\n${stamp(i)}.000 --> ${stamp(i)}.900\n${name}: ${words}`, "\n\n"],
    ["a name alone in its line", (name, words) => `${name}\n\n${words}`, "\n\n"],
  ])("are read: %s", (_, form, gap) => {
    expect(said(TALK.map(([name, words], i) => form(name, words, i)).join(gap))).toEqual(EXPECTED);
  });

  it("leaves out who takes part, listed above with what they are", () => {
    const list = "Nora Quist - Harbor Post\nWalter Grimm - Harbor Master\nJan Roth - Harbor Clerk";
    expect(said(`${list}\n\n${TALK.map(([name, words]) => `${name}\n\n${words}`).join("\n\n")}`)).toEqual(EXPECTED);
  });

  it("counts the times of subtitles for nothing", () => {
    const text = `WEBVTT\n\n${TALK.map(([name, words], i) => `${i + 1}\n${stamp(i)}.000 --> ${stamp(i)}.900\n${name}: ${words}`).join("\n\n")}`;
    const { sections } = analyze(text).document;
    expect(sections.filter(({ kind }) => kind === "boilerplate").map(({ start, end }) => text.slice(start, end))[0]).toContain("WEBVTT");
  });

  it("takes a list in which names recur for no talk", () => {
    const list =
      "Jan Roth\n\nBorn in 1950 in Varna.\n\nAda Byron\n\nBorn in 1815 in London.\n\nJan Roth\n\nDied in 1990.\n\nAda Byron\n\nDied in 1852.";
    expect(said(list)).toEqual([]);
  });
});

describe("what a court takes down", () => {
  const head =
    "DEPOSITION OF RAYMOND POOLE\n\nRAYMOND POOLE, having been first duly sworn, testified as follows:\n\nEXAMINATION\nBY MS. ARCHER:\n\n";
  const first = "Q. Who ran the plant?\nA. Gail Hendry. She said, “Leave it alone.”\nMR. WEISS: Objection.\nTHE WITNESS: May I go on?\n\n";
  const text = `${head}${first}EXAMINATION\nBY MR. WEISS:\n\nQ. Did you write that down?\nA. No, sir.`;

  it("gives “Q” to the lawyer whom the line above names, and “A” to the witness", () => {
    expect(said(text)).toEqual([
      ["Who ran the plan", "ARCHER"],
      ["Gail Hendry. She", "RAYMOND POOLE"],
      ["“Leave it alone.", "GAIL HENDRY"],
      ["Objection.\nTHE W", "WEISS"],
      ["May I go on?\n\nEX", "RAYMOND POOLE"],
      ["Did you write th", "WEISS"],
      ["No, sir.", "RAYMOND POOLE"],
    ]);
  });

  it("is titled by its record, which alone may name the witness", () => {
    const court =
      "IN THE CIRCUIT COURT OF MARLOW COUNTY\n\nELLEN TRASK, Plaintiff,\nv.\nBRIGHTWATER CO., Defendant.\n\nCase No. 16-CV-2231\n\n";
    const record = `${court}DEPOSITION OF RAYMOND POOLE\n\nEXAMINATION\nBY MS. ARCHER:\n\n${first}`;
    expect(analyze(record).document.title).toBe("DEPOSITION OF RAYMOND POOLE");
    expect(
      said(record)
        .slice(0, 2)
        .map(([, who]) => who),
    ).toEqual(["ARCHER", "RAYMOND POOLE"]);
  });

  it("says whom a letter stands for", () => {
    const [question] = analyze(text).quotes;
    expect(question.speaker?.rule).toBe("The label “Q” opens the turn, which stands for “MS. ARCHER”");
  });

  it("takes the letter for no initial, and the witness for no name", () => {
    const names = analyze(text).entities.map(({ name }) => name);
    expect(names).toContain("Gail Hendry");
    expect(names.some((name) => name.includes("WITNESS") || name.startsWith("A. "))).toBe(false);
  });
});

it("reads a hearing's labels in small letters where they recur", () => {
  const text =
    "    Mr. Lang. The committee will come to order.\n    Ms. Ortiz. Thank you. Eleven people died.\n    [Laughter.]\n    Mr. Lang. Dr. Haas, you are recognized.\n    Dr. Haas. Thank you, Mr. Lang.";
  expect(said(text)).toEqual([
    ["The committee wi", "LANG"],
    ["Thank you. Eleve", "ORTIZ"],
    ["Dr. Haas, you ar", "LANG"],
    ["Thank you, Mr. L", "HAAS"],
  ]);
});

it("gives what a speaker quotes of “he” to nobody who takes part, and what a house's record tells to nobody", () => {
  const text =
    "Ann Weld: The minister was here in May. He said, “There is no list.”\n\nColin Bragg: I do not agree.\n\nSeveral hon. Members rose—\n\nAnn Weld: Then publish it.\n\nColin Bragg: I will.";
  expect(said(text)).toEqual([
    ["The minister was", "ANN WELD"],
    ["“There is no lis", null],
    ["I do not agree.\n", "COLIN BRAGG"],
    ["Then publish it.", "ANN WELD"],
    ["I will.", "COLIN BRAGG"],
  ]);
});

it.each([
  ["spaces", "Q    "],
  ["one space", "Q "],
])("reads a press office's “Q” with %s behind it", (_, q) => {
  const text = `MS. WHITLOW: Good afternoon to you.\n\n${q}Thanks, Dana. Is it so?\n\nMS. WHITLOW: It is, as I said.\n\n${q}-- and why is it so?`;
  expect(said(text)).toEqual([
    ["Good afternoon t", "WHITLOW"],
    ["Thanks, Dana. Is", null],
    ["It is, as I said", "WHITLOW"],
    ["-- and why is it", null],
  ]);
});

it("keeps those apart who are known by a number", () => {
  const text = TALK.map(([name, words], i) => `Speaker ${name === "Nora Quist" ? 1 : 2}  ${stamp(i)}\n${words}`).join("\n\n");
  expect(said(text).map(([, who]) => who)).toEqual(["SPEAKER 1", "SPEAKER 2", "SPEAKER 1", "SPEAKER 2", "PAULA DIETZ"]);
});

it("knows those who speak by a number", () => {
  const text =
    "What would you change?\n\nRespondent 1: The time.\n\nRespondent 2: “Nothing.”\n\nRespondent 3: Dr. Hill should listen more.";
  const { quotes } = analyze(text);
  expect(quotes.map(({ start, end, speaker }) => [text.slice(start, end), speaker && text.slice(speaker.start, speaker.end)])).toEqual([
    ["The time.", "Respondent 1"],
    ["“Nothing.”", "Respondent 2"],
    ["Dr. Hill should listen more.", "Respondent 3"],
  ]);
  expect(said("Step 1: Open it.\n\nStep 2: Close it.\n\nStep 3: Leave.")).toEqual([]);
});

it("reads chats in which nobody has a name of his own", () => {
  const text = "[10:02] <nquist> are you there?\n[10:03] <wgrimm> yes\n[10:05] <nquist> who told the mayor?";
  const { quotes } = analyze(text);
  expect(quotes.map(({ start, end, speaker }) => [text.slice(start, end), speaker && text.slice(speaker.start, speaker.end)])).toEqual([
    ["are you there?", "nquist"],
    ["yes", "wgrimm"],
    ["who told the mayor?", "nquist"],
  ]);
});

it("takes for a label what stands in bold among others that do, and initials for no name", () => {
  const bold = "**Jan Roth:** No, taxes do.\n\n**Audience member:** What of us?\n\n**Jan Roth:** You, too.";
  expect(said(bold).map(([words]) => words)).toEqual(["No, taxes do.\n\n*", "What of us?\n\n**J", "You, too."]);
  const { entities } = analyze("Jan Roth: Who told you?\nAda Weld: She did.\nJR: And why?\nAW: I asked her.");
  expect(entities.map(({ name }) => name)).toEqual(["Jan Roth", "Ada Weld"]);
});

describe("a chat", () => {
  it("has no words where its program notes something, and a number for whom it does not know", () => {
    const lines = [
      "Ada Weld: Where is it?",
      "Ada Weld: <Media omitted>",
      "+44 7700 900123: Who is this?",
      "Tom Roe: This message was deleted",
    ];
    const text = lines.map((line, i) => `[12/03/2024, 08:2${i}:10] ${line}`).join("\n");
    const { quotes } = analyze(text);
    expect(quotes.map(({ start, end }) => text.slice(start, end))).toEqual(["Where is it?", "Who is this?"]);
    expect(quotes.map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end))).toEqual(["Ada Weld", "+44 7700 900123"]);
  });
});

describe("the lines of an earlier letter", () => {
  it("are without their sign", () => {
    const text = "I will see to it.\n\n> Can you pay it?\n> It is overdue, they say.\n\nI can.";
    const { quotes } = analyze(text);
    expect(quotes.filter(({ kind }) => kind === "indirect").map(({ start, end }) => text.slice(start, end))).toEqual(["It is overdue"]);
  });
});
