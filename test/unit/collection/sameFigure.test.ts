import { describe, expect, it } from "vitest";
import { isSameFigure } from "../../../src/collection/sameFigure.js";

describe("a figure", () => {
  it.each([
    ["forty-one", "41"],
    ["four", "4"],
    ["Two hundred thousand", "200,000"],
    ["one hundred and five", "105"],
    ["2.5 million", "2,500,000"],
    ["three million two hundred thousand and seven", "3,200,007"],
    ["nineteen hundred", "1900"],
    ["zero", "0"],
  ])("is one, written out or not: %s, %s", (one, other) => {
    expect([isSameFigure(one, other), isSameFigure(other, one)]).toEqual([true, true]);
  });

  it.each([
    ["forty-one", "42"],
    ["four million", "4"],
    ["four", "five"],
    ["twenty, five", "25"],
    ["nineteen eighty-four", "103"],
    ["four and five", "9"],
    ["three ships", "3"],
    ["million", "0"],
    ["million", "thousand"],
    ["and", "0"],
    ["", "0"],
    ["ships", "boats"],
  ])("is not another, nor is what is none: %s, %s", (one, other) => {
    expect([isSameFigure(one, other), isSameFigure(other, one)]).toEqual([false, false]);
  });
});
