import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SavedReader } from "../../../src/collection/savedParts.js";
import { TextPool, textHash } from "../../../src/collection/textPool.js";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("", "a", "é", "Ж", "\ud83d", "a".repeat(9000), "Ж".repeat(9000)),
);

describe("texts in one array", () => {
  it("are read as they were put in, whatever came and went before, and after they were saved", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 60 }), (steps) => {
        let pool = new TextPool();
        const places = new Map<number, string>();
        for (const [value, isRemoval] of steps) {
          const [first] = places.keys();
          if (isRemoval && first !== undefined) {
            pool.remove(first);
            places.delete(first);
          } else places.set(pool.add(value), value);
        }
        const parts = Array.from(pool.saved(), (part) => part.slice());
        pool = new TextPool();
        pool.restore(new SavedReader(() => parts.shift() ?? new Uint8Array(0)));
        places.set(pool.add("one more"), "one more");
        for (const [place, value] of places) {
          expect(pool.read(place)).toBe(value);
          expect(pool.isAt(place, value)).toBe(true);
          expect(pool.isAt(place, `${value}x`)).toBe(false);
          expect(pool.beginsWith(place, value.slice(0, 3))).toBe(true);
          expect(pool.beginsWith(place, `x${value}`)).toBe(false);
        }
      }),
    );
  });

  it("take the room of those that went", () => {
    const pool = new TextPool();
    const first = pool.add("Ingrid Solheim");
    pool.remove(first);
    expect(pool.add("Astrid Solheim")).toBe(first);
  });

  it("have a hash of their own or of their beginning", () => {
    expect(textHash("Solheim|Ingrid", 7)).toBe(textHash("Solheim"));
    expect(textHash("Solheim")).not.toBe(textHash("Sulheim"));
  });
});
