import { ENTITY_TYPES } from "../analysis.js";
import { CharClass, charClass } from "../text/characters.js";
import type { Block } from "../text/sourceText.js";
import type { Decoder } from "./decoder.js";
import type { Evidence } from "./evidence.js";
import type { FirstLook } from "./firstLook.js";
import { LABEL_COUNT, OUTSIDE } from "./labels.js";
import { addNames, type TokenName } from "./spans.js";
import { worthOfSingle } from "./surnameEvidence.js";
import { extendedKey, NO_NAME, PLAIN_VOTE, THING, voteOf } from "./votes.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

const L = LABEL_COUNT;

/** What the document's whole vote for a type, and for no name, is worth, in the model's integers. */
const NAME_WORTH = 220;
const NO_NAME_WORTH = 60;
/** What it is worth, whatever the votes, that the document says of a short form that it stands for a thing. */
const THING_WORTH = 500;
/** And of a word that it is a storm's name: storms have the given names that the model is surest of. */
const EVENT_WORTH = 1000;

/** For two words that the labels have for a place, of which the second is a surname of the document. */
const FULL_NAME_WORTH = 300;

/** "Fort Weld" is a town, whoever is called Weld. */
const PLACE_HEADS: ReadonlySet<string> = new Set(
  `${wordKinds.kinds.placeHead} ${wordKinds.kinds.compass} fort camp new san santa são saint st st. glen`.split(" "),
);

/** Taken from a person named by one word alone that is in no person's full name. */
const DOUBT = 50;

const PERSON = ENTITY_TYPES.indexOf("person");
const EVENT = ENTITY_TYPES.indexOf("event");
const PLACE = ENTITY_TYPES.indexOf("place");
const ORGANIZATION = ENTITY_TYPES.indexOf("organization");

/** What a surname is worth that the labels have for an organization again and again, but not surely, and never in a longer one's name. */
const SURNAME_SHARE = 0.7;
const SURE = 0.8;

const LONGEST_PHRASE = 8;

/** What the document adds to a block's scores: for each phrase its first token, its end, the vote's kind and the addition. */
export type Additions = readonly number[];

const NO_ADDITIONS: Additions = [];

/**
 * Finds what the rest of the document says of a block's capitalised phrases.
 * @param introduces whether the document is long enough to name persons in full before it names them by one word.
 */
export function findAdditions(block: Block, look: FirstLook, evidence: Evidence, introduces: boolean): Additions {
  const { stretches, names, hashes } = look;
  let additions: number[] | null = null;
  let n = 0;
  for (let s = 0, at = 0; s < stretches.length; s += 2) {
    const first = stretches[s];
    const stop = stretches[s + 1];
    for (let i = first; i < stop; ) {
      while (n < names.length && names[n].end <= i) n++;
      const own = n < names.length && names[n].first <= i ? names[n] : null;
      const inCapitals = own !== null && look.inCapitals.length > 0 && look.inCapitals[n];
      let end = i + 1;
      if (isUpper(block, i) && !(own && closesOrganization(block, own, i))) {
        let key = 0;
        let found = false;
        let kind = 0;
        let share = 0;
        for (let last = i; last < stop && last < i + LONGEST_PHRASE; last++) {
          key = extendedKey(key, hashes[at + last - first]);
          const phrase = evidence.find(key);
          if (phrase < 0) break;
          const ownKind = own ? ENTITY_TYPES.indexOf(own.type) : NO_NAME;
          const ownVote = own ? voteOf(own, inCapitals, i, last + 1) : last === i ? PLAIN_VOTE : 0;
          const voted = evidence.kindWithout(phrase, ownKind, ownVote);
          const verdict = voted === ORGANIZATION && last === i && isRather(evidence, phrase, own, i) ? PERSON : voted;
          if (verdict >= 0) {
            found = true;
            kind = verdict;
            share = verdict === voted ? evidence.shareWithout(phrase, verdict, ownKind, ownVote) : SURNAME_SHARE;
            end = last + 1;
          }
          if (!evidence.continues(phrase)) break;
        }
        const single = introduces && own?.type === "person" && own.first === i && own.end === i + 1 && end === i + 1;
        if (single && !hasFullName(evidence, hashes[at + i - first])) additions = withOne(additions, i, i + 1, PERSON, -DOUBT);
        // "Ann Halden" is who she is where the document has a place Halden.
        const isSurname = own !== null && own.type === "person" && i === own.first + 1 && end === own.end;
        if (found && !(isSurname && kind === PLACE)) {
          const isPart = kind === PERSON && end === i + 1 && hasFullName(evidence, hashes[at + i - first]);
          const isEvent = kind === EVENT && end === i + 1;
          additions = withOne(
            additions,
            i,
            end,
            kind,
            isEvent ? EVENT_WORTH : worthOf(kind, share) + (isPart ? worthOfSingle(block, i, own) : 0),
          );
        }
        if (
          own?.type === "place" &&
          own.first === i &&
          own.end === i + 2 &&
          !PLACE_HEADS.has(block.lower[i]) &&
          endsInSurname(evidence, hashes[at + i + 1 - first])
        )
          additions = withOne(additions, i, i + 2, PERSON, FULL_NAME_WORTH);
      }
      i = end;
    }
    at += stop - first;
  }
  if (additions === null) return NO_ADDITIONS;
  // A copy has no more room than it needs, and very many are kept.
  return additions.length > ONE ? additions.slice() : additions;
}

