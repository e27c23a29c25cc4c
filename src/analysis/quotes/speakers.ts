import type { Span, Speaker } from "../analysis.js";
import { nounType } from "../identity/rolePhrases.js";
import { CharClass, charClass, isUpperAt } from "../text/characters.js";
import { compiled } from "../text/compiled.js";
import { apposed, apposedBehind, bracketed, INDEFINITE, knownAs } from "./appositions.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { MentionIndex, PlacedMention } from "./mentionIndex.js";
import { bracketTitled, personAfterOffice, titledPerson } from "./officeHolders.js";
import { senderOf } from "./senders.js";
import { WordTest } from "./wordTest.js";

const UNNAMED: ReadonlySet<string> = new Set(functionWords.unnamed);
const PERSON_PRONOUNS: ReadonlySet<string> = new Set(functionWords.he);
const PRONOUNS: ReadonlySet<string> = new Set([
  ...functionWords.he,
  ...functionWords.they,
  ...functionWords.it,
  ...functionWords.who,
  ...functionWords.object,
  ...functionWords.possessive,
]);
const THINGS: ReadonlySet<string> = new Set(functionWords.thing);
const CONNECTORS = new WordTest([
  ...functionWords.of,
  ...functionWords.for,
  ...functionWords.to,
  ...functionWords.preposition,
  ...functionWords.who,
  ...functionWords.postmodifier,
  "that",
  ",",
  "(",
]);
const DETERMINERS = new WordTest([...functionWords.determiner, ...functionWords.possessive]);

