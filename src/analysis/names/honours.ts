import type { Block } from "../text/sourceText.js";
import { isTitleCase } from "./lines.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

/** What stands behind persons' names: "Ann Hale KC". */
const AFTER_NAMES: ReadonlySet<string> = new Set(wordKinds.afterNames.split(" "));
/** What of these no organization's name ends with, as a sporting club's does with "SC". */
const PERSONS_ALONE = /^(?:CJ|JA|LJ|KC|QC|SAN)$/;
/** A judge's office, which stands behind the surname alone. */
const JUDGES = /^(?:CJ|JA|LJ)$/;
const ORGANIZATION_ENDS: ReadonlySet<string> = new Set(wordKinds.organizationEnds.split(" "));
const MAJESTIES: ReadonlySet<string> = new Set(wordKinds.majesties.split(" "));

/** Whether a name's last word is an honour or an office of whom the words before name: "Ann Hale KC", "Weld CJ". */
export function endsInHonour(block: Block, { first, end, type }: TokenName): boolean {
  const last = block.words[end - 1];
  if (end - first < 2 || !AFTER_NAMES.has(last) || (type !== "person" && !PERSONS_ALONE.test(last))) return false;
  if (end - first < 3 && !JUDGES.test(last)) return false;
  for (let i = first; i < end - 1; i++) if (!isTitleCase(block, i) && !/^\p{Lu}(?:\.|$)/u.test(block.words[i])) return false;
  return !ORGANIZATION_ENDS.has(block.lower[end - 2]);
}

/** "SAN" in "Ann Hale, SAN": what is no name behind a person's. */
export function isHonourApart({ words }: Block, first: number, end: number, before: TokenName | undefined): boolean {
  if (end - first > 1 || before?.type !== "person" || before.end !== first - 1) return false;
  return words[first - 1] === "," && AFTER_NAMES.has(words[first]);
}

/** "His Royal Highness", which names nobody. */
export function isMajesty({ lower }: Block, first: number, end: number): boolean {
  return /^(?:his|her|their|your)$/.test(lower[first]) && MAJESTIES.has(lower[end - 1]);
}
