import type { EntityType, Span } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import { CharClass, charClass } from "../text/characters.js";
import { type Block, type SourceText, tokenText } from "../text/sourceText.js";
import starters from "../text/starters.json" with { type: "json" };
import { TokenKind } from "../text/tokens.js";
import lists from "./nameWords.json" with { type: "json" };

/** A proper name in the text, without titles and without the possessive 's. */
export interface NameSpan extends Span {
  readonly type: EntityType;
  /** How sure the tagger is, 0..1. */
  readonly confidence: number;
}

/** Finds names. It keeps what it found in each block, so that an edited document costs only its changed blocks. */
export interface NameTagger {
  /**
   * @returns the names in text order, none crossing another, as offsets into the document; none in boilerplate.
   */
  tag(source: SourceText, layout: Layout): readonly NameSpan[];
}

const PLACES: ReadonlySet<string> = new Set(lists.places);
const GROUPS: ReadonlySet<string> = new Set(lists.groups);
const ORGANIZATIONS: ReadonlySet<string> = new Set(lists.organizations);
const ORGANIZATION_HEADS: ReadonlySet<string> = new Set(lists.organizationHeads);
const PLACE_HEADS: ReadonlySet<string> = new Set(lists.placeHeads);
const EVENT_HEADS: ReadonlySet<string> = new Set(lists.eventHeads);
const TITLES: ReadonlySet<string> = new Set(lists.titles);
const NO_NAMES: ReadonlySet<string> = new Set([...starters.words, ...lists.noNames]);
const LINKS: ReadonlySet<string> = new Set(lists.links);

export function createNameTagger(): NameTagger {
  const kept = new WeakMap<Block, readonly NameSpan[]>();
  return {
    tag(source, layout) {
      const found: NameSpan[] = [];
      let section = 0;
      for (const { start, block } of source.blocks) {
        while (section < layout.sections.length && layout.sections[section].end <= start) section++;
        if (section < layout.sections.length && layout.sections[section].kind === "boilerplate" && layout.sections[section].start <= start) continue;
        let names = kept.get(block);
        if (!names) {
          names = tagBlock(block);
          kept.set(block, names);
        }
        for (const name of names) found.push({ ...name, start: name.start + start, end: name.end + start });
      }
      return withAuthors(found, layout.authors);
    },
  };
}

function withAuthors(names: readonly NameSpan[], authors: readonly Span[]): readonly NameSpan[] {
  if (authors.length === 0) return names;
  const apart = names.filter((name) => !authors.some((author) => author.start < name.end && name.start < author.end));
  const added = authors.map(({ start, end }): NameSpan => ({ start, end, type: "person", confidence: 1 }));
  return [...apart, ...added].sort((a, b) => a.start - b.start);
}

function tagBlock(block: Block): readonly NameSpan[] {
  const { tokens } = block;
  const names: NameSpan[] = [];
  const firsts = new Set(block.sentences);
  for (let i = 0; i < tokens.count; ) {
    if (!opensName(block, i, firsts)) {
      i++;
      continue;
    }
    let end = i + 1;
    for (let next = end; next < tokens.count && next < i + 12; next++) {
      const text = tokenText(block, next);
      if (isCapital(block, next) && text.length > 0 && !NO_NAMES.has(text)) end = next + 1;
      else if (!LINKS.has(text)) break;
    }
    let first = i;
    for (let word = first; word < end; word++) {
      const text = tokenText(block, word);
      if (TITLES.has(text)) first = word + 1;
      else if (word === first && GROUPS.has(text) && word + 1 < end && TITLES.has(tokenText(block, word + 1))) {
        names.push({ start: tokens.starts[word], end: tokens.ends[word], type: "group", confidence: 0.5 });
      }
    }
    if (first < end) {
      names.push({ start: tokens.starts[first], end: tokens.ends[end - 1], type: guessType(block, first, end, first > i), confidence: 0.5 });
    }
    i = end;
  }
  return names;
}

/** Whether a token is a word with a capital, at its start or after a particle ("al-Maliki"). */
function isCapital(block: Block, i: number): boolean {
  if (block.tokens.kinds[i] !== TokenKind.Word) return false;
  const word = tokenText(block, i);
  if (charClass(word.charCodeAt(0)) === CharClass.Upper) return true;
  const hyphen = word.indexOf("-");
  return hyphen > 0 && hyphen < 5 && charClass(word.charCodeAt(hyphen + 1)) === CharClass.Upper;
}

function opensName(block: Block, i: number, firsts: ReadonlySet<number>): boolean {
  if (!isCapital(block, i)) return false;
  const text = tokenText(block, i);
  if (NO_NAMES.has(text) || text.length < 2) return false;
  const known = PLACES.has(text) || GROUPS.has(text) || ORGANIZATIONS.has(text) || TITLES.has(text);
  if (!firsts.has(i) || known) return true;
  return i + 1 < block.tokens.count && isCapital(block, i + 1);
}

function guessType(block: Block, first: number, end: number, titled: boolean): EntityType {
  const last = tokenText(block, end - 1);
  const phrase = block.text.slice(block.tokens.starts[first], block.tokens.ends[end - 1]);
  if (PLACES.has(phrase)) return "place";
  if (GROUPS.has(phrase)) return "group";
  if (ORGANIZATIONS.has(phrase)) return "organization";
  for (let i = first; i < end; i++) {
    const word = tokenText(block, i);
    if (ORGANIZATION_HEADS.has(word)) return "organization";
    if (PLACE_HEADS.has(word)) return "place";
  }
  if (EVENT_HEADS.has(last)) return "event";
  if (titled || end - first > 1) return "person";
  if (phrase.length < 6 && phrase === phrase.toUpperCase()) return "organization";
  return "person";
}
