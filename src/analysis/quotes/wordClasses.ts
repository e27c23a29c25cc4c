import { bytes, shorts } from "../text/arena.js";
import { isUpperAt } from "../text/characters.js";
import { compiled } from "../text/compiled.js";
import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import { memoByWord } from "../text/vocabulary.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import functionWords from "./functionWords.json" with { type: "json" };
import verbForms from "./verbForms.json" with { type: "json" };
import { WordTest } from "./wordTest.js";

/** What a token is to the reading of attributions: the closed classes one by one, the open ones by their form. */
export const enum WordClass {
  Edge = 0,
  Lower = 1,
  Capital = 2,
  He = 3,
  They = 4,
  It = 5,
  Who = 6,
  ObjectPronoun = 7,
  Possessive = 8,
  Determiner = 9,
  Preposition = 10,
  Of = 11,
  For = 12,
  To = 13,
  Coordinator = 14,
  But = 15,
  Subordinator = 16,
  That = 17,
  Modal = 18,
  Be = 19,
  Have = 20,
  Do = 21,
  Negation = 22,
  Adverb = 23,
  Number = 24,
  Comma = 25,
  Colon = 26,
  Dash = 27,
  Stop = 28,
  /** A whole quotation, read as one word. */
  Quotation = 29,
  OpenBracket = 30,
  CloseBracket = 31,
  Ing = 32,
  Ed = 33,
  Plural = 34,
  Person = 35,
  Time = 36,
  According = 37,
  /** A form of a cue that is no noun as well. */
  CueVerb = 38,
  /** A form of a cue that may be a noun: report, claims. */
  CueNoun = 39,
  Link = 40,
  Other = 41,
  /** A form of a verb that is no cue. */
  Verb = 42,
  By = 43,
  With = 44,
  /** A preposition behind which stands what is spoken of. */
  About = 45,
  /** up, back: a verb's, or a preposition. */
  Particle = 46,
  /** I, we, you: who speaks here, and to whom. */
  Speaker = 47,
  Reflexive = 48,
  /** What is written or spoken and says something itself: report, letter. */
  Paper = 49,
  /** What people are together and speaks like one: agency, court. */
  Body = 50,
  /** "whether", "if": what is asked, or a condition. */
  Whether = 51,
}

export const WORD_CLASSES = 52;

/** What the reading of attributions sees of a block's tokens, one entry each. */
export interface ClassedBlock {
  readonly classes: Uint8Array;
  /** The index of the cue word, or -1. */
  readonly cues: Int16Array;
}

/** Of several lists with one word the last counts. */
const CLASS_OF_LIST: Readonly<Record<string, WordClass>> = {
  person: WordClass.Person,
  time: WordClass.Time,
  he: WordClass.He,
  they: WordClass.They,
  it: WordClass.It,
  who: WordClass.Who,
  object: WordClass.ObjectPronoun,
  possessive: WordClass.Possessive,
  determiner: WordClass.Determiner,
  preposition: WordClass.Preposition,
  of: WordClass.Of,
  for: WordClass.For,
  to: WordClass.To,
  coordinator: WordClass.Coordinator,
  but: WordClass.But,
  subordinator: WordClass.Subordinator,
  modal: WordClass.Modal,
  be: WordClass.Be,
  have: WordClass.Have,
  do: WordClass.Do,
  negation: WordClass.Negation,
  adverb: WordClass.Adverb,
  by: WordClass.By,
  with: WordClass.With,
  about: WordClass.About,
  particle: WordClass.Particle,
  speakers: WordClass.Speaker,
  reflexive: WordClass.Reflexive,
  papers: WordClass.Paper,
  bodies: WordClass.Body,
  whether: WordClass.Whether,
};

interface KnownWord {
  readonly wordClass: WordClass;
  readonly cue: number;
}

const KNOWN_WORDS: ReadonlyMap<string, KnownWord> = readKnownWords();

function readKnownWords(): ReadonlyMap<string, KnownWord> {
  const known = new Map<string, KnownWord>(verbForms.words.split(" ").map((word) => [word, { wordClass: WordClass.Verb, cue: -1 }]));
  const lists: Readonly<Record<string, string | readonly string[]>> = functionWords;
  for (const [list, wordClass] of Object.entries(CLASS_OF_LIST)) {
    for (const word of lists[list]) known.set(word, { wordClass, cue: -1 });
  }
  known.set("that", { wordClass: WordClass.That, cue: -1 });
  const nouns = new Set(CUE_WORDS.filter(({ form }) => form === CueForm.Noun).map(({ text }) => text));
  for (const { text, form, index } of CUE_WORDS) {
    const nounLike = form === CueForm.Base || form === CueForm.Third || form === CueForm.Noun || form === CueForm.Adjective;
    const listed = known.get(text)?.wordClass;
    const wordClass =
      form === CueForm.Phrase
        ? WordClass.According
        : (nounLike && text !== "says") || nouns.has(text)
          ? WordClass.CueNoun
          : WordClass.CueVerb;
    known.set(text, { wordClass: listed !== undefined && isNounOfSource(listed) ? listed : wordClass, cue: index });
  }
  return known;
}

