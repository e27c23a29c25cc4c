/** A line of a byte stream without its line feed; a line longer than the limit comes without its bytes. */
export interface InputLine {
  /** The line's number, the first is 1. */
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

const LINE_FEED = 0x0a;

/**
 * Cuts a stream of bytes into lines, keeping no more than one line.
 * @param limit the longest line kept, in bytes.
 */
export async function* readLines(input: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<InputLine> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;

  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length > limit) parts = [];
    else parts.push(part);
  };
  const take = (): InputLine => {
    const line = { number, bytes: length > limit ? null : Buffer.concat(parts, length) };
    parts = [];
    length = 0;
    number += 1;
    return line;
  };

  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}
