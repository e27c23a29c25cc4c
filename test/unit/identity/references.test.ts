import { describe, expect, it } from "vitest";
import { resolveMarked } from "./markedText.js";

describe("pronouns", () => {
  it("mean the person just named", () => {
    const { entityOf } = resolveMarked("[p:Robert Hale] resigned on Monday. He said he had served long enough.");
    const kinds = entityOf("Robert Hale").mentions.map(({ kind }) => kind);
    expect(kinds).toEqual(["name", "pronoun", "pronoun"]);
  });

  it("follow the gender that titles tell", () => {
    const { mentionsOf } = resolveMarked("Mrs. [p:Vell] met Mr. [p:Karn] in the hall. She greeted him. She left early.");
    expect(mentionsOf("Vell").filter((word) => /^she$/i.test(word)).length).toBeGreaterThan(0);
    expect(mentionsOf("Karn").some((word) => /^she$/i.test(word))).toBe(false);
  });

  it("are left alone where nobody is named", () => {
    const { entities } = resolveMarked("A farmer lost his cow. He wept. The storm reached [l:Halden].");
    expect(entities.flatMap(({ mentions }) => mentions).filter(({ kind }) => kind === "pronoun")).toEqual([]);
  });

  it("behind a quotation never mean whom only its words bring up", () => {
    const { mentionsOf } = resolveMarked("[p:Robert Hale] stood up. “Ask [p:Per Lund],” he said.");
    expect(mentionsOf("Per Lund")).toEqual(["Per Lund"]);
    expect(mentionsOf("Robert Hale")).toContain("he");
  });

  it("never mean a person from far above", () => {
    const filler = Array.from({ length: 20 }, () => "It rained all day.").join(" ");
    const { mentionsOf } = resolveMarked(`[p:Robert Hale] resigned. ${filler} He laughed.`);
    expect(mentionsOf("Robert Hale")).toEqual(["Robert Hale"]);
  });

  it("never mean whose turn it is in a transcript", () => {
    const { mentionsOf } = resolveMarked("MR. [p:HALE]: I met [p:Robert Karn] yesterday. He told me that he would come.");
    expect(mentionsOf("HALE")).toEqual(["HALE"]);
    expect(mentionsOf("Robert Karn")).toContain("He");
  });

  it("mean neither of two who speak with one another", () => {
    const { entities } = resolveMarked(
      "Mr. [p:HALE]. Who knew of it?\n\nMr. [p:KARN]. A clerk reported it in May. He wrote it in the log.\n\nMr. [p:HALE]. And then?",
    );
    expect(entities.flatMap(({ mentions }) => mentions).filter(({ kind }) => kind === "pronoun")).toEqual([]);
  });

  it("mean who a list of persons tells of, which has a colon behind each name", () => {
    const { mentionsOf } = resolveMarked("[p:Robert Hale]: He was mayor until May.");
    expect(mentionsOf("Robert Hale")).toContain("He");
  });

  it("of the first and second person are not resolved", () => {
    const { mentionsOf } = resolveMarked("[p:Robert Hale] said, “I know you and we know them all.”");
    expect(mentionsOf("Robert Hale")).not.toContain("I");
  });
});

