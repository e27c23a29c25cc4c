import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../src/analysis/analysis.js";
import { analyze } from "../../../src/analysis/analyze.js";
import { SHARED_FEATURES, TALK_FEATURES } from "../../../src/analysis/characters/talkFeatures.js";
import model from "../../../src/analysis/characters/talkModel.json" with { type: "json" };

const PARLOUR = [
  "The old doctor put his bag upon the table and looked round the parlour.",
  "“Who is ill in this house?” asked the doctor.",
  "Martha Bell came down the stairs with a candle in her hand.",
  "“Nobody is ill,” said Martha Bell.",
  "“Then why was I sent for?”",
  "“I cannot tell you that.”",
  "The doctor sat down. “I will wait,” he said.",
  "My mother stood behind the door all the while. “Let him wait,” said my mother.",
  "“You may wait as long as you please,” I said.",
].join("\n\n");

/** The name of the entity that speaks the quotation with the words. */
function speakerOf({ quotes, entities }: Analysis, text: string, words: string): string | undefined {
  const at = text.indexOf(words);
  const quote = quotes.find(({ start, end, kind }) => kind !== "indirect" && start <= at && at < end);
  return entities.find(({ id }) => id === quote?.speaker?.entity)?.name;
}

describe("a column", () => {
  const COLUMN = [
    "I asked her office whether she had read it. A spokeswoman said she “could not recall every letter”. I asked again.",
    "She can be, as a former colleague put it to me, “a nightmare in meetings”. I like her. My late father, who knew her, used to say she was “nine parts talk”.",
    "She told me she was tired. “I am tired,” she said. “I told him so.”",
  ].join("\n\n");

  it("has unnamed sources for those who speak by their office, and other persons for the rest", () => {
    const { entities, quotes } = analyze(COLUMN);
    const unnamed = entities.filter(({ anonymous }) => anonymous);
    expect(unnamed.map(({ name }) => name)).toEqual(["A spokeswoman", "a former colleague"]);
    expect(entities.map(({ name }) => name)).toContain("My late father");
    const ids = new Set(unnamed.map(({ id }) => id));
    const theirs = quotes.filter(({ speaker }) => speaker?.entity && ids.has(speaker.entity));
    expect(theirs.length).toBeGreaterThanOrEqual(2);
    expect(theirs.every(({ speaker }) => speaker?.anonymous)).toBe(true);
  });

  it("has no “she” for a man because two pronouns beside his name are hers", () => {
    const text = [
      "Nora Weld drew the ridge for years. Jacques Hale towed a camera across it in 1959, hoping to prove her wrong. “He was furious,” she told a paper. “Then he was charming.”",
      "“I drew it,” she said. “I would draw it again,” she said.",
    ].join("\n\n");
    const analysis = analyze(text);
    expect(speakerOf(analysis, text, "furious")).not.toBe("Jacques Hale");
  });
});

describe("a text in which people talk", () => {
  const analysis = analyze(PARLOUR);

  it("has an entity for one without a name who speaks, by the fullest words for him", () => {
    const doctor = analysis.entities.find(({ name }) => name === "The old doctor");
    expect(doctor?.type).toBe("person");
    const forms = doctor?.mentions.map(({ start, end, kind }) => `${kind} ${PARLOUR.slice(start, end)}`);
    expect(forms).toContain("nominal the doctor");
    expect(speakerOf(analysis, PARLOUR, "Who is ill")).toBe("The old doctor");
  });

  it("gives “he” to one without a name", () => {
    expect(speakerOf(analysis, PARLOUR, "I will wait")).toBe("The old doctor");
    const doctor = analysis.entities.find(({ name }) => name === "The old doctor");
    expect(doctor?.mentions.some(({ start, end, kind }) => kind === "pronoun" && PARLOUR.slice(start, end) === "he")).toBe(true);
  });

  it("finds who speaks the turns that name no speaker, and says by what", () => {
    expect(speakerOf(analysis, PARLOUR, "Then why was I")).toBe("The old doctor");
    expect(speakerOf(analysis, PARLOUR, "I cannot tell")).toBe("Martha Bell");
    const at = PARLOUR.indexOf("I cannot tell");
    expect(analysis.quotes.find(({ start, end }) => start <= at && at < end)?.speaker?.rule).toMatch(/turn/);
  });

  it("knows relatives by their possessive, and the one who tells the story", () => {
    expect(speakerOf(analysis, PARLOUR, "Let him wait")?.toLowerCase()).toBe("my mother");
    expect(speakerOf(analysis, PARLOUR, "You may wait")).toBe("I");
  });

  it("numbers the entities in the order of their first mention", () => {
    const firsts = analysis.entities.map(({ mentions }) => mentions[0].start);
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
    expect(analysis.entities.map(({ id }) => id)).toEqual(analysis.entities.map((_, i) => `e${i + 1}`));
  });
});

