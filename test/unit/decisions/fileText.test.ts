import fc from "fast-check";
import { expect, it } from "vitest";
import { bytesOfText, textOfBytes } from "../../../src/decisions/fileText.js";

it("gives back the very bytes of any file", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect([...bytesOfText(textOfBytes(bytes))]).toEqual([...bytes]);
    }),
  );
});

it("reads UTF-8 as what it says, beside a line that is none", () => {
  const latin = Uint8Array.from([0x63, 0x61, 0x66, 0xe9]);
  const bytes = new Uint8Array([...new TextEncoder().encode("Zoë 😀\n"), ...latin, ...new TextEncoder().encode("\nénd")]);
  const lines = textOfBytes(bytes).split("\n");
  expect(lines[0]).toBe("Zoë 😀");
  expect(lines[2]).toBe("énd");
  expect([...bytesOfText(lines[1])]).toEqual([...latin]);
});
