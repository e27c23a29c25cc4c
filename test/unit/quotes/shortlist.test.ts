import { describe, expect, it } from "vitest";
import { SHORTLIST, Shortlist } from "../../../src/analysis/quotes/shortlist.js";

describe("a shortlist", () => {
  it("keeps the highest in order, the first of equals first", () => {
    const shortlist = new Shortlist();
    [1, 5, 5, 0, 3, 4].forEach((score, candidate) => {
      shortlist.add(candidate, score);
    });
    expect(Array.from({ length: SHORTLIST }, (_, rank) => shortlist.candidate(rank))).toEqual([1, 2, 5, 4]);
    shortlist.clear();
    shortlist.add(7, 0);
    expect([shortlist.candidate(0), shortlist.contenders, shortlist.likelihood()]).toEqual([7, 1, 1]);
  });

  it("takes for contenders those that come near to the first", () => {
    const shortlist = new Shortlist();
    [2, 9, 1, 8.5].forEach((score, candidate) => {
      shortlist.add(candidate, score);
    });
    expect(shortlist.contenders).toBe(2);
    expect(shortlist.margin(1)).toBe(4);
    expect(shortlist.likelihood()).toBeGreaterThan(0.6);
  });
});
