import type { Span } from "../analysis.js";
import type { Gender } from "../identity/genders.js";
import words from "./characterWords.json" with { type: "json" };
import type { Person } from "./persons.js";

/** Somebody named in a quotation's paragraph before the quotation, and where. */
export interface NamedBefore extends Span {
  readonly person: Person;
}

/** Whoever is asked something answers: “Hale asked the nurse about the door. “It was shut,” …” */
const ASKS = new RegExp(`\\b(?:${words.asking.replaceAll(" ", "|")})\\b`, "i");
/** Behind a name: somebody else's, or one of several. */
const NOT_ALONE = /^(?:['’]s?\b|,? (?:and|or)\b)/;
/** Pronouns tell of nobody by themselves, and those that open a sentence before a noun are not its subject. */
const PRONOUNS: ReadonlySet<string> = new Set("he him his himself she her hers herself my our its their".split(" "));
const LONGEST_PRONOUN = 7;
/** Before a name behind a comma. */
const LONGEST_TITLE = 30;

/** What stands in its paragraph before a quotation that opens none. */
export class ParagraphOpening {
  readonly #text: string;
  readonly #start: number;
  readonly #sentence: number;
  readonly #end: number;
  readonly #named: NamedBefore[] = [];

  /**
   * @param from where the quotation before ends: in the same paragraph its speaker goes on.
   * @param sentence where the sentence begins that stands right before the quotation, @param end where the quotation does.
   */
  constructor(text: string, from: number, sentence: number, end: number) {
    const line = text.slice(from, end).lastIndexOf("\n");
    this.#text = text;
    this.#start = line >= 0 ? from + line + 1 : from === 0 ? 0 : end;
    this.#sentence = sentence;
    this.#end = end;
  }

  /** Notes who is named before the quotation. */
  add(person: Person, { start, end }: Span): void {
    if (start < this.#start) return;
    if (end - start <= LONGEST_PRONOUN && PRONOUNS.has(this.#text.slice(start, end).toLowerCase())) return;
    this.#named.push({ person, start, end });
  }

  /**
   * Whom a paragraph is about when somebody speaks in it: “The judge leaned forward. “Speak up,” he said.” The subject of the sentence
   * right before; or, for a pronoun, the only one of the paragraph whom it can mean (after the sieve of a single mention in the
   * paragraph of Muzny, Fang, Chang and Jurafsky, 2017).
   * @param gender that of "he" or "she" as the words for the speaker; null where there are none.
   * @param narrator the one who tells the story, whom no such pronoun means.
   */
  speaker(gender: Gender | null, narrator: Person | null): NamedBefore | null {
    const named = this.#named;
    const sentence = this.#text.slice(this.#sentence, this.#end);
    if (named.length === 0 || !STOPS.test(sentence) || ASKS.test(sentence)) return null;
    const opening = OPENS_WITH.exec(sentence)?.[0];
    const pronoun = gender ?? (opening === undefined ? null : opening === "He" ? "male" : "female");
    const canBe = ({ person }: NamedBefore): boolean =>
      pronoun === null || (person !== narrator && (person.gender === null || person.gender === pronoun));
    if (opening === undefined) {
      const at = named.findIndex(({ start }) => start === this.#sentence);
      const subject = at < 0 ? null : this.#apposed(named[at], named[at + 1]);
      if (subject && !NOT_ALONE.test(this.#text.slice(named[at].end, named[at].end + 6))) return canBe(subject) ? subject : null;
    }
    if (pronoun === null) return null;
    const meant = named.filter(canBe);
    return meant.length > 0 && meant.every(({ person }) => person === meant[0].person) ? meant[meant.length - 1] : null;
  }

  /** “His counterpart, Colonel Berezin, …”: the name behind a comma is that of the phrase before it. */
  #apposed(subject: NamedBefore, next: NamedBefore | undefined): NamedBefore {
    const isApposed =
      subject.person.entity === null &&
      next?.person.entity != null &&
      this.#text[subject.end] === "," &&
      next.start - subject.end <= LONGEST_TITLE;
    return isApposed ? next : subject;
  }
}

/** A sentence of its own, which does not lead into the quotation. */
const STOPS = /[.!?…]["”’')]?\s*$/;
const OPENS_WITH = /^(?:He|She)\b/;
