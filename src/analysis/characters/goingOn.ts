import type { Entity, Quote } from "../analysis.js";
import { nounType } from "../identity/rolePhrases.js";
import words from "./characterWords.json" with { type: "json" };
import type { Characters } from "./numbering.js";
import { firstFrom, isQuoted, type PlacedMention, placedMentions, takenFor } from "./placedMentions.js";

const GOING_ON: ReadonlySet<string> = new Set(words.goingOn.split(" "));
/** What speaks behind the words of one person: "he", "the economist". */
const ONE_PERSON = /^(?:(he|she)|the ([\p{Ll}-]+ ){0,2}?([\p{Ll}-]+))$/iu;
/** So far apart, in UTF-16 code units, the two quotations stand at most. */
const FARTHEST = 300;
const SURE = 0.7;

/**
 * "he added", "the economist continued": the speaker is who spoke last in the same paragraph, unless another person is named between. A
 * pronoun is so read whomever it was taken for; a noun phrase only where it was taken for nobody.
 * @returns the same quotations where nobody goes on so.
 */
export function withThoseGoingOn(text: string, { entities, quotes }: Characters): Characters {
  if (!quotes.some((quote) => goesOn(text, quote))) return { entities, quotes };
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const persons = placedMentions(entities, "person");
  const changed: Quote[] = [];
  for (const [index, quote] of quotes.entries()) {
    const last = quote.speaker && goesOn(text, quote) ? speakerBefore(text, quotes, changed, index, byId, persons) : null;
    changed.push(
      last && quote.speaker && quote.speaker.entity !== last.id
        ? { ...quote, speaker: takenFor(text, quote.speaker, last, SURE, "who spoke last") }
        : quote,
    );
  }
  return { entities, quotes: changed };
}

function goesOn(text: string, { speaker, cue }: Quote): boolean {
  if (!speaker || !cue || speaker.anonymous) return false;
  if (!GOING_ON.has(text.slice(cue.start, cue.end).toLowerCase())) return false;
  const phrase = ONE_PERSON.exec(text.slice(speaker.start, speaker.end));
  if (phrase === null) return false;
  return phrase[1] !== undefined || (speaker.entity === null && nounType(phrase[3].toLowerCase()) === "person");
}

/** Who spoke the quotation before; null where that is nobody known, or not near, or another is named between. */
function speakerBefore(
  text: string,
  quotes: readonly Quote[],
  changed: readonly Quote[],
  index: number,
  byId: ReadonlyMap<string, Entity>,
  persons: readonly PlacedMention[],
): Entity | null {
  const { start, speaker } = quotes[index];
  const before = changed[index - 1];
  if (!before?.speaker || !speaker || before.end > start || start - before.end > FARTHEST || text.slice(before.end, start).includes("\n"))
    return null;
  const last = byId.get(before.speaker.entity ?? "");
  if (last?.type !== "person" || isOfOtherGender(text, last, text.slice(speaker.start, speaker.end))) return null;
  for (let i = firstFrom(persons, before.end); i < persons.length && persons[i].start < start; i++)
    if (persons[i].entity !== last && !isQuoted(persons[i], quotes, index)) return null;
  return last;
}

/** How many of an entity's mentions are looked at for its gender. */
const MOST_LOOKED_AT = 20;

function isOfOtherGender(text: string, { mentions }: Entity, phrase: string): boolean {
  const other = /^he$/i.test(phrase) ? /^(?:she|her)$/i : /^she$/i.test(phrase) ? /^(?:he|him|his)$/i : null;
  return other !== null && mentions.slice(0, MOST_LOOKED_AT).some(({ start, end }) => other.test(text.slice(start, end)));
}
