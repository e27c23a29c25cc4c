import type { Block } from "./sourceText.js";

/**
 * Remembers what is read of a block by itself: an edit leaves most blocks alone, and those are not read again.
 * @param read what is remembered; it may ask the block alone.
 */
export function memoByBlock<T>(read: (block: Block) => T): (block: Block) => T {
  const known = new WeakMap<Block, { readonly value: T }>();
  return (block) => {
    let kept = known.get(block);
    if (!kept) {
      kept = { value: read(block) };
      known.set(block, kept);
    }
    return kept.value;
  };
}