describe("a story", () => {
  const text = [
    "I stood at the gate with my mother, and she told me that she would not let me go.",
    "“They have lost the scent,” said the old horse, and he shook his head.",
    "“What scent?” I said to him, for I was young and I knew nothing.",
    "“I do not know,” said the old horse. “They ride as they please, and we must follow.”",
    "“Amen,” my mother yawned, and she lay down beside me.",
    "“Who comes there?”",
    "“Nobody comes.”",
    "“It was a voice. I heard it,” said I, and I looked at her and at him.",
  ].join("\n\n");
  const analysis = analyze(text);

  it("has an entity for whatever speaks in it", () => {
    expect(speakerOf(analysis, text, "They have lost")).toBe("the old horse");
    expect(speakerOf(analysis, text, "They ride as")).toBe("the old horse");
  });

  it("has a short sentence in marks as speech where people talk", () => {
    expect(speakerOf(analysis, text, "Amen")).toBe("my mother");
  });
});

describe("a report", () => {
  it("has officials without a name as unnamed sources, not among the persons", () => {
    const text = [
      "BASRA — The port was shut on Monday after a crane fell into the water, the authority said.",
      "“Nobody was hurt,” said Layla Hassan, a spokeswoman for the port. “We are looking into the cause.”",
      "A senior official said the crane was old. “It should have been taken down,” the official said.",
      "The port handles most of the country's grain. It will open again on Tuesday.",
    ].join("\n\n");
    const { entities } = analyze(text);
    const persons = entities.filter(({ type }) => type === "person");
    expect(persons.filter(({ anonymous }) => !anonymous).map(({ name }) => name)).toEqual(["Layla Hassan"]);
    expect(persons.filter(({ anonymous }) => anonymous).map(({ name }) => name)).toEqual(["A senior official"]);
  });
});

describe("who has a name", () => {
  it("is nobody else in the words that say what he or she is", () => {
    const text = [
      "Tom Arden, who built small power stations in the hills, died on Monday. He was 88.",
      "Mr. Arden studied in Leeds, where he met his wife, Ada Voss. She died in 2004.",
      "Dr. Voss, a geologist, worked beside him for forty years. “She read the water and I read the copper,” he liked to say.",
      "The mayor gave him a medal in 2008. Mr. Arden wore it once. “It is heavy,” he told the Courier, “and it does not light anything.”",
    ].join("\n\n");
    const { entities } = analyze(text);
    expect(entities.map(({ name }) => name)).not.toContain("a geologist");
  });
});

