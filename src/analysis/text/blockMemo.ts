import type { Block } from "./sourceText.js";

let memos = 0;

/** Room for all that is remembered of a block: an array that grows by one is copied again and again. */
export function roomForMemos(): unknown[] {
  return new Array<unknown>(memos).fill(undefined);
}

/**
 * Remembers what is read of a block by itself: an edit leaves most blocks alone, and those are not read again. It is kept with the
 * block, since that costs less than a table of blocks.
 * @param read what is remembered; it may ask the block alone, and gives something, if only null.
 */
export function memoByBlock<T extends object | string | number | boolean | null>(read: (block: Block) => T): (block: Block) => T {
  const memo = memos++;
  return (block) => {
    const kept = block.memos as (T | undefined)[];
    const known = kept[memo];
    if (known !== undefined) return known;
    while (kept.length <= memo) kept.push(undefined);
    const value = read(block);
    kept[memo] = value;
    return value;
  };
}
