import type { Entity } from "../analysis.js";
import formWords from "../sections/formWords.json" with { type: "json" };

/** An entity that the text is about. */
export interface EntityTopic {
  readonly entity: Entity;
  /** On the scale of the key phrases' scores. */
  readonly score: number;
}

/** So much a text that is about an entity speaks of it; less where the headline or standfirst names it, or where no other is as much spoken of. */
const LEAST = 4;
const LEAST_OF_A_HEAD = 2;
const LEAST_OF_THE_FIRST = 2.5;
/** A pronoun or noun phrase says so much of a name. */
const REFERENCE_WEIGHT = 0.25;
const LEAST_NAMES = 2;
const MOST_TOPICS = 4;
/** Who reports is not what a report is about. */
const AGENCIES: ReadonlySet<string> = new Set(formWords.agencies);
/** A name says as much as a single word. */
const NAME_WEIGHT = 0.7;
const HEAD_WEIGHT = 1.5;

/**
 * The entities that a text is about: those that its headline or standfirst names and those that it speaks of most often, by the number of
 * their names in the text and of the pronouns and noun phrases that mean them. Where it speaks of none so often, the first of all.
 * @param headEnd where the last headline or standfirst ends. @param taken the ids of entities that are topics already.
 * @returns the weightiest first.
 */
export function findEntityTopics(entities: readonly Entity[], headEnd: number, taken: ReadonlySet<string>): readonly EntityTopic[] {
  const found: EntityTopic[] = [];
  let first: EntityTopic | null = null;
  const places = new Set(entities.filter(({ type }) => type === "place").map(({ id }) => id));
  for (const entity of entities) {
    if (taken.has(entity.id) || isPeopleOf(entity, places) || AGENCIES.has(entity.name.toLowerCase())) continue;
    let names = 0;
    let isInHead = false;
    for (const { start, kind } of entity.mentions) {
      if (kind !== "name") continue;
      names++;
      isInHead ||= start < headEnd;
    }
    if (names < LEAST_NAMES) continue;
    const weight = names + REFERENCE_WEIGHT * (entity.mentions.length - names);
    const topic = { entity, score: weight * NAME_WEIGHT * (isInHead ? HEAD_WEIGHT : 1) };
    if (weight >= (isInHead ? LEAST_OF_A_HEAD : LEAST)) found.push(topic);
    else if (weight >= LEAST_OF_THE_FIRST && (first === null || topic.score > first.score)) first = topic;
  }
  if (found.length === 0) return first ? [first] : [];
  return found.sort((a, b) => b.score - a.score).slice(0, MOST_TOPICS);
}

/** A people whose country the text names, too: the country is the topic. @param places the ids of the text's places. */
function isPeopleOf({ type, related = [] }: Entity, places: ReadonlySet<string>): boolean {
  return type === "group" && related.some((id) => places.has(id));
}
