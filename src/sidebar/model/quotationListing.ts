import type { Entity, Quote, Speaker } from "../../analysis/analysis.js";
import { wordsOnOneLine } from "../../analysis/oneLine.js";
import { joinedNames, speakersOf } from "../../analysis/speakersOf.js";
import { reviewWords } from "../../editor/reviewWords.js";
import { counted, figure, isUncertain } from "../../editor/words.js";
import { QUOTE_WORDS } from "../../review/quoteWords.js";
import { UNDECIDED } from "../../review/review.js";
import { openingWords, shortened } from "./excerpt.js";
import { LazilySorted } from "./lazilySorted.js";
import type { ListedDocument } from "./listedDocument.js";
import { comparison, type Listing, type ListingOptions, NameKeys } from "./listing.js";
import type { TextFilter } from "./textFilter.js";
import { type Branch, branchOf, parts, type TreeNode, treeNode } from "./treeNode.js";

const SPEAKERS_KEY = "speaker";
const UNNAMED_KEY = "unnamed";
const NOBODY_KEY = "nobody";
const LONGEST_NAME = 80;
/** Speakers of more quotations than this are closed at first: the window asks for every row that is open, seen or not. */
const MOST_OPEN = 500;

/** Everything one speaker says in a document. */
interface Voice {
  readonly key: string;
  readonly name: string;
  readonly entity: Entity | undefined;
  readonly quotes: Quote[];
}

interface Voices {
  readonly named: readonly Voice[];
  readonly unnamed: readonly Voice[];
  readonly nobody: readonly Quote[];
}

/** @returns the words of the text that stand for a speaker, in one row. */
export function speakerWords(document: ListedDocument, speaker: Speaker): string {
  return shortened(
    wordsOnOneLine(document.text.slice(speaker.start, Math.min(speaker.end, speaker.start + 2 * LONGEST_NAME))),
    LONGEST_NAME,
  );
}

/** Lists a document's quotations: by named speaker, then unnamed sources one by one, then what nobody is known to have said. */
export function listQuotations(document: ListedDocument, options: ListingOptions): Listing {
  const { quotes } = document.reviewed.analysis;
  const listed = wanted(document, options);
  const voices = voicesOf(document, listed);
  return {
    branch: branchOfGroups(document, voices, options, listed.length <= MOST_OPEN),
    shown: listed.length,
    total: quotes.length,
    pathAt: (offset) => {
      const quote = document.reviewed.index.quoteAt(offset);
      return quote ? pathTo(quote, voices) : undefined;
    },
  };
}

/** Whether somebody is given as the speaker without much confidence. */
export function isDoubtful(speaker: Speaker | null): boolean {
  return speaker !== null && isUncertain(speaker);
}

function wanted(document: ListedDocument, { indirect, uncertainOnly, filter }: ListingOptions): readonly Quote[] {
  const { analysis, index } = document.reviewed;
  return analysis.quotes.filter(({ kind, speaker, start, end }) => {
    if (kind === "indirect" && !indirect) return false;
    if (uncertainOnly && !isDoubtful(speaker)) return false;
    if (filter.isEmpty) return true;
    const names = speakersOf(speaker).flatMap((id) => namesOf(index.entity(id)));
    const words = speaker ? [speakerWords(document, speaker)] : [];
    return filter.matches(document.text.slice(start, end), ...names, ...words);
  });
}

function namesOf(entity: Entity | undefined): readonly string[] {
  return entity ? [entity.name, ...entity.aliases] : [];
}

function voicesOf(document: ListedDocument, quotes: readonly Quote[]): Voices {
  const named = new Map<string, Voice>();
  const unnamed = new Map<string, Voice>();
  const nobody: Quote[] = [];
  const namedKeys = new NameKeys();
  const unnamedKeys = new NameKeys();
  for (const quote of quotes) {
    const { speaker } = quote;
    const entities = speakersOf(speaker).flatMap((id) => document.reviewed.index.entity(id) ?? []);
    if (speaker?.anonymous) {
      const name = entities[0]?.name ?? speakerWords(document, speaker);
      const source = speaker.entity ?? (isLabel(name) ? name : `${speaker.start}-${speaker.end}`);
      let voice = unnamed.get(source);
      if (!voice) {
        voice = { key: unnamedKeys.next(name), name, entity: undefined, quotes: [] };
        unnamed.set(source, voice);
      }
      voice.quotes.push(quote);
    } else if (entities.length === 0) nobody.push(quote);
    // What several say together stands below each of them.
    else
      for (const entity of entities) {
        let voice = named.get(entity.id);
        if (!voice) {
          voice = { key: `${SPEAKERS_KEY} ${namedKeys.next(entity.name)}`, name: entity.name, entity, quotes: [] };
          named.set(entity.id, voice);
        }
        voice.quotes.push(quote);
      }
  }
  return { named: [...named.values()], unnamed: [...unnamed.values()], nobody };
}

/** Whether unnamed speech stands under a transcript's label, "Q", "QUESTION": a hundred questions are one entry. */
function isLabel(words: string): boolean {
  return words !== words.toLowerCase() && words === words.toUpperCase();
}

