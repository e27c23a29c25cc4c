/** A byte that is no part of valid UTF-8 stands in a text as this lone surrogate and its value, so that it is written as it was read. */
const STRAY = 0xdc00;

/** The text of a file's bytes. A line that is no UTF-8 keeps its bytes, each one that is no ASCII as a lone low surrogate. */
export function textOfBytes(bytes: Uint8Array): string {
  const whole = decoded(bytes);
  if (whole !== undefined) return whole;
  const lines: string[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const next = bytes.indexOf(0x0a, start);
    const end = next < 0 ? bytes.length : next;
    const line = bytes.subarray(start, end);
    lines.push(decoded(line) ?? strayText(line));
    start = end + 1;
  }
  return lines.join("\n");
}

/** The bytes that `textOfBytes` gives the text of. */
export function bytesOfText(text: string): Uint8Array {
  const encoder = new TextEncoder();
  const parts = text
    .split(/((?<![\ud800-\udbff])[\udc80-\udcff]+)/)
    .map((part, rank) => (rank % 2 === 1 ? Uint8Array.from(part.split(""), (unit) => unit.charCodeAt(0) - STRAY) : encoder.encode(part)));
  if (parts.length === 1) return parts[0];
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function strayText(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte < 0x80 ? byte : STRAY + byte);
  return text;
}
