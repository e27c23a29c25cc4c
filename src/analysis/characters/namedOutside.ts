import type { Entity, Mention, Quote, Span } from "../analysis.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { SourceText } from "../text/sourceText.js";
import type { Named } from "./cast.js";
import words from "./characterWords.json" with { type: "json" };
import { Kinship } from "./kinship.js";
import { findPersonPhrases } from "./personPhrases.js";

const FIRST_PERSON: ReadonlySet<string> = new Set(words.firstPerson.split(" "));

/** Every mention of a person outside the quotations, and every phrase for one, in text order. */
export function namedOutside(
  source: SourceText,
  entities: readonly Entity[],
  quotes: readonly { readonly quote: Quote }[],
  speaking: ReadonlyMap<string, Entity>,
): readonly Named[] {
  const mentions = entities
    .filter(({ type, id }) => type === "person" || speaking.has(id))
    .flatMap((entity) =>
      entity.mentions.map(({ start, end }: Mention): Named => ({ start, end, entity: speaking.get(entity.id) ?? entity, phrase: null })),
    );
  const owners = new Map<Mention, Entity>();
  for (const entity of entities) for (const mention of entity.mentions) owners.set(mention, entity);
  const taken = [...owners.keys()].sort((a, b) => a.start - b.start);
  const kinship = new Kinship(source, entities, taken, owners);
  let t = 0;
  for (const { start, block } of source.blocks) {
    for (const phrase of findPersonPhrases(block)) {
      const from = start + block.tokens.starts[phrase.first];
      const to = start + block.tokens.ends[phrase.end - 1];
      while (t < taken.length && taken[t].end <= from) t++;
      // "Her neighbour Hugh Hill" is Hill, whatever "her" stands before.
      const inside = t < taken.length && isOwner(taken[t], from, to) ? t + 1 : t;
      if (inside < taken.length && taken[inside].start < to + 2 && taken[inside].end > from) continue;
      if (t > 0 && isApposed(source.text, taken[t - 1], from)) continue;
      const owner = kinship.ownerOf(taken, t, from, owners);
      const relative = owner && kinship.relativeOf(owner, phrase.noun);
      if (relative) {
        mentions.push({ start: from, end: to, entity: relative, phrase });
        continue;
      }
      mentions.push({ start: from, end: to, entity: null, phrase });
    }
  }
  for (const { start, block } of source.blocks) {
    for (const token of firstPersonOf(block))
      mentions.push({ start: start + block.tokens.starts[token], end: start + block.tokens.ends[token], entity: null, phrase: "narrator" });
  }
  mentions.sort((a, b) => a.start - b.start);
  let q = 0;
  return mentions.filter(({ start }) => {
    while (q < quotes.length && quotes[q].quote.end <= start) q++;
    return !(
      q < quotes.length &&
      quotes[q].quote.start <= start &&
      quotes[q].quote.spans.some((span) => span.start <= start && start < span.end)
    );
  });
}

/** The tokens of a block by which whoever speaks there means himself. */
const firstPersonOf = memoByBlock(({ tokens, lower }): readonly number[] => {
  let found: number[] | null = null;
  for (let i = 0; i < tokens.count; i++) {
    if (!FIRST_PERSON.has(lower[i])) continue;
    if (found) found.push(i);
    else found = [i];
  }
  return found ?? NO_TOKENS;
});

const NO_TOKENS: readonly number[] = [];

/** ", a geologist" of "Dr. Vogt, a geologist" tells who somebody is that has a name; that of "Behind Dr. Vogt, a geologist laughed" does not. */
function isApposed(text: string, { start, end, kind }: Mention, from: number): boolean {
  return kind === "name" && from - end === 2 && text[end] === "," && !FRONTED.test(text.slice(Math.max(0, start - LONGEST_FRONTED), start));
}

const FRONTED = new RegExp(`(?:^|[.!?…]["”’')]?\\s+|\\n\\s*)(?:${words.fronting.replaceAll(" ", "|")})\\s(?:\\p{Lu}[\\p{L}.]*\\s)?$`, "u");
const LONGEST_FRONTED = 40;

/** "his" of "his wife" is a mention of its own. */
function isOwner(mention: Span, from: number, to: number): boolean {
  return mention.start === from && mention.end < to;
}