describe("definite noun phrases", () => {
  it("of a parent mean who was named last", () => {
    const { mentionsOf } = resolveMarked("[p:Rosa Lind] fell. The mother of two said so. The mother-of-two left.");
    expect(mentionsOf("Rosa Lind")).toEqual(["Rosa Lind", "The mother of two", "The mother-of-two"]);
    expect(resolveMarked("Mum-of-two left.\n\n[p:Rosa Lind] fell.").mentionsOf("Rosa Lind")).toEqual(["Rosa Lind"]);
    expect(resolveMarked("[p:Rosa Lind] fell. The mother of two boys wept.").mentionsOf("Rosa Lind")).toEqual(["Rosa Lind"]);
  });

  it("mean who has the role", () => {
    const { mentionsOf } = resolveMarked("Prime Minister [p:Marta Olsen] met the press. Later the prime minister left.");
    expect(mentionsOf("Marta Olsen")).toEqual(["Marta Olsen", "the prime minister"]);
  });

  it("mean who heads what stands before the noun", () => {
    const text = "The head of the harbour board, [p:Marta Olsen], left. Later the harbour board chief wept. The port board chief slept.";
    expect(resolveMarked(text).mentionsOf("Marta Olsen")).toEqual(["Marta Olsen", "the harbour board chief"]);
  });

  it("mean who has the rank, abbreviated before the name", () => {
    const { mentionsOf } = resolveMarked("Col. [p:Marta Olsen] met the press. Later the colonel left.");
    expect(mentionsOf("Marta Olsen")).toContain("the colonel");
  });

  it("mean no prime minister where they say minister, and nobody named where somebody unnamed was called so since", () => {
    const prime = resolveMarked("Prime Minister [p:Marta Olsen] met the press. Later the minister left, and the prime minister slept.");
    expect(prime.mentionsOf("Marta Olsen")).toEqual(["Marta Olsen", "the prime minister"]);
    const another = resolveMarked(
      "Minister [p:Marta Olsen] met the press. The minister smiled. A junior minister came, and the minister left.",
    );
    expect(another.mentionsOf("Marta Olsen")).toEqual(["Marta Olsen", "The minister"]);
  });

  it("are none where “that” only opens the clause", () => {
    const { mentionsOf } = resolveMarked("President [p:Marta Olsen] was sent away. It is sad that an elected president must go like this.");
    expect(mentionsOf("Marta Olsen")).toEqual(["Marta Olsen"]);
  });

  it("mean who was named just before, where they are an age alone", () => {
    const { mentionsOf } = resolveMarked(
      "[p:Marta Olsen] hid the children. “They were quiet,” the 38-year-old told [o:Radio Velm]. The 38-year-old bridge fell.",
    );
    expect(mentionsOf("Marta Olsen")).toEqual(["Marta Olsen", "the 38-year-old"]);
    const nurse = resolveMarked("[p:Marta Olsen] hid the children. “They were quiet,” said the 38-year-old nurse.");
    expect(nurse.mentionsOf("Marta Olsen")).toEqual(["Marta Olsen", "the 38-year-old nurse"]);
    const father = resolveMarked("[p:Marta Olsen] hid the children. “They were quiet,” said the 38-year-old father of two.");
    expect(father.mentionsOf("Marta Olsen")).toEqual(["Marta Olsen"]);
  });

  it("may be another word for a title", () => {
    const { mentionsOf } = resolveMarked("Mr. Justice [p:Olsen] rose. “Silence,” the judge said.");
    expect(mentionsOf("Olsen")).toEqual(["Olsen", "the judge"]);
  });

  it("mean the organization whose name has the noun", () => {
    const { mentionsOf } = resolveMarked("The [o:Harvest Party] won. Members of the party cheered.");
    expect(mentionsOf("Harvest Party")).toEqual(["Harvest Party", "the party"]);
  });

  it("are left alone where the noun only describes another", () => {
    const { mentionsOf } = resolveMarked("The [o:Harvest Party] won. The party leaders cheered.");
    expect(mentionsOf("Harvest Party")).toEqual(["Harvest Party"]);
  });

  it("are left alone where they say themselves who is meant, or nobody has the role", () => {
    const { mentionsOf } = resolveMarked("President [p:Marta Olsen] met the president of the bank. The governor waved.");
    expect(mentionsOf("Marta Olsen")).toEqual(["Marta Olsen"]);
  });

  it("with a name before the noun mean whose role the text ties to that name", () => {
    const { mentionsOf } = resolveMarked(
      "[o:Halden] manager [p:Tom Olsen] left. [p:Marta Lind], the [o:Velm] chief, won. The [o:Halden] coach wept. The [o:Velm] chief executive said [p:Olsen] lied. The [o:Karn] boss slept.",
    );
    expect(mentionsOf("Tom Olsen")).toEqual(["Tom Olsen", "The Halden coach", "Olsen"]);
    expect(mentionsOf("Marta Lind")).toEqual(["Marta Lind", "the Velm chief", "The Velm chief executive"]);
  });

  it("with a hyphen before the noun mean who has the role", () => {
    const { mentionsOf } = resolveMarked("[p:Marta Olsen], a doctor, left. The [g:German]-born doctor wept. The [g:German] doctor slept.");
    expect(mentionsOf("Marta Olsen")).toEqual(["Marta Olsen", "The German-born doctor"]);
  });

  it("with a place before the noun mean who is of it", () => {
    const { mentionsOf } = resolveMarked(
      "Senator [p:Marta Olsen] of [l:Halden] spoke. [l:Velm]'s MP, [p:Tom Lind], left. President [p:Karl Berg] slept. The [l:Halden] senator rose. The [l:Velm] MP wept. The [g:Karnish] president woke.",
    );
    expect(mentionsOf("Marta Olsen")).toEqual(["Marta Olsen", "The Halden senator"]);
    expect(mentionsOf("Tom Lind")).toEqual(["Tom Lind", "The Velm MP"]);
    expect(mentionsOf("Karl Berg")).toEqual(["Karl Berg"]);
  });

  it("with a party before the noun mean the only one of no other party", () => {
    const { mentionsOf } = resolveMarked(
      "The MP, [p:Tom Lind], spoke. [o:Conservative] MP [p:Marta Olsen] replied. The [o:Labour] MP left. The [o:Tory] MP stayed.",
    );
    expect(mentionsOf("Tom Lind")).toEqual(["Tom Lind", "The Labour MP"]);
    expect(mentionsOf("Marta Olsen")).toEqual(["Marta Olsen", "The Tory MP"]);
  });
});

it("“she said” behind a quotation is nobody whom the quotation names last", () => {
  const { mentionsOf } = resolveMarked("[p:Maria Hale] came. [p:Nina Weld] wept.\n\n“[p:Hale] never says so,” she said.");
  expect(mentionsOf("Maria Hale")).not.toContain("she");
});