/** What a word is by itself, in one number: its class, its cue word if any, and how it is written. */
const CLASS_BITS = 0x3f;
const CUE_SHIFT = 6;
const CUE_BITS = 0xfff;
const UPPER = 1 << 18;
const CLITIC = 1 << 19;
const KNOWN = 1 << 20;

/** "al-Maliki", "d’Estaing": what a capital stands in behind a short particle is a name as one that begins with it is. */
const PARTICLE_AND_CAPITAL = compiled(/^\p{Ll}{1,3}[-'’]\p{Lu}\p{L}/u);

function describe(word: string): number {
  const upper = isUpperAt(word, 0) ? UPPER : 0;
  if (isClitic(word)) return CLITIC | upper;
  const known = KNOWN_WORDS.get(upper > 0 ? word.toLowerCase() : word);
  if (known) return KNOWN | upper | ((known.cue + 1) << CUE_SHIFT) | known.wordClass;
  return upper | (upper > 0 || PARTICLE_AND_CAPITAL.test(word) ? WordClass.Capital : openClass(word));
}

const descriptionOf = memoByWord(describe);

/** The index of the colon among the cue words. */
const COLON_CUE = CUE_WORDS.findIndex(({ text }) => text === ":");

/** In a short block so great a share of capitals is a headline's, and says nothing of a word. */
const SHARE_OF_CAPITALS = 0.65;
const LONGEST_HEADLINE = 40;

function isTitleCase({ tokens, text }: Block): boolean {
  if (tokens.count > LONGEST_HEADLINE || tokens.count < 3) return false;
  let words = 0;
  let capitals = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] !== TokenKind.Word || tokens.ends[i] - tokens.starts[i] < 4) continue;
    words++;
    if (isUpperAt(text, tokens.starts[i])) capitals++;
  }
  return words > 2 && capitals >= words * SHARE_OF_CAPITALS;
}

/** Tells what each token of a block is. */
export function readClasses(block: Block): ClassedBlock {
  const { tokens, text, sentences } = block;
  const { count, kinds } = tokens;
  const classes = bytes(count);
  const cues = shorts(count).fill(-1);
  const titleCase = isTitleCase(block);
  let sentence = 0;
  for (let i = 0; i < count; i++) {
    const kind = kinds[i];
    if (kind === TokenKind.Word) {
      const description = descriptionOf(block, i);
      const wordClass = description & CLASS_BITS;
      if ((description & CLITIC) !== 0) classes[i] = i > 0 && isPronoun(classes[i - 1]) ? WordClass.Be : WordClass.Possessive;
      else if ((description & KNOWN) === 0) classes[i] = wordClass;
      else {
        while (sentence < sentences.length && sentences[sentence] < i) sentence++;
        if (wordClass === WordClass.Modal && (description & UPPER) !== 0 && isSurname(block, i)) classes[i] = WordClass.Capital;
        else if (
          (description & UPPER) !== 0 &&
          !(titleCase && isVerbal(wordClass)) &&
          isOpen(wordClass) &&
          sentences[sentence] !== i &&
          !followsMark(block, i)
        )
          classes[i] = wordClass === WordClass.Time && !isGivenName(block, i, classes) ? WordClass.Time : WordClass.Capital;
        else if ((description & UPPER) !== 0 && NO_SUBJECTS.has(wordClass) && saysSomething(block, i + 1)) classes[i] = WordClass.Capital;
        else {
          classes[i] = wordClass;
          cues[i] = ((description >> CUE_SHIFT) & CUE_BITS) - 1;
        }
      }
    } else if (kind === TokenKind.Number) classes[i] = WordClass.Number;
    else if (kind === TokenKind.Link) classes[i] = WordClass.Link;
    else {
      classes[i] = punctuationClass(text.charCodeAt(tokens.starts[i]));
      if (classes[i] === WordClass.Colon) cues[i] = COLON_CUE;
    }
  }
  return { classes, cues };
}

/** What is no verb's subject but as a name: "Cross said". */
const NO_SUBJECTS: ReadonlySet<number> = new Set([WordClass.Verb, WordClass.CueVerb, WordClass.Modal, WordClass.Preposition]);

