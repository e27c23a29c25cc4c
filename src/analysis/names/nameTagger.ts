import type { EntityType, Span } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import type { Block, PlacedBlock, SourceText } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import { type CommonSurnames, NO_COMMON_SURNAMES, readCommonSurnames, withCommonSurnames } from "./commonSurnames.js";
import { DocumentVotes } from "./documentVotes.js";
import { type FirstLook, Scorer } from "./firstLook.js";
import { withListedPlaces } from "./listedPlaces.js";
import { openModel } from "./model.js";
import modelFile from "./names.model";
import { knownBehindThe, type NamesBehindThe, NO_NAMES_BEHIND_THE, readNamesBehindThe, withNamesBehindThe } from "./namesBehindThe.js";
import { type Additions, findAdditions, namesWithAdditions } from "./secondLook.js";
import type { TokenName } from "./spans.js";
import { findNamesInTables } from "./tables.js";
import { NameTidier } from "./tidying.js";
import { WordLists } from "./wordLists.js";

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

/** What is kept of a block: the first look, and the names found at the second with what the document then said. */
interface KeptBlock {
  readonly look: FirstLook;
  /** The state of the document's votes that the names were found with last; -1 before the second look. */
  state: number;
  /** Null before the second look. */
  additions: Additions | null;
  names: readonly TokenName[];
  commonSurnames: CommonSurnames;
  behindThe: NamesBehindThe;
  /** The names as they were given last, for the block's place then. */
  placed: PlacedSpans;
}

interface PlacedSpans {
  readonly start: number;
  readonly of: readonly TokenName[];
  readonly spans: readonly NameSpan[];
}

const NO_NAMES: readonly TokenName[] = [];
const NO_SPANS: PlacedSpans = { start: -1, of: NO_NAMES, spans: [] };

interface Tools {
  readonly scorer: Scorer;
  readonly tidier: NameTidier;
  readonly lists: WordLists;
}

function openTools(model: Uint8Array): Tools {
  const lists = new WordLists();
  return { scorer: new Scorer(openModel(model), lists), tidier: new NameTidier(lists), lists };
}

/** The shipped model with the word lists: opened once, when first asked for, since that costs more than to read a document. */
const shipped: { tools: Tools | null } = { tools: null };

function shippedTools(): Tools {
  shipped.tools ??= openTools(modelFile);
  return shipped.tools;
}

