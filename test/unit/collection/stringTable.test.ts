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

it("keeps a bounded number of strings, and gives each as it is when it was forgotten", () => {
  const table = new StringTable();
  const encoder = new TextEncoder();
  const read = (text: string) => table.read(encoder.encode(text), 0, text.length);
  for (let i = 0; i < 100_000; i++) {
    expect(read(`name ${i}`)).toBe(`name ${i}`);
    expect(table.size).toBeLessThanOrEqual(40_000);
  }
  for (const i of [0, 32_767, 32_768, 99_999]) expect(read(`name ${i}`)).toBe(`name ${i}`);
});