/** How many numbers one addition is. */
const ONE = 4;

/** A list of additions with one more; most have but one. */
function withOne(additions: number[] | null, first: number, end: number, kind: number, worth: number): number[] {
  if (additions === null) return [first, end, kind, worth];
  additions.push(first, end, kind, worth);
  return additions;
}

/** "Ngarvo" of "Maxim Ngarvo", which the labels have for an organization elsewhere: whether a person's full name says more than they. */
function isRather(evidence: Evidence, word: number, own: TokenName | null, token: number): boolean {
  if (!evidence.supportsPerson(word) || evidence.continues(word)) return false;
  if (own === null) return true;
  if (own.first !== token || own.end !== token + 1) return false;
  return own.type === "person" || (own.type === "organization" && own.confidence < SURE);
}

/** What votes for a kind are worth, in the model's integers, that have a share of all votes. */
function worthOf(kind: number, share: number): number {
  return kind === THING ? THING_WORTH : Math.round(share * (kind === NO_NAME ? NO_NAME_WORTH : NAME_WORTH));
}

/** Whether a token stands behind an "of" inside an organization's name: "Central Bank of Turkey" says nothing against it by its last word. */
function closesOrganization(block: Block, { type, first }: TokenName, token: number): boolean {
  return type === "organization" && token - first > 1 && block.lower[token - 1] === "of";
}

/** "India Weld": whether the document knows a word as the surname of persons, and as nothing else. */
function endsInSurname(evidence: Evidence, hash: number): boolean {
  const word = evidence.find(extendedKey(0, hash));
  return word >= 0 && evidence.supportsPerson(word) && evidence.kindWithout(word, NO_NAME, 0) === PERSON;
}

function hasFullName(evidence: Evidence, hash: number): boolean {
  const word = evidence.find(extendedKey(0, hash));
  return word >= 0 && evidence.supportsPerson(word);
}

/** A capital at the start, or after a short particle ("al-Maliki"). */
function isUpper({ text, tokens }: Block, token: number): boolean {
  const start = tokens.starts[token];
  if (charClass(text.charCodeAt(start)) === CharClass.Upper) return true;
  return text.charCodeAt(start + 2) === 0x2d && charClass(text.charCodeAt(start + 3)) === CharClass.Upper && tokens.ends[token] > start + 4;
}

/** The block's names after the additions, found again where they change anything. */
export function namesWithAdditions(look: FirstLook, additions: Additions, decoder: Decoder): readonly TokenName[] {
  if (additions.length === 0) return look.names;
  const names: TokenName[] = [];
  let next = 0;
  let n = 0;
  for (let s = 0, at = 0; s < look.stretches.length; s += 2) {
    const first = look.stretches[s];
    const stop = look.stretches[s + 1];
    const length = stop - first;
    if (next < additions.length && additions[next] < stop) {
      const { scores, labels } = decoder.room(length);
      for (let i = 0; i < length * L; i++) scores[i] = look.scores[at * L + i];
      for (; next < additions.length && additions[next] < stop; next += 4) add(scores, first, additions, next);
      decoder.decode(scores, 0, length, labels, 0);
      addNames({ first, length, labels, labelsAt: 0, scores, scoresAt: 0, scale: look.scale }, names);
      while (n < look.names.length && look.names[n].first < stop) n++;
    } else {
      for (; n < look.names.length && look.names[n].first < stop; n++) names.push(look.names[n]);
    }
    at += length;
  }
  return names;
}

function add(scores: Int16Array, first: number, additions: Additions, at: number): void {
  const kind = additions[at + 2];
  for (let i = additions[at]; i < additions[at + 1]; i++) {
    const label = kind >= NO_NAME ? OUTSIDE : 1 + 2 * kind + (i === additions[at] ? 0 : 1);
    scores[(i - first) * L + label] += additions[at + 3];
    if (label !== OUTSIDE && i === additions[at]) scores[(i - first) * L + label + 1] += additions[at + 3] >> 1;
  }
}
