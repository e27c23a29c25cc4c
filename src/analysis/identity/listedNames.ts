import type { EntityType, Span } from "../analysis.js";
import type { NameSpan } from "../names/nameTagger.js";
import type { Layout } from "../sections/layout.js";
import { isCountryKey } from "./countryForms.js";
import type { NameFormMemory } from "./nameMentions.js";

/** An author's name is one by its place, whatever the tagger thinks of it. */
const AUTHOR_CONFIDENCE = 0.9;
const TOPIC_CONFIDENCE = 0.8;

/**
 * The tagger's names, and those that stand where it does not look: authors, and declared topics in lower case that are names elsewhere in the text.
 * @param names in text order, none crossing another.
 * @returns in text order, none crossing another.
 */
export function withListedNames(text: string, layout: Layout, names: readonly NameSpan[], forms: NameFormMemory): readonly NameSpan[] {
  if (layout.authors.length === 0 && layout.declaredTopics.length === 0) return names;
  const added: NameSpan[] = [];
  for (const author of layout.authors) {
    if (!overlaps(names, author)) added.push({ start: author.start, end: author.end, type: "person", confidence: AUTHOR_CONFIDENCE });
  }
  const topics = layout.declaredTopics.filter((topic) => !overlaps(names, topic));
  if (topics.length > 0) {
    const topicForms = topics.map(({ start, end }) => forms.read(text.slice(start, end)));
    const types = typesByKey(text, names, forms, new Set(topicForms.flatMap(({ key, plainKey }) => [key, plainKey])));
    for (const [i, topic] of topics.entries()) {
      const form = topicForms[i];
      const type = types.get(form.key) ?? types.get(form.plainKey) ?? (isCountryKey(form.plainKey) ? "place" : undefined);
      if (type) added.push({ start: topic.start, end: topic.end, type, confidence: TOPIC_CONFIDENCE });
    }
  }
  if (added.length === 0) return names;
  added.sort((a, b) => a.start - b.start || a.end - b.end);
  const all: NameSpan[] = [];
  let next = 0;
  for (const name of added) {
    while (next < names.length && names[next].start < name.start) all.push(names[next++]);
    if (all.length === 0 || name.start >= all[all.length - 1].end) all.push(name);
  }
  for (; next < names.length; next++) all.push(names[next]);
  return all;
}

/** The type that names of each wanted key have, the last of them where they differ. */
function typesByKey(
  text: string,
  names: readonly NameSpan[],
  forms: NameFormMemory,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, EntityType> {
  const types = new Map<string, EntityType>();
  for (const { start, end, type } of names) {
    const { key, plainKey } = forms.read(text.slice(start, end));
    if (wanted.has(key)) types.set(key, type);
    if (type !== "person" && wanted.has(plainKey)) types.set(plainKey, type);
  }
  return types;
}

function overlaps(names: readonly NameSpan[], { start, end }: Span): boolean {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  return low < names.length && names[low].start < end;
}