function pathTo(quote: Quote, voices: Voices): readonly string[] | undefined {
  for (const voice of voices.named) {
    const rank = voice.quotes.indexOf(quote);
    if (rank >= 0) return [voice.key, String(rank)];
  }
  for (const voice of voices.unnamed) {
    const rank = voice.quotes.indexOf(quote);
    if (rank >= 0) return [UNNAMED_KEY, voice.key, String(rank)];
  }
  const rank = voices.nobody.indexOf(quote);
  return rank >= 0 ? [NOBODY_KEY, String(rank)] : undefined;
}

/** Named speakers, then the headings of what has none. */
function branchOfGroups(document: ListedDocument, voices: Voices, options: ListingOptions, open: boolean): Branch {
  const named = voiceBranch(document, voices.named, options, open);
  const headings: TreeNode[] = [];
  if (voices.unnamed.length > 0) {
    const branch = voiceBranch(document, voices.unnamed, options, open);
    headings.push(heading(document, UNNAMED_KEY, "Unnamed sources", voices.unnamed.length, "unnamed", branch));
  }
  if (voices.nobody.length > 0) {
    const branch = quoteBranch(document, voices.nobody, options.filter);
    headings.push(heading(document, NOBODY_KEY, "No speaker identified", voices.nobody.length, "nobody", branch));
  }
  return {
    size: named.size + headings.length,
    keyAt: (index) => (index < named.size ? named.keyAt(index) : headings[index - named.size].key),
    at: (index) => (index < named.size ? named.at(index) : headings[index - named.size]),
  };
}

function heading(document: ListedDocument, key: string, label: string, size: number, icon: "unnamed" | "nobody", branch: Branch): TreeNode {
  const spoken = `${label}, ${figure(size)}`;
  return treeNode({ key, subject: { kind: "heading", document }, label, description: figure(size), spoken, icon, open: true, branch });
}

function voiceBranch(document: ListedDocument, voices: readonly Voice[], { order, filter }: ListingOptions, open: boolean): Branch {
  const compare = comparison(order);
  const sorted = new LazilySorted(voices, (a, b) => compare(orderable(a), orderable(b)));
  return branchOf(
    sorted,
    ({ key }) => key,
    (voice) => voiceNode(document, voice, filter, open),
  );
}

function orderable({ name, quotes }: Voice): { readonly name: string; readonly count: number } {
  return { name, count: quotes.length };
}

function voiceNode(document: ListedDocument, { key, name, entity, quotes }: Voice, filter: TextFilter, open: boolean): TreeNode {
  const role = entity?.roles[0] ?? "";
  const quotations = counted(quotes.length, "quotation");
  return treeNode({
    key,
    subject: entity ? { kind: "speaker", document, entity, quotes } : { kind: "source", document, words: name, quotes },
    label: name,
    highlights: filter.places(name),
    description: parts(figure(quotes.length), shortened(role, LONGEST_NAME)),
    spoken: [entity ? name : `Unnamed source, ${name}`, quotations, role].filter((part) => part !== "").join(", "),
    icon: entity?.type ?? "unnamed",
    colour: entity?.type,
    open,
    branch: quoteBranch(document, quotes, filter, entity),
  });
}

/** @param below whose quotations they are. */
function quoteBranch(document: ListedDocument, quotes: readonly Quote[], filter: TextFilter, below?: Entity): Branch {
  return branchOf(
    quotes,
    (_, rank) => String(rank),
    (quote, rank) => quoteNode(document, quote, rank, filter, below),
  );
}

function quoteNode(document: ListedDocument, quote: Quote, key: string, filter: TextFilter, below?: Entity): TreeNode {
  const { kind, speaker } = quote;
  const { words, line } = openingWords(document.text, quote);
  const uncertain = isDoubtful(speaker);
  const review = document.reviewed.review.quotes.get(quote.id) ?? UNDECIDED;
  const decided = reviewWords(review);
  const unresolved = speaker !== null && speaker.entity === null && !speaker.anonymous;
  const said = speaker && (uncertain || unresolved) ? `“${speakerWords(document, speaker)}”${uncertain ? "?" : ""}` : undefined;
  const beside = speaker?.others ? speakersOf(speaker).filter((id) => id !== below?.id) : [];
  const names = beside.flatMap((id) => document.reviewed.index.entity(id)?.name ?? []);
  const together = names.length > 0 ? `with ${joinedNames(names)}` : "";
  return treeNode({
    key,
    subject: { kind: "quotation", document, quote },
    label: words,
    highlights: filter.places(words),
    description: parts(figure(line), kind === "direct" ? undefined : QUOTE_WORDS[kind].short, decided, said, together),
    spoken: [`Line ${line}`, QUOTE_WORDS[kind].one.toLowerCase(), uncertain ? "speaker uncertain" : "", decided, together, words]
      .filter((part) => part !== "")
      .join(", "),
    icon: kind,
    uncertain,
    standing: review.standing,
  });
}
