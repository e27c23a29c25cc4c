import type { Analysis, Entity, EntityType, Quote, SectionKind, Speaker } from "../analysis/analysis.js";
import { joinedNames, speakersOf } from "../analysis/speakersOf.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";

/** A speaker with less confidence than this is shown with a question mark. */
export const SURE = 0.6;

export const TYPE_WORDS: Readonly<Record<EntityType, { readonly one: string; readonly many: string; readonly icon: string }>> = {
  person: { one: "Person", many: "People", icon: "person" },
  organization: { one: "Organization", many: "Organizations", icon: "briefcase" },
  place: { one: "Place", many: "Places", icon: "location" },
  group: { one: "Group", many: "Groups", icon: "organization" },
  event: { one: "Event", many: "Events", icon: "calendar" },
  work: { one: "Work", many: "Works", icon: "book" },
};

/** What an entity is, in words, and its icon. */
export function kindWords({ type, anonymous }: Entity): { readonly one: string; readonly many: string; readonly icon: string } {
  return anonymous ? { one: "Unnamed source", many: "Unnamed sources", icon: "account" } : TYPE_WORDS[type];
}

export const SECTION_WORDS: Readonly<Record<SectionKind, string>> = {
  headline: "Headline",
  standfirst: "Standfirst",
  byline: "Byline",
  dateline: "Dateline",
  caption: "Caption",
  topics: "Topics",
  date: "Date",
  heading: "Heading",
  body: "Body",
  boilerplate: "Boilerplate",
};

export function isUncertain(speaker: Pick<Speaker, "confidence">): boolean {
  return speaker.confidence < SURE;
}

/**
 * Who speaks: the entities' names where the text says who they are, else the words of the text.
 * @param textOf gives the words of a span.
 * @returns null for a quotation without a speaker.
 */
export function speakerName(reviewed: ReviewedDocument, quote: Quote, textOf: (span: Speaker) => string): string | null {
  const { speaker } = quote;
  if (!speaker) return null;
  const entities = speakersOf(speaker).flatMap((id) => reviewed.index.entity(id) ?? []);
  return entities.length > 0 && speaker.anonymous === !!entities[0].anonymous
    ? joinedNames(entities.map((entity) => entity.name))
    : textOf(speaker);
}

const PRONOUN = /^(?:i|we|you|he|she|it|they|who|that|this|those|these|some|others)$/i;

/**
 * Whether the speaker's name tells more than the text does beside the quotation: not where nobody knows whom a pronoun means,
 * and after an indirect quotation, beside whose words the text names who speaks, only where that is doubtful or where the text says "he"
 * and the analysis knows who that is.
 * @param words the words of the text that name the speaker.
 */
export function isWorthShowing(quote: Quote, speaker: Speaker, name: string, words: string): boolean {
  if (speaker.entity === null && PRONOUN.test(words)) return false;
  return quote.kind !== "indirect" || isUncertain(speaker) || (speaker.entity !== null && PRONOUN.test(words) && name !== words);
}

/**
 * The other names of an entity, in their order. Of names that differ in capitals alone one is shown, and none of those that are the
 * entity's own name but for them: "isis" is no other name than "ISIS".
 */
export function otherNames({ name, aliases }: Pick<Entity, "name" | "aliases">): readonly string[] {
  const shown = new Map<string, string>();
  for (const alias of aliases) {
    const letters = alias.toLowerCase();
    const known = shown.get(letters);
    if (letters !== name.toLowerCase() && (known === undefined || capitals(alias) > capitals(known))) shown.set(letters, alias);
  }
  return [...shown.values()];
}

function capitals(words: string): number {
  return [...words].filter((letter) => letter !== letter.toLowerCase()).length;
}

/** Words of a text in quotation marks. A quotation brings its own. */
export function quoted(words: string): string {
  return /^["'“”„‟«‹‘]/.test(words) ? words : `“${words}”`;
}

/** "2,104". The first number that Intl writes takes it some twenty milliseconds, which would come before the first marks. */
export function figure(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** "1 name", "3 names". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}

/** What was found in a document: "16 people, 30 other names, 2 unnamed sources, 29 quotations". Who is unnamed is no name, as in the sidebar. */
export function foundWords({ entities, quotes }: Pick<Analysis, "entities" | "quotes">): string {
  const named = entities.filter(({ anonymous }) => !anonymous);
  const people = named.filter(({ type }) => type === "person").length;
  const unnamed = entities.length - named.length;
  return [
    counted(people, "person", "people"),
    counted(named.length - people, "other name"),
    ...(unnamed > 0 ? [counted(unnamed, "unnamed source")] : []),
    counted(quotes.length, "quotation"),
  ].join(", ");
}
