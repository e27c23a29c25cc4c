import { describe, expect, it } from "vitest";
import { onOneLine, wordsOnOneLine } from "../../src/analysis/oneLine.js";

describe("words on one line", () => {
  it("have single spaces", () => {
    expect(onOneLine("Ana\n  Roe\u00a0 of\tVarna")).toBe("Ana Roe of Varna");
  });

  it("are whole again where a line's end parted them", () => {
    expect(onOneLine("the Har-\n   bour Board of Ka\u00ad\nvarna")).toBe("the Harbour Board of Kavarna");
  });

  it("keep a hyphen of their own", () => {
    expect(onOneLine("Smith-\nJones, self-\nmade, of the Varna-\nbased anti-\nwar group")).toBe(
      "Smith-Jones, self-made, of the Varna-based anti-war group",
    );
  });

  it("have no marks of lines that are set apart", () => {
    expect(onOneLine("The bridge\n> is open.\n >> It is not > that one.")).toBe("The bridge is open. It is not > that one.");
  });

  it("keep a dash that parts nothing", () => {
    expect(onOneLine("she said -\nand 10-\n12 of them")).toBe("she said - and 10- 12 of them");
  });

  it("have no marks of emphasis where somebody is named, and keep what is no emphasis", () => {
    expect(wordsOnOneLine("**Ana** _Roe_ of *The\nLamp*, 5*3, snake_case, f***ing")).toBe("Ana Roe of The Lamp, 5*3, snake_case, f***ing");
  });
});
