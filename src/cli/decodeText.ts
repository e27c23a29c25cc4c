/** A text, or why there is none and what to do about it, in one line. */
export type Decoded = { readonly kind: "text"; readonly text: string } | { readonly kind: "unusable"; readonly reason: string };

/** The longest text that is analysed, in bytes. */
export const MAXIMUM_BYTES = 256 * 1024 * 1024;

const BINARY = "it holds NUL bytes, so it is no text; give a text file, or save it as UTF-8";
const INVALID = "it is not valid UTF-8; save it as UTF-8 and try again";

/** Why a text of more than `MAXIMUM_BYTES` is left out. */
export const TOO_LARGE = `it is larger than ${MAXIMUM_BYTES / 1024 / 1024} MB; cut it into parts`;

/**
 * Decodes a file's bytes strictly: UTF-8, or UTF-16 where a byte order mark says so.
 * The byte order mark stays in the text as U+FEFF, so that offsets are those of the file as decoded.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > MAXIMUM_BYTES) return { kind: "unusable", reason: TOO_LARGE };
  const encoding = markedEncoding(bytes);
  if (encoding === "utf-8" && bytes.includes(0)) return { kind: "unusable", reason: BINARY };
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? { kind: "unusable", reason: BINARY } : { kind: "text", text };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { kind: "unusable", reason: encoding === "utf-8" ? INVALID : "it is not valid UTF-16; save it as UTF-8 and try again" };
  }
}

function markedEncoding(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}
