import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines } from "../../../src/cli/inputLines.js";

async function linesOf(chunks: readonly Uint8Array[], limit: number) {
  const lines: { number: number; text: string | null }[] = [];
  const input = (async function* () {
    yield* chunks;
  })();
  for await (const { number, bytes } of readLines(input, limit)) {
    lines.push({ number, text: bytes === null ? null : Buffer.from(bytes).toString("latin1") });
  }
  return lines;
}

describe("lines of a byte stream", () => {
  it("are the same wherever the stream is cut", async () => {
    const bytes = fc.array(fc.constantFrom("a", "é", "\n", "\r").map((letter) => letter.charCodeAt(0)));
    await fc.assert(
      fc.asyncProperty(fc.array(bytes), fc.integer({ min: 0, max: 4 }), async (chunks, limit) => {
        const text = Buffer.from(chunks.flat()).toString("latin1");
        const whole = text.split("\n");
        if (whole.at(-1) === "") whole.pop();
        const expected = whole.map((line, index) => ({ number: index + 1, text: line.length > limit ? null : line }));
        expect(
          await linesOf(
            chunks.map((chunk) => Uint8Array.from(chunk)),
            limit,
          ),
        ).toEqual(expected);
      }),
    );
  });
});
