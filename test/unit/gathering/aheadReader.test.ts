import { describe, expect, it } from "vitest";
import { AheadReader } from "../../../src/gathering/aheadReader.js";

const FILE = Buffer.from(Uint8Array.from({ length: 1 << 20 }, (_, i) => (i * 31) % 251));

/** A reader of {@link FILE}, and how often and how much it read. */
function opened(file: () => Buffer = () => FILE) {
  const reads: number[] = [];
  const reader = new AheadReader((start, into) => {
    const bytes = into.subarray(0, file().subarray(start).copy(into));
    reads.push(bytes.length);
    return bytes;
  });
  return { reader, reads };
}

describe("reading places of a file", () => {
  it("asks the file seldom where one place follows the other", () => {
    const { reader, reads } = opened();
    for (let start = 0; start + 1000 <= FILE.length; start += 1000) {
      expect(reader.at(start, 1000).equals(FILE.subarray(start, start + 1000))).toBe(true);
    }
    expect(reads.length).toBeLessThan(10);
  });

  it("reads no more than is asked for where places lie apart, or before one another", () => {
    const { reader, reads } = opened();
    for (let start = 1_000_000; start > 0; start -= 300_000) {
      expect(reader.at(start, 10).equals(FILE.subarray(start, start + 10))).toBe(true);
    }
    expect(reads).toEqual([10, 10, 10, 10]);
  });

  it("gives what is there of a place at the end, or behind it, and of one larger than what is read at once", () => {
    const { reader } = opened();
    expect(reader.at(FILE.length - 5, 10)).toHaveLength(5);
    expect(reader.at(FILE.length + 5, 10)).toHaveLength(0);
    expect(reader.at(3, 700_000).equals(FILE.subarray(3, 700_003))).toBe(true);
  });

  it("reads anew what it was told to forget", () => {
    let file = FILE;
    const { reader } = opened(() => file);
    reader.at(0, 10);
    file = Buffer.alloc(100, 7);
    reader.forget();
    expect([...reader.at(0, 3)]).toEqual([7, 7, 7]);
  });
});
