import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The hash is kept every so many UTF-16 code units. */
const STRIDE = 8192;

/** A part of a text, and the hash of all that stands before it. */
interface HashedPart {
  readonly text: string;
  readonly before: ReturnType<typeof sha256.create>;
}

/** The SHA-256 of a text in UTF-8. Of a text like the one before only what follows the first difference is hashed again. */
export class TextHash {
  #parts: readonly HashedPart[] = [];

  /** @returns 64 hexadecimal digits. */
  of(text: string): string {
    const known = this.#parts;
    const parts: HashedPart[] = [];
    let at = 0;
    // The last part is hashed again, so that every known one has a hash behind it.
    while (parts.length + 1 < known.length && text.startsWith(known[parts.length].text, at)) {
      at += known[parts.length].text.length;
      parts.push(known[parts.length]);
    }
    const hash = known.length > 0 ? known[parts.length].before.clone() : sha256.create();
    while (at < text.length) {
      const part = text.slice(at, endOfPart(text, at));
      parts.push({ text: part, before: hash.clone() });
      hash.update(utf8ToBytes(part));
      at += part.length;
    }
    this.#parts = parts;
    return bytesToHex(hash.digest());
  }
}

/** No pair of surrogates is cut in two. */
function endOfPart(text: string, start: number): number {
  const end = start + STRIDE;
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last < 0xdc00 ? end + 1 : end;
}