describe("whatever the text", () => {
  const words = [
    "“Come in,”",
    "“Why?”",
    "“No!”",
    "said",
    "he",
    "she",
    "I",
    "the old man",
    "my mother",
    "Tom",
    "Martha Bell",
    "laughed.",
    "\n\n",
    "“",
  ];

  it("every id leads to an entity, and no mention stands outside the text or crosses another of its entity", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (parts) => {
        const text = parts.join(" ");
        const { entities, quotes } = analyze(text);
        const ids = new Set(entities.map(({ id }) => id));
        for (const { speaker, about } of quotes) {
          if (speaker?.entity) expect(ids.has(speaker.entity)).toBe(true);
          for (const id of about) expect(ids.has(id)).toBe(true);
        }
        for (const { mentions } of entities) {
          expect(mentions.length).toBeGreaterThan(0);
          mentions.forEach(({ start, end }, i) => {
            expect(text.slice(start, end).length).toBe(end - start);
            expect(start).toBeLessThan(end);
            if (i > 0) expect(mentions[i - 1].end).toBeLessThanOrEqual(start);
          });
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("the weights of the talk", () => {
  it("are those of the features, by name", () => {
    expect(Object.keys(model.pronoun)).toEqual([...TALK_FEATURES]);
    expect(Object.keys(model.nobody)).toEqual([...TALK_FEATURES]);
    expect(Object.keys(model.shared)).toEqual([...SHARED_FEATURES]);
  });
});

describe("a quotation in two parts", () => {
  it("has one speaker, whatever the turns of the talk let expect", () => {
    const text = [
      "“It began with a menu,” Ambassador Fisk recalls. He was the youngest of them. “The others wanted fish. We had lamb.”",
      "His counterpart, Colonel Anatoly Berezin, remembers it differently. “There was no fish,” he told me in Minsk. “There was soup, and it was cold.”",
      "I asked him about the third night.",
      "“Which third night?”",
      "“The night of the call.”",
      "He looked at the window. “I have been told that there was none,” he said.",
    ].join("\n\n");
    const analysis = analyze(text);
    expect(speakerOf(analysis, text, "There was soup")).toBe("Anatoly Berezin");
    expect(speakerOf(analysis, text, "There was no fish")).toBe("Anatoly Berezin");
  });
});

describe("news in which people talk", () => {
  const REPORT = [
    "The leader of Varn council has ruled out weekly collections, despite a strike of the town's refuse workers that enters its third week on Monday.",
    "The dispute comes as ministers consider whether to send commissioners to four local authorities that cannot pay for their services.",
    "Jeremy Oates, the Conservative leader, said the rota was ‘here to stay’. ‘There’s no going back,’ he told the radio. ‘We haven’t got the money.’",
    "A council spokeswoman said talks would resume. Asked if agency staff would be brought in, she said the authority was ‘keeping all options open’.",
    "Its regional officer, Martin Hale, accused the council of ‘negotiating through the paper’.",
    "‘We’re not asking for the moon,’ he said. ‘We’re asking for 60p an hour.’",
    "His wife Maureen, who does the books, was more forgiving. ‘Them lads work hard,’ she said. ‘Is that a crime?’",
  ].join("\n\n");

  it("leaves pronouns with whom the sentences name, and one entry to an unnamed source", () => {
    const analysis = analyze(REPORT);
    expect(speakerOf(analysis, REPORT, "no going back")).toBe("Jeremy Oates");
    expect(speakerOf(analysis, REPORT, "not asking for")).toBe("Martin Hale");
    expect(speakerOf(analysis, REPORT, "work hard")).toBe("Maureen");
    expect(analysis.entities.filter(({ name }) => /spokeswoman/.test(name))).toHaveLength(1);
  });
});

it("never names a speaker by no words, though the one who has the turn is named only later", () => {
  const talk = [
    "“And what would you know of it, Mr. Pell?”",
    "“I sailed on her, in the year nine. Captain Voss had her then.” He looked at the fire. “He has her still.”",
    "“Voss is dead,” said Lucy.",
    "“So they say,” said the old man. “So they say.”",
  ].join("\n\n");
  for (const { speaker } of analyze(talk).quotes) expect(speaker === null || speaker.end > speaker.start).toBe(true);
  for (const { speaker } of analyze("“We’ve had it since May,” shot back.\n").quotes)
    expect(speaker === null || speaker.end > speaker.start).toBe(true);
});

it("calls nobody by the name of whose daughter speaks", () => {
  const text = "The house is gone. According to Zhang's daughter, who was there, her father “never once raised his voice.”";
  const { entities, quotes } = analyze(text);
  expect(entities.find(({ id }) => id === quotes[0].speaker?.entity)?.name).toBe("Zhang's daughter");
});
