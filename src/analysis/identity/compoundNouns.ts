/** Words that make another office of the one that follows: "the minister" is no prime minister, "the president" no vice president. */
const OTHER_OFFICE: ReadonlySet<string> = new Set(["prime", "vice", "deputy"]);

/** The noun of a role or phrase, with the word before it where the two are one office. @param before in lower case, or undefined. */
export function compoundNoun(before: string | undefined, noun: string): string {
  return before !== undefined && OTHER_OFFICE.has(before) ? `${before} ${noun}` : noun;
}
