import { givenNameGender } from "./genders.js";
import { isRank, type PersonForm, type TitleClass } from "./nameForms.js";
import type { NameMention } from "./nameMentions.js";
import { romanizationKey } from "./personForms.js";

const REGNAL = /^[ivx]+$/;
const REIGNING: ReadonlySet<string> = new Set(["king", "queen", "pope", "emperor", "empress", "tsar", "czar"]);

/** "Queen Elizabeth II" and "Pope Leo" are nobody who has a surname. */
export function isReigning({ form: { person }, titleWords }: NameMention): boolean {
  return (person.generation !== null && REGNAL.test(person.generation)) || REIGNING.has(titleWords[titleWords.length - 1] ?? "");
}

/** Whether a text calls somebody so who calls others by their names alone, or by what they are. */
export function isMrOrMs(title: TitleClass | null): boolean {
  return title !== null && title !== "other";
}

/** Whether two names end in one surname. */
export function areNamesakes({ parts }: PersonForm, other: PersonForm): boolean {
  return parts[parts.length - 1] === other.parts[other.parts.length - 1];
}

/** "Governor Ashford" is not "Lady Ashford", his wife, where no full name tells. */
export function isLadys(title: TitleClass | null): boolean {
  return title === "mrs" || title === "miss";
}

/** "Mr Vance" is not Nora Vance, and "Mrs Vance" not Henry. */
export function isOfOtherGender(title: TitleClass | null, { parts }: PersonForm): boolean {
  if (title === null || title === "other" || parts.length < 2) return false;
  const gender = givenNameGender(parts[0]);
  return gender !== null && (gender === "male") !== (title === "mr");
}

/** Whether a rank stands before a name: "Captain Weld". */
export function isRanked({ courtesy, titleWords }: NameMention): boolean {
  return courtesy === "other" && titleWords.some(isRank);
}

/** The key that all spellings of a full name share. */
export function spellingPair(parts: readonly string[]): string {
  return `~${parts.map(romanizationKey).join(" ")}`;
}
