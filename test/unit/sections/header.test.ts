import { describe, expect, it } from "vitest";
import { layoutOf } from "./layoutOf.js";

const TEXT =
  "The council met on Tuesday and voted for the plan by nine to four, after a long debate in which the mayor did not speak.\n\nNobody came.\n";

describe("the headline", () => {
  it("stands below the name of a publication and the path to its section", () => {
    const layout = layoutOf(
      `VPR\nGlobal Voices  /  Norway\n\nThe Displaced Turn Back\nFamilies who fled the flood are being stopped at the bridges outside the town.\n\nShorsh Lind\n\nVPR Issue 391\n14 Oct 14\n\n${TEXT}`,
    );
    expect([layout.title, layout.date]).toEqual(["The Displaced Turn Back", "2014-10-14"]);
    expect(layout.texts("standfirst")).toEqual(["Families who fled the flood are being stopped at the bridges outside the town."]);
  });

  it("stands below a word or two for what it is about, above a longer line", () => {
    const layout = layoutOf(
      `Norway\n\nThe clan returns\n\nA family that fled in disgrace is winning again\n\nNov 14th 2014 | OSLO\n\n${TEXT}`,
    );
    expect(layout.kinds).toEqual(["heading", "headline", "standfirst", "date", "body"]);
  });

  it("goes on below a colon at the end of its line, in small letters too", () => {
    const layout = layoutOf(
      `in the grip of the river:\nthe council bargains with the town – and itself\n\nBy Leila Brandt\n3 May 2014\n\n${TEXT}`,
    );
    expect(layout.title).toBe("in the grip of the river: the council bargains with the town – and itself");
    expect(layout.kinds).toEqual(["headline", "headline", "byline", "date", "body"]);
  });

  it("is no path where nothing else could be one", () => {
    expect(layoutOf(`Global Voices / Norway\n\nBy Leila Brandt\n\n${TEXT}`).title).toBe("Global Voices / Norway");
  });
});

describe("who wrote and when", () => {
  it.each([
    ["Posted on June 13, 2014 by Leila Brandt"],
    ["By Leila Brandt\n\nFirst published on Fri 13 Jun 2014 06.00 BST"],
    ["Leila Brandt in Oslo\n\n13 June 2014"],
    ["13 June 2014\n\nLeila Brandt"],
    ["Leila Brandt, The Lamp\n\nJune 13, 2014"],
  ])("stands below the headline: %s", (lines) => {
    const layout = layoutOf(`Council agrees to rebuild the bridge\n\n${lines}\n\n${TEXT}`);
    expect([layout.date, layout.writers]).toEqual(["2014-06-13", ["Leila Brandt"]]);
    expect(layout.texts("body")).toHaveLength(1);
  });

  it("is nobody whom the paragraph below tells of", () => {
    const layout = layoutOf(
      `Winners of the prize\n\n13 June 2014\n\nLeila Brandt\n\nBrandt, 41, is a chemist who has lived by the river for most of her life.\n`,
    );
    expect(layout.writers).toEqual([]);
  });
});
