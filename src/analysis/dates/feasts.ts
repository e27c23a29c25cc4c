import { pad } from "./calendar.js";
import type { FoundExpression } from "./expressions.js";
import type { TimeTokens } from "./timeTokens.js";
import words from "./timeWords.json" with { type: "json" };

interface Feast {
  readonly name: readonly string[];
  readonly month: number;
  readonly day: number;
}

/** The days of the year that have a name: month and day, by the first of their words in lower case, the longest first. */
const FEASTS = new Map<string, Feast[]>();
for (const [name, [month, day]] of Object.entries(words.feasts)) {
  const parts = name.split(" ");
  const alike = [...(FEASTS.get(parts[0]) ?? []), { name: parts, month, day }];
  FEASTS.set(
    parts[0],
    alike.sort((a, b) => b.name.length - a.name.length),
  );
}

/** "Christmas Day", "New Year's Eve 2013": a day that has a name, with or without its year. */
export function readFeast(tokens: TimeTokens, first: number): FoundExpression | null {
  const feast = FEASTS.get(tokens.word(first))?.find(({ name }) => name.every((word, i) => plain(tokens.word(first + i)) === word));
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
