import type { NameMention } from "./nameMentions.js";

/** So many tokens at most stand between two names that are tied. */
const FARTHEST_TIE = 8;

/** What the words between names say of them: who is whom under another name, and who is not. */
export interface Ties {
  /** For the key of each full name, the keys of those that are others'. */
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>;
  /** By the key of the alias. */
  readonly aliases: ReadonlyMap<string, { readonly of: NameMention; readonly alias: NameMention }>;
}

/** "Jan Roe, also known as Ali Hale", "Jan Roe, known as Tino", "Jan Roe and his father, Jan P. Roe". */
export function readTies(mentions: readonly NameMention[]): Ties {
  const apart = new Map<string, Set<string>>();
  const aliases = new Map<string, { of: NameMention; alias: NameMention }>();
  for (let i = 1; i < mentions.length; i++) {
    const [of, alias] = [mentions[i - 1], mentions[i]];
    if (alias.tie === null || of.block !== alias.block || alias.firstToken - of.endToken > FARTHEST_TIE) continue;
    const isBare = of.form.person.parts.length < 2;
    if (isBare ? alias.tie !== "alias" : alias.form.person.parts.length < 2 && alias.tie !== "alias") continue;
    if (isBare && (alias.form.person.parts.length < 2 || of.type !== "person")) continue;
    if (of.personKey === alias.personKey || of.form.person.parts.includes(alias.form.person.key)) continue;
    if (alias.tie !== "apart") aliases.set(alias.personKey, { of, alias });
    else {
      for (const [a, b] of [
        [of, alias],
        [alias, of],
      ])
        apart.set(a.personKey, (apart.get(a.personKey) ?? new Set()).add(b.personKey));
    }
  }
  return { apart, aliases };
}
