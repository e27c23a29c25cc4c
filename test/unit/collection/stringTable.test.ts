import { expect, it } from "vitest";
import { StringTable } from "../../../src/collection/stringTable.js";

it("gives each string once however many there are, the empty one too, and none that is no plain ASCII", () => {
  const table = new StringTable();
  const encoder = new TextEncoder();
  const read = (text: string) => {
    const bytes = encoder.encode(`--${text}--`);
    return table.read(bytes, 2, bytes.length - 2);
  };
  const texts = ["", ...Array.from({ length: 20_000 }, (_, i) => `name ${i}`)];
  for (const rounds of [1, 2]) for (const text of texts) expect(read(text), `${rounds}`).toBe(text);
  expect(table.size).toBe(texts.length);
  expect([read("Zoë"), read("x".repeat(65))]).toEqual([null, null]);
  table.clear();
  expect(table.size).toBe(0);
  expect(read("name 7")).toBe("name 7");
});
