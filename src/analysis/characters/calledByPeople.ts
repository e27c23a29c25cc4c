import type { EntityType, Quote } from "../analysis.js";
import { compiled } from "../text/compiled.js";
import words from "./characterWords.json" with { type: "json" };
import type { Characters } from "./numbering.js";
import { firstFrom, isQuoted, type PlacedMention, placedMentions, sentenceStart, takenFor } from "./placedMentions.js";

/** What one person is called by a party or a people: "Democrat", "Swede". */
const ONE_OF_PEOPLE: ReadonlySet<string> = new Set(words.oneOfPeople.split(" "));
const NOT_ONE: ReadonlySet<string> = new Set(words.notOneOfPeople.split(" "));
const CALLED = compiled(/^[Tt]he \p{Lu}[\p{L} -]+$/u);
/** So far back, in UTF-16 code units, is looked for who is meant. */
const FARTHEST = 400;
/** A people and a party have many. */
const SURE = 0.6;

/**
 * "the Liberal Democrat said", "the Swede told reporters": the speaker is the person whom the sentence before names, in the same
 * paragraph or the one before, and not the whole party or people.
 * @returns the same quotations where no speaker is called so.
 */
export function withCalledByPeople(text: string, { entities, quotes }: Characters): Characters {
  let types: ReadonlyMap<string, EntityType> | null = null;
  let persons: readonly PlacedMention[] | null = null;
  const changed = quotes.map((quote, index): Quote => {
    const { speaker } = quote;
    if (!speaker?.entity || !text.startsWith("he ", speaker.start + 1) || !CALLED.test(text.slice(speaker.start, speaker.end)))
      return quote;
    types ??= new Map(entities.map(({ id, type }) => [id, type]));
    if (!isOneOfPeople(text.slice(speaker.start, speaker.end), types.get(speaker.entity))) return quote;
    persons ??= placedMentions(entities, "person");
    const meant = personBefore(text, Math.min(speaker.start, quote.start), persons, quotes, index);
    return meant ? { ...quote, speaker: takenFor(text, speaker, meant.entity, SURE, "who was named before") } : quote;
  });
  return { entities, quotes: changed };
}

/** "the Swede", "the Liberal Democrat"; "the Swedes" and "the French" are many. */
function isOneOfPeople(phrase: string, type: EntityType | undefined): boolean {
  const last = phrase.slice(phrase.lastIndexOf(" ") + 1).toLowerCase();
  if (ONE_OF_PEOPLE.has(last)) return type === "group" || type === "organization";
  return type === "group" && last.endsWith("an") && !NOT_ONE.has(last);
}

/** The first person of the last sentence before an offset that speaks of one outside quotations; null where none does nearby. */
function personBefore(
  text: string,
  offset: number,
  persons: readonly PlacedMention[],
  quotes: readonly Quote[],
  index: number,
): PlacedMention | null {
  let meant: PlacedMention | null = null;
  let sentence = offset;
  for (let i = firstFrom(persons, offset) - 1; i >= 0 && persons[i].start >= offset - FARTHEST; i--) {
    const person = persons[i];
    if (isQuoted(person, quotes, index)) continue;
    if (meant && person.start < sentence) break;
    if (!meant) sentence = sentenceStart(text, person.start);
    meant = person;
  }
  return meant && (text.slice(meant.end, offset).match(/\n+/g) ?? []).length < 2 ? meant : null;
}
