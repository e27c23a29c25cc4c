import { ENTITY_TYPES, type EntityType } from "../analysis/analysis.js";
import { beginLabel, LABEL_COUNT, OUTSIDE } from "../analysis/names/labels.js";
import wordKinds from "../analysis/names/wordKinds.json" with { type: "json" };
import { type Block, readSourceText, tokenText } from "../analysis/text/sourceText.js";
import { TokenKind } from "../analysis/text/tokens.js";
import { type CorpusDocument, type CorpusEntity, readCorpus } from "./corpora.js";

/** A block to learn from: for each token the labels that it may have, one bit each. */
export interface LabelledBlock {
  readonly block: Block;
  readonly allowed: Uint16Array;
}

/** Blocks that stood together in one text. */
export interface LabelledDocument {
  readonly corpus: string;
  readonly id: string;
  readonly blocks: readonly LabelledBlock[];
}

/** Where a name stands and which types it may be of; null among them: it may be no name in our sense. */
interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly types: readonly (EntityType | null)[];
}

const OPEN: readonly (EntityType | null)[] = [null, ...ENTITY_TYPES];
const REST: readonly (EntityType | null)[] = [null, "group", "event", "work"];
const GROUPS: ReadonlySet<string> = new Set(wordKinds.kinds.group.split(" "));
const UNCERTAIN_GROUPS: ReadonlySet<string> = new Set(wordKinds.uncertainGroups.split(" "));
const TITLES: ReadonlySet<string> = new Set(wordKinds.kinds.title.split(" "));
const LATE_TITLES: ReadonlySet<string> = new Set(wordKinds.kinds.lateTitle.split(" "));
const COMPASS: ReadonlySet<string> = new Set(wordKinds.kinds.compass.split(" "));

/** How a corpus's own labels are read. Undefined: no name. */
type LabelReader = (entity: CorpusEntity, document: CorpusDocument) => readonly (EntityType | null)[] | undefined;

interface CorpusReading {
  readonly files: readonly string[];
  readonly types: LabelReader;
  /** Whether names of other types than persons, organizations and places are left unlabelled in this corpus. */
  readonly restUnlabelled: boolean;
  /** How many documents of the file make one text: sentences that stand in their texts' order. */
  readonly joined: number;
  /** Whether names within a word are labelled: "Paris" of "Paris-based". */
  readonly labelsWithinWords?: true;
}

function byCoarse({ coarse }: CorpusEntity): readonly (EntityType | null)[] | undefined {
  if (coarse === "PER") return ["person"];
  if (coarse === "ORG") return ["organization"];
  if (coarse === "LOC") return ["place"];
  return coarse === "MISC" ? REST : undefined;
}

const TYPES_BY_LABEL: Readonly<Record<string, readonly (EntityType | null)[]>> = {
  "gmb:gpe": ["group"],
  "gmb:art": [null, "work"],
  "gmb:eve": ["event"],
  "gmb:nat": [null, "event"],
  "crossner:election": ["event"],
  "crossner:event": ["event"],
  "crossner:conference": [null, "event", "organization"],
  "crossner:book": ["work"],
  "crossner:album": ["work"],
  "crossner:song": ["work"],
  "crossner:poem": ["work"],
  "crossner:magazine": ["organization", "work"],
  "crossner:academicjournal": ["organization", "work"],
  "crossner:misc": REST,
  "crossner:award": [null, "event", "work"],
  "wnut17:creative-work": ["work"],
  "wnut17:product": [null, "work"],
  "re3d:Nationality": ["group"],
  "re3d:DocumentReference": [null, "work"],
};

function byLabel(corpus: string): LabelReader {
  return (entity) => {
    const types = entity.type === "gpe" && entity.coarse === "LOC" ? (["place"] as const) : TYPES_BY_LABEL[`${corpus}:${entity.type}`];
    if (types) return types;
    if (entity.coarse === "MISC") return corpus === "crossner" || corpus === "re3d" ? [null] : REST;
    return byCoarse(entity);
  };
}

/** GUM: only proper names; a person that is a people is a group. */
function gumTypes(entity: CorpusEntity, { text }: CorpusDocument): readonly (EntityType | null)[] | undefined {
  if (entity.named !== true) return undefined;
  const name = text.slice(entity.nameStart ?? entity.start, entity.nameEnd ?? entity.end).toLowerCase();
  if (GROUPS.has(name)) return ["group"];
  if (entity.type === "event") return [null, "event"];
  if (entity.coarse === "MISC") return [null, "group", "event", "work"];
  return byCoarse(entity);
}