/** Whether a token is a form in small letters that says that somebody has said something: "wrote", "says". */
function saysSomething(block: Block, token: number): boolean {
  if (token >= block.tokens.count || block.tokens.kinds[token] !== TokenKind.Word) return false;
  const description = descriptionOf(block, token);
  const cue = ((description >> CUE_SHIFT) & CUE_BITS) - 1;
  if ((description & UPPER) !== 0 || cue < 0 || (description & CLASS_BITS) !== WordClass.CueVerb) return false;
  const { form } = CUE_WORDS[cue];
  return form === CueForm.Past || form === CueForm.Third;
}

const MONTHS_AND_NAMES = new WordTest(functionWords.monthsAndNames);
/** Behind these a month is one: "in June", "last April", "by August". */
const BEFORE_MONTH: ReadonlySet<number> = new Set([
  WordClass.Preposition,
  WordClass.Of,
  WordClass.For,
  WordClass.To,
  WordClass.By,
  WordClass.With,
  WordClass.Particle,
  WordClass.Determiner,
  WordClass.Subordinator,
  WordClass.Adverb,
  WordClass.Lower,
  WordClass.Number,
]);

/** "said April Weld": whether a month that is a given name, too, stands before another name and not where a time does. */
function isGivenName({ tokens, text }: Block, i: number, classes: Uint8Array): boolean {
  const { starts, ends, kinds } = tokens;
  if (i + 1 >= tokens.count || !MONTHS_AND_NAMES.hasInAnyCase(text, starts[i], ends[i])) return false;
  return kinds[i + 1] === TokenKind.Word && isUpperAt(text, starts[i + 1]) && (i === 0 || !BEFORE_MONTH.has(classes[i - 1]));
}

/** "May told them", "May's": the surname, where neither somebody nor something follows of whom "may" could be asked. */
function isSurname({ words, lower }: Block, i: number): boolean {
  if (words[i] !== "May") return false;
  const next = words[i + 1] ?? "";
  return isClitic(next) || /^(?:said|says|told|tells|has|had|was|is|will|would|did|could)$/.test(lower[i + 1] ?? "");
}

/** Whether a class is one of nouns for those who speak or for what says something. */
export function isNounOfSource(wordClass: WordClass): boolean {
  return wordClass === WordClass.Person || wordClass === WordClass.Paper || wordClass === WordClass.Body;
}

/** Whether a class is one of words that take on new members: nouns, verbs, adverbs and the like. */
export function isOpenClass(wordClass: WordClass): boolean {
  return (
    wordClass === WordClass.Lower ||
    wordClass === WordClass.Adverb ||
    (wordClass >= WordClass.Ing && wordClass <= WordClass.Verb) ||
    isNounOfSource(wordClass)
  );
}

function isVerbal(wordClass: WordClass): boolean {
  return wordClass === WordClass.CueVerb || wordClass === WordClass.CueNoun || wordClass === WordClass.Verb;
}

function isOpen(wordClass: WordClass): boolean {
  return (wordClass >= WordClass.Person && wordClass <= WordClass.Verb) || wordClass === WordClass.Adverb || isNounOfSource(wordClass);
}

/** After a mark a capital may be the first of a sentence, and says nothing. */
function followsMark(block: Block, i: number): boolean {
  return i > 0 && block.tokens.kinds[i - 1] === TokenKind.QuotationMark;
}

/** The 's of a name or of "he's". */
function isClitic(word: string): boolean {
  return word === "'s" || word === "’s";
}

export function isPronoun(wordClass: WordClass): boolean {
  return (wordClass >= WordClass.He && wordClass <= WordClass.Who) || wordClass === WordClass.Speaker;
}

const NOUNS_IN_LY: ReadonlySet<string> = new Set(functionWords.nounsInLy);

function openClass(word: string): WordClass {
  if (word.length > 4) {
    if (word.endsWith("ly")) return NOUNS_IN_LY.has(word) ? WordClass.Lower : WordClass.Adverb;
    if (word.endsWith("ing")) return WordClass.Ing;
    if (word.endsWith("ed")) return WordClass.Ed;
  }
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? WordClass.Plural : WordClass.Lower;
}

function punctuationClass(code: number): WordClass {
  switch (code) {
    case 0x2c:
      return WordClass.Comma;
    case 0x3a:
      return WordClass.Colon;
    case 0x3b:
    case 0x2014:
    case 0x2013:
    case 0x2015:
    case 0x2d:
      return WordClass.Dash;
    case 0x2e:
    case 0x21:
    case 0x3f:
    case 0x2026:
      return WordClass.Stop;
    case 0x28:
    case 0x5b:
      return WordClass.OpenBracket;
    case 0x29:
    case 0x5d:
      return WordClass.CloseBracket;
    default:
      return WordClass.Other;
  }
}