/** @param model the bytes of a model as `npm run train` writes it; the shipped one where none is given. */
export function createNameTagger(model?: Uint8Array): NameTagger {
  const { scorer, tidier, lists } = model ? openTools(model) : shippedTools();
  const kept = new WeakMap<Block, KeptBlock>();
  const votes = new DocumentVotes();

  function firstLook(block: Block): KeptBlock {
    let known = kept.get(block);
    if (!known) {
      known = {
        look: scorer.look(block),
        state: -1,
        additions: null,
        names: NO_NAMES,
        commonSurnames: NO_COMMON_SURNAMES,
        behindThe: NO_NAMES_BEHIND_THE,
        placed: NO_SPANS,
      };
      kept.set(block, known);
    }
    return known;
  }

  /** Brings a block's names to what the document says now. */
  function readNames(block: Block, known: KeptBlock, state: number): void {
    if (known.state === state || known.look.stretches.length === 0) return;
    if (known.state !== state - 1 || votes.mayDiffer(known.look)) {
      const additions = findAdditions(block, known.look, votes.evidence, votes.introduces);
      if (known.additions === null || !areEqual(additions, known.additions)) {
        const labelled = namesWithAdditions(known.look, additions, scorer.decoder);
        known.additions = additions;
        known.names = withListedPlaces(block, tidier.tidy(block, labelled), lists);
        known.commonSurnames = readCommonSurnames(block, labelled, known.names, lists);
        known.behindThe = readNamesBehindThe(block, known.names, lists);
      }
    }
    known.state = state;
  }

  return {
    tag(source, layout) {
      const blocks = withoutBoilerplate(source, layout);
      const looks = blocks.map(({ block }) => firstLook(block));
      const state = votes.bringTo(looks.map(({ look }) => look));
      const surnames = new Set<string>();
      let hasMet = false;
      for (let b = 0; b < blocks.length; b++) {
        readNames(blocks[b].block, looks[b], state);
        for (const surname of looks[b].commonSurnames.full) surnames.add(surname);
        hasMet ||= looks[b].behindThe.met.length > 0;
      }
      const known = hasMet ? knownBehindThe(looks.map(({ behindThe }) => behindThe)) : null;
      const found: NameSpan[] = [];
      for (let b = 0; b < blocks.length; b++) {
        const { start, block } = blocks[b];
        const look = looks[b];
        const { commonSurnames, behindThe } = look;
        const names = known && behindThe.met.length > 0 ? withNamesBehindThe(block, look.names, behindThe.met, known) : look.names;
        const all = surnames.size > 0 ? withCommonSurnames(block, names, commonSurnames, surnames) : names;
        if (all.length === 0) continue;
        if (look.placed.of !== all) look.placed = { start, of: all, spans: placedSpans(block, start, all) };
        else if (look.placed.start !== start)
          look.placed = { start, of: all, spans: movedSpans(look.placed.spans, start - look.placed.start) };
        const { spans } = look.placed;
        for (let i = 0; i < spans.length; i++) found.push(spans[i]);
      }
      const authors = layout.authors.map(({ start, end }): NameSpan => ({ start, end, type: "person", confidence: 1 }));
      return inPlaceOf(inPlaceOf(found, findNamesInTables(blocks)), authors);
    },
  };
}

function placedSpans(block: Block, at: number, names: readonly TokenName[]): readonly NameSpan[] {
  const { starts, ends } = block.tokens;
  return names.map(({ first, end, type, confidence }) => ({
    start: at + starts[first],
    end: at + ends[end - 1] - (type === "person" ? noteLength(block, first, end) : 0),
    type,
    confidence,
  }));
}

/** How long the figures of a note are that a person's name ends with: 1 of "Ann Weld3", but 0 of a handle's, "@AnnWeld3". */
function noteLength(block: Block, first: number, end: number): number {
  const length = figuresBehind(block, end - 1);
  if (length === 0 || (length > 1 && end - first === 1)) return 0;
  for (let i = Math.max(first - 1, 0); i < end; i++) if (block.words[i].startsWith("@")) return 0;
  return length;
}

/** How many figures a word of small letters ends with; 0 for most words. */
const figuresBehind = memoByWord((word) => (/^\p{Lu}[\p{L}'’-]*\p{Ll}\d{1,2}$/u.test(word) ? (/\d+$/.exec(word)?.[0].length ?? 0) : 0));

function movedSpans(spans: readonly NameSpan[], by: number): readonly NameSpan[] {
  return spans.map(({ start, end, type, confidence }) => ({ start: start + by, end: end + by, type, confidence }));
}

function withoutBoilerplate({ blocks }: SourceText, { sections }: Layout): readonly PlacedBlock[] {
  let section = 0;
  return blocks.filter(({ start }) => {
    while (section < sections.length && sections[section].end <= start) section++;
    return section === sections.length || sections[section].start > start || sections[section].kind !== "boilerplate";
  });
}

function areEqual(a: Additions, b: Additions): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** The names with others put in place of those that they cross; both in text order. */
function inPlaceOf(names: readonly NameSpan[], added: readonly NameSpan[]): readonly NameSpan[] {
  if (added.length === 0) return names;
  const all: NameSpan[] = [];
  let n = 0;
  for (const name of added) {
    for (; n < names.length && names[n].start < name.end; n++) if (names[n].end <= name.start) all.push(names[n]);
    all.push(name);
  }
  for (; n < names.length; n++) all.push(names[n]);
  return all;
}