function meantimeTypes(entity: CorpusEntity): readonly (EntityType | null)[] | undefined {
  if (entity.named !== true || entity.type === "FIN") return undefined;
  return entity.type === "PRO" || entity.type === "MIX" ? [null, "work", "organization"] : byCoarse(entity);
}

const READINGS: Readonly<Record<string, CorpusReading>> = {
  gmb: { files: ["gmb.train", "gmb.dev", "gmb.test"], types: byLabel("gmb"), restUnlabelled: false, joined: 12 },
  gum: { files: ["gum.train"], types: gumTypes, restUnlabelled: true, joined: 1, labelsWithinWords: true },
  meantime: { files: ["meantime"], types: meantimeTypes, restUnlabelled: true, joined: 1 },
  wikigold: { files: ["wikigold"], types: byCoarse, restUnlabelled: false, joined: 1 },
  crossner: { files: ["crossner"], types: byLabel("crossner"), restUnlabelled: true, joined: 1 },
  btc: { files: ["btc"], types: byCoarse, restUnlabelled: true, joined: 1 },
  wnut17: { files: ["wnut17"], types: byLabel("wnut17"), restUnlabelled: true, joined: 1 },
  uner_ewt: { files: ["uner_ewt"], types: byCoarse, restUnlabelled: true, joined: 1, labelsWithinWords: true },
  re3d: { files: ["re3d"], types: byLabel("re3d"), restUnlabelled: true, joined: 1, labelsWithinWords: true },
};

/** The sentences that politics are measured on, and so not learned from. */
const HELD_OUT = "crossner-politics-dev";

/** Reads everything the tagger learns from. */
export function readLabelledDocuments(folder: string, corpora: readonly string[] = Object.keys(READINGS)): LabelledDocument[] {
  return corpora.flatMap((corpus) => {
    const { files, joined } = READINGS[corpus];
    return files.flatMap((file) => {
      const documents = readCorpus(folder, `train/${file}`).filter(({ id }) => !id.startsWith(HELD_OUT));
      const labelled: LabelledDocument[] = [];
      for (let i = 0; i < documents.length; i += joined) {
        const group = documents.slice(i, i + joined);
        labelled.push({ corpus, id: group[0].id, blocks: group.flatMap((document) => labelDocument(document, corpus)) });
      }
      return labelled;
    });
  });
}

function labelDocument(document: CorpusDocument, corpus: string): LabelledBlock[] {
  const { types, restUnlabelled } = READINGS[corpus];
  const spans = outermost(
    document.entities.flatMap((entity): LabelledSpan[] => {
      const allowed = types(entity, document);
      return allowed ? [{ start: entity.nameStart ?? entity.start, end: entity.nameEnd ?? entity.end, types: allowed }] : [];
    }),
  );
  return readSourceText(document.text, "plain").blocks.map(({ start, block }) => labelBlock(block, start, spans, corpus, restUnlabelled));
}

/** Leaves out what lies inside another span, and what crosses one. */
function outermost(spans: readonly LabelledSpan[]): LabelledSpan[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: LabelledSpan[] = [];
  for (const span of sorted) if (kept.length === 0 || span.start >= kept[kept.length - 1].end) kept.push(span);
  return kept;
}

function labelBlock(block: Block, offset: number, spans: readonly LabelledSpan[], corpus: string, restUnlabelled: boolean): LabelledBlock {
  const { tokens } = block;
  const allowed = new Uint16Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) allowed[i] = labelOutside(block, i, restUnlabelled);
  if (!READINGS[corpus].labelsWithinWords) openWithinWords(block, allowed);
  for (const { start, end, types } of spans) {
    if (end <= offset || start >= offset + block.text.length) continue;
    let first = 0;
    while (first < tokens.count && tokens.ends[first] + offset <= start) first++;
    let last = first;
    while (last < tokens.count && tokens.starts[last] + offset < end) last++;
    if (last === first) continue;
    if (last - first > 2 && isHyphen(block, last - 2) && isLowerCase(block, last - 1)) last -= 2;
    const cutsToken = tokens.starts[first] + offset !== start || tokens.ends[last - 1] + offset !== end;
    const isPair = last - first === 3 && isHyphen(block, first + 1);
    if (cutsToken || isPair) allowed.fill(labelBits(OPEN, true) | labelBits(OPEN, false), first, last);
    else for (const [from, to, kinds] of tidy(block, first, last, types, corpus)) markSpan(allowed, from, to, kinds);
  }
  return { block, allowed };
}

