import type { Entity } from "../analysis.js";

/** An entity that the text is about. */
export interface EntityTopic {
  readonly entity: Entity;
  /** On the scale of the key phrases' scores. */
  readonly score: number;
}

/** So often the names of an entity stand in a text that is about it; fewer where the headline or standfirst names it. */
const LEAST_NAMES = 4;
const LEAST_NAMES_OF_A_HEAD = 2;
const MOST_TOPICS = 4;
/** A name says as much as a single word. */
const NAME_WEIGHT = 0.7;
const HEAD_WEIGHT = 1.5;

/**
 * The entities that a text is about: those that its headline or standfirst names and those that it names most often, by the number of
 * their names in the text.
 * @param headEnd where the last headline or standfirst ends. @param taken the ids of entities that are topics already.
 * @returns the weightiest first.
 */
export function findEntityTopics(entities: readonly Entity[], headEnd: number, taken: ReadonlySet<string>): readonly EntityTopic[] {
  const found: EntityTopic[] = [];
  const places = new Set(entities.filter(({ type }) => type === "place").map(({ id }) => id));
  for (const entity of entities) {
    if (taken.has(entity.id) || isPeopleOf(entity, places)) continue;
    let names = 0;
    let isInHead = false;
    for (const { start, kind } of entity.mentions) {
      if (kind !== "name") continue;
      names++;
      isInHead ||= start < headEnd;
    }
    if (names < (isInHead ? LEAST_NAMES_OF_A_HEAD : LEAST_NAMES)) continue;
    found.push({ entity, score: names * NAME_WEIGHT * (isInHead ? HEAD_WEIGHT : 1) });
  }
  return found.sort((a, b) => b.score - a.score).slice(0, MOST_TOPICS);
}

/** A people whose country the text names, too: the country is the topic. @param places the ids of the text's places. */
function isPeopleOf({ type, related = [] }: Entity, places: ReadonlySet<string>): boolean {
  return type === "group" && related.some((id) => places.has(id));
}