const WORDS_BEHIND = compiled(/^\s*(?:[\p{L}\p{N}.’'-]+|[,(])/u);
const LONGEST_SOURCE = 400;
const LONGEST_PRONOUN = Math.max(...Array.from(PRONOUNS, (word) => word.length));

const FIRST_PERSON: ReadonlySet<string> = new Set(["i", "me", "my", "myself"]);

/** Whether a pronoun names the one who is speaking. */
export function isFirstPerson(words: string): boolean {
  return words.length <= LONGEST_PRONOUN && FIRST_PERSON.has(words.toLowerCase());
}

/** Who the words that name a source stand for. */
export interface ResolvedSource {
  readonly entity: string | null;
  readonly anonymous: boolean;
  /** How sure that is, 0..1. */
  readonly confidence: number;
}

/** Finds who a source's words name: the entity of their head, or an unnamed source. */
export function resolveSource(text: string, source: Span, mentions: MentionIndex): ResolvedSource {
  const inside = mentions.within(source);
  if (source.end - source.start <= LONGEST_PRONOUN) {
    const word = text.slice(source.start, source.end).toLowerCase();
    if (PRONOUNS.has(word)) return resolvePronoun(word, source, inside);
  }
  if (ONE_OF_MANY.test(text.slice(source.start, source.start + LONGEST_ONE))) return { entity: null, anonymous: true, confidence: 1 };
  const headEnd = withoutSeat(text, source.start, headEndOf(text, source.start, Math.min(source.end, source.start + LONGEST_SOURCE)));
  const head = inside.length > 0 ? (senderOf(text, source, inside) ?? headMention(text, source, headEnd, inside)) : null;
  // "a Finn by the name of Ada Byron" is she, and not a people.
  const named = head?.entity.type === "group" ? (knownAs(text, source, headEnd, mentions) ?? head) : head;
  if (named) return { entity: named.entity.id, anonymous: false, confidence: named.mention.confidence ?? 1 };
  const appositive = inside.length > 0 ? apposed(text, source, headEnd, inside) : null;
  if (appositive) return { entity: appositive.entity.id, anonymous: false, confidence: (appositive.mention.confidence ?? 1) * 0.9 };
  const known = knownAs(text, source, headEnd, mentions) ?? bracketed(text, source, headEnd, mentions);
  if (known) return { entity: known.entity.id, anonymous: false, confidence: (known.mention.confidence ?? 1) * 0.9 };
  const behind = apposedBehind(text, source, headEnd, mentions);
  if (behind) return { entity: behind.entity.id, anonymous: false, confidence: (behind.mention.confidence ?? 1) * 0.9 };
  const voice = inside.length > 0 ? ownerOfVoice(text, source, inside[0]) : null;
  if (voice) return { entity: voice.entity.id, anonymous: false, confidence: (voice.mention.confidence ?? 1) * 0.9 };
  const anonymous = isUnnamed(text.slice(source.start, headEnd)) || withholdsName(text, source);
  return { entity: null, anonymous, confidence: 1 };
}

/** "Ada Byron" of "Ada Byron MP", "Ada Byron KC": what somebody is stands behind the name. */
function withoutSeat(text: string, start: number, end: number): number {
  if (!isUpperAt(text, end - 1)) return end;
  const seat = SEAT.exec(text.slice(Math.max(start, end - LONGEST_SEAT), end));
  return seat ? end - seat[0].length : end;
}

const SEAT = /\s(?:MP|MEP|MSP|MLA|MPP|MS|TD|KC|QC|OBE|CBE|MBE|MD|AM)$/;
const LONGEST_SEAT = 5;

/** "his voice", "Ada Byron's low voice": whose voice it is. */
function ownerOfVoice(text: string, source: Span, owner: PlacedMention): PlacedMention | null {
  const { mention, entity } = owner;
  if (mention.start !== source.start || entity.type !== "person" || source.end - mention.end > LONGEST_VOICE) return null;
  const words = text.slice(mention.end, source.end);
  const isOwner = mention.kind === "pronoun" ? words[0] === " " : POSSESSIVE.test(words.slice(0, 2));
  return isOwner && VOICE.test(words) ? owner : null;
}

const VOICE = /^(?:['’]s)?\s(?:\p{Ll}+,?\s){0,2}(?:voice|whisper|murmur)$/u;
const LONGEST_VOICE = 40;

/** "One, in Oslo, said": a pronoun for somebody of those told of before, and an aside that is no name. */
const ONE_OF_MANY = /^(?:one|another|others|some|many|several|two|three), \p{Ll}/iu;
const LONGEST_ONE = 12;

/** The mention that a phrase is about: the one its head ends with, or the whole phrase, or a person whose title has a connector in it. */
function headMention(text: string, source: Span, headEnd: number, inside: readonly PlacedMention[]): PlacedMention | null {
  const whole = inside.find(({ mention }) => isAll(mention, source));
  if (whole) return whole;
  const atHead = inside.filter(
    ({ mention }) => mention.start < headEnd && mention.end >= headEnd - 2 && endsPhrase(text, mention.end, source.end),
  );
  const first =
    atHead.find(({ mention }) => mention.kind === "name") ??
    atHead[atHead.length - 1] ??
    organizationByKind(text, source.start, headEnd, inside);
  if (first) return firstOfSeveral(text, first, inside);
  return (
    bracketTitled(text, source, inside) ??
    personAfterOffice(text, source.start, headEnd, inside) ??
    (isUpperAt(text, source.start) ? titledPerson(text, source, inside) : null)
  );
}

/** "the powerful UGTT union", "the Al-Waqt newspaper": an organization's name right before the noun that says what it is. */
function organizationByKind(text: string, start: number, headEnd: number, inside: readonly PlacedMention[]): PlacedMention | undefined {
  const space = text.lastIndexOf(" ", headEnd - 1);
  if (space <= start || nounType(text.slice(space + 1, headEnd)) !== "organization") return undefined;
  return inside.find(({ mention, entity }) => mention.kind === "name" && entity.type === "organization" && mention.end === space);
}

const POSSESSIVE = /^['’]s$/;

/** Whether nothing but a connector, a comma or the end follows: in "State of Law MP Ada Byron", the first name does not end its phrase. */
function endsPhrase(text: string, end: number, sourceEnd: number): boolean {
  if (end > sourceEnd + 2) return false;
  const next = WORDS_BEHIND.exec(text.slice(end, Math.min(sourceEnd, end + 30)))?.[0]
    .trim()
    .toLowerCase();
  return (
    next === undefined ||
    next === "" ||
    next === "." ||
    CONNECTORS.has(next, 0, next.length) ||
    next === "and" ||
    next === "or" ||
    (POSSESSIVE.test(next) && end + 2 >= sourceEnd)
  );
}

/** Of "Ada Byron and Charles Babbage", the first. */
function firstOfSeveral(text: string, last: PlacedMention, inside: readonly PlacedMention[]): PlacedMention {
  const before = inside.find(({ mention }) => mention.end < last.mention.start && text.slice(mention.end, last.mention.start) === " and ");
  return before && before.entity.type === last.entity.type ? before : last;
}

function isAll(mention: Span, source: Span): boolean {
  return mention.start === source.start && mention.end === source.end;
}

function resolvePronoun(word: string, source: Span, inside: readonly PlacedMention[]): ResolvedSource {
  const mention = inside.find(({ mention }) => mention.start === source.start && mention.end <= source.end + 1);
  if (!mention) return { entity: null, anonymous: false, confidence: 1 };
  const sure = PERSON_PRONOUNS.has(word) ? 1 : 0.9;
  return { entity: mention.entity.id, anonymous: false, confidence: (mention.mention.confidence ?? 1) * sure };
}

/** Whether a noun in lower case is one by which texts speak of those whom they do not name. */
export function isSourceNoun(noun: string): boolean {
  return UNNAMED.has(noun);
}

/** Whether a noun in lower case is one for what is written or said: "statement". */
export function isThingNoun(noun: string): boolean {
  return THINGS.has(noun);
}

const INSCRIBED: ReadonlySet<string> = new Set([...functionWords.inscribed, ...functionWords.papers]);

/** Whether a noun in lower case is one for what words stand on or in, and which says nothing aloud: "the entry reads". */
export function isInscribed(noun: string): boolean {
  return INSCRIBED.has(noun);
}

/** Where the words up to the first connector end: behind "a spokesman" of "a spokesman for ISIS". */
export function headEndOf(text: string, start: number, end: number): number {
  let headEnd = start;
  let hasHead = false;
  let lastStart = start;
  for (let at = start; at < end; ) {
    const wordEnd = endOfWord(text, at, end);
    if (wordEnd === at) {
      at++;
      continue;
    }
    const connects = CONNECTORS.hasInAnyCase(text, at, wordEnd) || isParticiple(text, at, wordEnd, lastStart, headEnd);
    if (connects && (hasHead || (headEnd > start && text.slice(at, wordEnd).toLowerCase() === "of"))) return headEnd;
    hasHead ||= !connects && !DETERMINERS.hasInAnyCase(text, at, wordEnd);
    headEnd = wordEnd;
    lastStart = at;
    at = wordEnd;
  }
  return headEnd;
}

/** "a lawyer representing", "a witness standing": what a person does, behind the noun for the person. */
function isParticiple(text: string, start: number, end: number, nounStart: number, nounEnd: number): boolean {
  const last = text[end - 1];
  if (last !== "g" && last !== "G") return false;
  const word = text.slice(start, end).toLowerCase();
  if (!word.endsWith("ing") || word.length <= 5 || nounType(word) !== null) return false;
  const noun = text.slice(nounStart, nounEnd).toLowerCase();
  return nounType(noun) === "person" || UNNAMED.has(noun);
}

/** The end of a word, a comma or an opening bracket that begins at an offset; the offset itself where none does. */
function endOfWord(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x2c || code === 0x28) return at + 1;
  let end = at + letterLength(text, at);
  if (end === at) return at;
  while (end < limit) {
    const inner = text.charCodeAt(end);
    if (inner === 0x2e || inner === 0x27 || inner === 0x2d || inner === 0x2019) end++;
    else {
      const length = letterLength(text, end);
      if (length === 0) break;
      end += length;
    }
  }
  return Math.min(end, limit);
}

/** How many code units the letter or digit at an offset has; 0 where there is none. */
function letterLength(text: string, at: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at);
  switch (charClass(code)) {
    case CharClass.Lower:
    case CharClass.Upper:
    case CharClass.Caseless:
    case CharClass.Digit:
      return 1;
    case CharClass.Surrogate:
      return LETTER_OR_DIGIT.test(String.fromCodePoint(text.codePointAt(at) ?? code)) ? 2 : 0;
    case CharClass.Symbol:
      return code > 0x7f && LETTER_OR_DIGIT.test(text[at]) ? 1 : 0;
    default:
      return 0;
  }
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a phrase without a name stands for somebody whom the text does not name: "a senior official", "sources", "another source". */
function isUnnamed(head: string): boolean {
  const words = head.toLowerCase().split(/\s+/);
  const last = words[words.length - 1];
  if (last === "sources" || last === "source") return true;
  if (words.length === 1 && INDEFINITE.has(last)) return true;
  if (words.length === 2 && words[0] === "the" && OF_TWO.has(last)) return true;
  if (!UNNAMED.has(last) && !isPluralOfPersons(last)) return INDEFINITE.has(words[0]) && (nounType(last) === "person" || isAgent(last));
  return (
    INDEFINITE.has(words[0]) ||
    (last.endsWith("s") && words[0] !== "the" && !words[0].endsWith("'s") && !words[0].endsWith("’s")) ||
    last === "men" ||
    last === "women" ||
    last === "people"
  );
}

/** "an interrogator", "a third": one who does something or is one of several, by a noun that is on no list. */
function isAgent(noun: string): boolean {
  return ORDINALS.has(noun) || (AGENT.test(noun) && nounType(noun) === null && !NO_AGENTS.has(noun) && !THINGS.has(noun));
}

const AGENT = /^\p{Ll}{3,}(?:er|or|ist|ian|ant|ee)$/u;
const NO_AGENTS: ReadonlySet<string> = new Set(functionWords.noAgents);
/** "One said … The other said …": one of those told of before, who have no names. */
const OF_TWO: ReadonlySet<string> = new Set(["other", "others"]);
const ORDINALS: ReadonlySet<string> = new Set(["second", "third", "fourth", "fifth", "sixth"]);

/** "mediators", "envoys". */
function isPluralOfPersons(noun: string): boolean {
  return noun.endsWith("s") && nounType(noun.slice(0, -1)) === "person";
}

/** In ASCII: letters of all scripts in either case would take the engine longer to prepare than a document to be read. */
const WITHHELD = compiled(
  /\b(?:(?:asked|asking|declin[a-z]+|refus[a-z]+|want[a-z]*|wish[a-z]*|prefer[a-z]*|request[a-z]*|insist[a-z]*)\s(?:not\s)?(?:to\s(?:not\s)?be|on\snot\sbeing)\s(?:named|identified|quoted\sby\sname)|(?:on|under)\s(?:the\s)?condition\s(?:of|that)\s(?:anonymity|(?:he|she|they)\snot\sbe\s(?:named|identified))|(?:want|wish|wishe[sd]|wanted|asked|preferred|willing|declined|refused)\sto\s(?:remain\s(?:unnamed|anonymous|nameless)|give\s(?:his|her|their|a)\s(?:full\s|real\s|last\s)?names?)|(?:on\s(?:the\s)?condition\s(?:that\s)?|(?:did|does|do)\snot\swant\s|(?:asked|asking|requested)\sthat\s)(?:his|her|their)\s(?:full\s|real\s|last\s)?names?\s(?:(?:to\s|not\s|to\snot\s|not\sto\s)?be\s)?(?:used|withheld|published|printed|mentioned|given|made))\b/i,
);

/** A clause about a source, right behind the words for it. */
const CLAUSE_BEHIND = /^, ?(?:who|speaking|talking)\b[^.\n“”"]{0,90}/u;

/** Whether the words for a source, or the clause behind them, say that it keeps its name back: "a farmer, who asked not to be named". */
function withholdsName(text: string, { start, end }: Span): boolean {
  if (WITHHELD.test(text.slice(start, Math.min(end, start + LONGEST_SOURCE)))) return true;
  if (text[end] !== ",") return false;
  const clause = CLAUSE_BEHIND.exec(text.slice(end, end + 100));
  return clause !== null && WITHHELD.test(clause[0]);
}

/** A nickname's words and the mark that closes it. */
const NICKNAME = compiled(/^[\p{L} -]{1,24}["”]\s\p{Lu}/u);

/** "Jan Roth" where the words begin with "Roth": the clause was read without the names, and "Jan" as a month. */
function withWholeName(text: string, { start, end }: Span, mentions: MentionIndex): Span {
  const around = mentions.around(start);
  // "@northern_": a handle's last stroke is no word.
  if (text[start] === "@" && text[end] === "_") {
    let last = end;
    while (text[last] === "_") last++;
    return { start, end: last };
  }
  // “Big” Sam Reed
  const isOpened = start > 0 && '“"'.includes(text[start - 1]) && NICKNAME.test(text.slice(start, end));
  if (isOpened) return { start: start - 1, end };
  const isCut = around?.mention.kind === "name" && around.mention.end <= end && isOneName(around, text);
  return isCut ? { start: around.mention.start, end } : { start, end };
}

/** Whether the words before a cut are the name's own: a person's, or the partners' of a firm: "Vesk" of "Vesk, Hale & Co." */
function isOneName({ entity, mention }: PlacedMention, text: string): boolean {
  return entity.type === "person" || (entity.type === "organization" && text.slice(mention.start, mention.end).includes(","));
}

/** Builds the speaker that the words of the source name. @param likelihood how sure it is that these words name the speaker, 0..1. */
export function speakerOf(text: string, words: Span, mentions: MentionIndex, rule: string, likelihood: number): Speaker {
  const source = withWholeName(text, words, mentions);
  const { entity, anonymous, confidence } = resolveSource(text, source, mentions);
  return { start: source.start, end: source.end, entity, anonymous, rule, confidence: Math.round(100 * likelihood * confidence) / 100 };
}