/** Leaves open what words joined by a hyphen are, where the tokens part them and the labels do not: "Paris-based", "US-China". */
function openWithinWords(block: Block, allowed: Uint16Array): void {
  for (let i = 1; i + 1 < block.tokens.count; i++) {
    if (!isHyphen(block, i)) continue;
    for (const beside of [i - 1, i + 1]) if (!isLowerCase(block, beside)) allowed[beside] = ALL_LABELS;
  }
}

/** Whether a token is a hyphen between two tokens without a space. */
function isHyphen({ text, tokens: { starts, ends } }: Block, token: number): boolean {
  return text[starts[token]] === "-" && ends[token - 1] === starts[token] && ends[token] === starts[token + 1];
}

function isLowerCase({ words }: Block, token: number): boolean {
  return words[token] === words[token].toLowerCase();
}

/**
 * The label of a word outside all names. Most corpora leave out peoples and faiths, or label only some of them ("Kurds" in GMB):
 * words that can be nothing else are groups everywhere, the others may be.
 */
function labelOutside(block: Block, token: number, restUnlabelled: boolean): number {
  const text = tokenText(block, token);
  const word = text.toLowerCase();
  if (text === word || !GROUPS.has(word)) return 1 << OUTSIDE;
  if (!UNCERTAIN_GROUPS.has(word)) return labelBits(["group"], true);
  return restUnlabelled ? labelBits([null, "group"], true) : 1 << OUTSIDE;
}

/** The bits of the labels that begin, or continue, a name of the types; null stands for no name. */
export function labelBits(types: readonly (EntityType | null)[], begins: boolean): number {
  let bits = 0;
  for (const type of types) bits |= 1 << (type === null ? OUTSIDE : beginLabel(type) + (begins ? 0 : 1));
  return bits;
}

function markSpan(allowed: Uint16Array, from: number, to: number, types: readonly (EntityType | null)[]): void {
  for (let i = from; i < to; i++) allowed[i] = labelBits(types, i === from);
}

type TokenSpan = readonly [number, number, readonly (EntityType | null)[]];

/** Brings the corpora's habits together: no titles, no leading "the" or "southern", no possessive, "Cairo, Egypt" as two. */
function tidy(block: Block, first: number, last: number, types: readonly (EntityType | null)[], corpus: string): TokenSpan[] {
  const word = (i: number): string => tokenText(block, i).toLowerCase();
  let from = first;
  let to = last;
  if (word(from) === "the" && tokenText(block, from) === "the") from++;
  if (types.length === 1 && types[0] === "person") {
    for (let i = from; i < to; i++) {
      const ends = TITLES.has(word(i)) && (i === from || LATE_TITLES.has(word(i)));
      if (ends && (i + 1 < to || corpus === "gmb")) from = i + 1;
    }
  }
  if (types.length === 1 && types[0] === "place") {
    while (from + 1 < to && COMPASS.has(tokenText(block, from))) from++;
    const comma = indexOfComma(block, from, to);
    if (comma > from && comma + 1 < to) {
      return [...tidy(block, from, comma, types, corpus), ...tidy(block, comma + 1, to, types, corpus)];
    }
  }
  if (to - from > 1 && /^['’]s$/i.test(tokenText(block, to - 1)) && !types.includes(null)) to--;
  if (from >= to) return [];
  if (corpus === "gmb" && to - from === 1 && GROUPS.has(word(from)) && !UNCERTAIN_GROUPS.has(word(from))) return [[from, to, ["group"]]];
  if (corpus === "re3d" && !isNameLike(block, from, to)) return [[from, to, OPEN]];
  return [[from, to, types]];
}

function indexOfComma(block: Block, from: number, to: number): number {
  for (let i = from; i < to; i++) if (tokenText(block, i) === ",") return i;
  return -1;
}

/** Whether the words are those of a name, not of a description with a name in it. */
function isNameLike(block: Block, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (block.tokens.kinds[i] !== TokenKind.Word) continue;
    const text = tokenText(block, i);
    const link = i > from && i < to - 1 && ["of", "and", "for", "the", "al", "de", "in", "on"].includes(text);
    if (!link && text.toLowerCase() === text) return false;
  }
  return true;
}

export const ALL_LABELS = (1 << LABEL_COUNT) - 1;
