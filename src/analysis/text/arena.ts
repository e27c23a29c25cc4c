/** Long enough that few are made, short enough that one that is kept for a few words costs little. */
const CHUNK_BYTES = 1 << 16;

let chunk = new ArrayBuffer(CHUNK_BYTES);
let used = 0;

/**
 * Short arrays of zeros that share buffers: what a buffer of its own costs is to be made and to be collected, not to be long.
 * A buffer is freed when none of its arrays is in use any more.
 */
export function integers(count: number): Int32Array {
  makeRoom(count * 4);
  return new Int32Array(chunk, take(count * 4), count);
}

/** The same in 16 bits. */
export function shorts(count: number): Int16Array {
  makeRoom(count * 2);
  return new Int16Array(chunk, take(count * 2), count);
}

/** The same in 8 bits. */
export function bytes(count: number): Uint8Array {
  makeRoom(count);
  return new Uint8Array(chunk, take(count), count);
}

function makeRoom(size: number): void {
  if (used + size <= chunk.byteLength) return;
  chunk = new ArrayBuffer(Math.max(CHUNK_BYTES, size));
  used = 0;
}

/** Where the next bytes begin: at a multiple of four, whatever is put there. */
function take(size: number): number {
  const at = used;
  used += (size + 3) & ~3;
  return at;
}
