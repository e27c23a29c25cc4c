import type { Block } from "../text/sourceText.js";
import type { TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";

/** What a block says of surnames that are titles too: "Martin King", "King". */
export interface TitleSurnames {
  /** The titles in lower case that full names of persons end with. */
  readonly full: readonly string[];
  /** What the labels take for persons and is a title alone: names where a full name of the document ends with the word. */
  readonly alone: readonly TokenName[];
}

/** What a block says of none. */
export const NO_TITLE_SURNAMES: TitleSurnames = { full: [], alone: [] };

/** Reads what a block says of them. @param labelled the names as the labels say them; @param names the same brought to what a name is, without titles. */
export function readTitleSurnames(block: Block, labelled: readonly TokenName[], names: readonly TokenName[]): TitleSurnames {
  let full: string[] | null = null;
  let alone: TokenName[] | null = null;
  for (const { type, first, end } of names) {
    if (type !== "person" || end - first < 2 || !isTitleWord(block.lower[end - 1])) continue;
    full ??= [];
    full.push(block.lower[end - 1]);
  }
  for (const name of labelled) {
    if (name.type !== "person" || name.end - name.first !== 1 || !isTitleWord(block.lower[name.first])) continue;
    alone ??= [];
    alone.push(name);
  }
  return full || alone ? { full: full ?? [], alone: alone ?? [] } : NO_TITLE_SURNAMES;
}

/** A block's names with the titles alone that are surnames in the document. @param surnames in lower case. */
export function withTitleSurnames(
  block: Block,
  names: readonly TokenName[],
  { alone }: TitleSurnames,
  surnames: ReadonlySet<string>,
): readonly TokenName[] {
  if (alone.length === 0) return names;
  const added = alone.filter(({ first }) => surnames.has(block.lower[first]));
  if (added.length === 0) return names;
  const apart = added.filter(({ first, end }) => !names.some((name) => name.first < end && first < name.end));
  return [...names, ...apart].sort((a, b) => a.first - b.first);
}
