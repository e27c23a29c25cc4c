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
