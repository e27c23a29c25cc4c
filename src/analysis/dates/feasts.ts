import { pad } from "./calendar.js";
import type { FoundExpression, TimeTokens } from "./expressions.js";
import words from "./timeWords.json" with { type: "json" };

/** The days of the year that have a name: month and day, by the words in lower case, those that begin alike the longest first. */
const FEASTS = Object.entries(words.feasts)
  .map(([name, [month, day]]) => ({ name: name.split(" "), month, day }))
  .sort((a, b) => b.name.length - a.name.length);

/** "Christmas Day", "New Year's Eve 2013": a day that has a name, with or without its year. */
export function readFeast(tokens: TimeTokens, first: number): FoundExpression | null {
  const feast = FEASTS.find(({ name }) => name.every((word, i) => plain(tokens.word(first + i)) === word));
  if (!feast || tokens.word(first) === tokens.block.words[first]) return null;
  const { name, month, day } = feast;
  const next = first + name.length;
  const comma = tokens.word(next) === "," ? 1 : 0;
  const year = /^(?:1[5-9]|20)\d\d$/.exec(tokens.word(next + comma));
  if (!year) return { first, next, meaning: { kind: "monthDay", month, day } };
  return { first, next: next + comma + 1, meaning: { kind: "absolute", value: `${year[0]}-${pad(month)}-${pad(day)}` } };
}

function plain(word: string): string {
  return word === "’s" ? "'s" : word;
}
