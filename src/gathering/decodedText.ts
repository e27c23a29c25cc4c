/** A text as VS Code shows it, or why it is none, as the end of a sentence. */
export type Decoded = { readonly kind: "text"; readonly text: string } | { readonly kind: "unreadable"; readonly reason: string };

const BINARY = "it holds characters that are no text";
const OTHER_ENCODING = "it is not in UTF-8; save it as UTF-8";
/** So many bytes tell whether a text without a byte order mark is in UTF-16: VS Code looks at no more. */
const FIRST_BYTES = 512;
/** Above this share of replacement characters a text is in another encoding. */
const MOST_REPLACED = 0.02;

/**
 * Decodes a file's bytes as VS Code does, so that every offset is the editor's: UTF-8, or UTF-16 with a byte order mark or where every other byte is
 * zero; without the mark; with one kind of line break throughout.
 */
export function decodedText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding === "utf-8" && bytes.includes(0)) return { kind: "unreadable", reason: BINARY };
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes("\0")) return { kind: "unreadable", reason: BINARY };
  let replaced = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) replaced++;
  if (replaced > 20 && replaced > text.length * MOST_REPLACED) return { kind: "unreadable", reason: OTHER_ENCODING };
  return { kind: "text", text: withOneLineBreak(text) };
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return unmarkedEncoding(bytes.subarray(0, FIRST_BYTES));
}

function unmarkedEncoding(bytes: Uint8Array): Encoding {
  if (!bytes.includes(0)) return "utf-8";
  if (bytes.every((byte, i) => (byte === 0) === (i % 2 === 1))) return "utf-16le";
  return bytes.every((byte, i) => (byte === 0) === (i % 2 === 0)) ? "utf-16be" : "utf-8";
}

/** The text with the line break that most of its lines end in, as VS Code opens it. */
export function withOneLineBreak(text: string): string {
  if (!text.includes("\r")) return text;
  let [crlf, cr, lf] = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) lf++;
    else if (code === 13) {
      if (text.charCodeAt(i + 1) === 10) {
        crlf++;
        i++;
      } else cr++;
    }
  }
  const lineBreak = cr + crlf > (cr + lf + crlf) / 2 ? "\r\n" : "\n";
  const isUniform = cr === 0 && (lineBreak === "\r\n" ? lf === 0 : crlf === 0);
  return isUniform ? text : text.replace(/\r\n|\r|\n/g, lineBreak);
}
