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

  it.each([
    ["THE EASTERN HERALD\n\nFarmers fear loss of water as dam rises\n\nBy Nimal Perera", "boilerplate headline byline body"],
    ["Marlow Gazette\n\n14 March 1911\n\nFarmers fear loss of water as dam rises", "boilerplate date headline body"],
    ["The Daily Post\nFarmers fear loss of water as dam rises\n\nBy Nimal Perera", "boilerplate headline byline body"],
  ])("stands below the name of a newspaper: %j", (head, kinds) => {
    const layout = layoutOf(`${head}\n\n${TEXT}`);
    expect([layout.title, layout.kinds.join(" ")]).toEqual(["Farmers fear loss of water as dam rises", kinds]);
  });

  it("is no newspaper's name that ends with another word", () => {
    expect(layoutOf(`Rain Brings Bad News\n\nFarmers fear loss of water as dam rises\n\nBy Nimal Perera\n\n${TEXT}`).title).toBe(
      "Rain Brings Bad News",
    );
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

  it("may be in capitals above a score, and a sentence above a long standfirst", () => {
    const match = layoutOf(`VARNA TOWN 2-3 HALDEN\n\nScorers: Varna: Weld 12, Roe (pen) 54. Halden: Lind 33\n\n${TEXT}`);
    expect(match.kinds).toEqual(["headline", "standfirst", "body"]);
    const life = layoutOf(
      `Leila Brandt, who drew the river, dies at 94\n\nThe painter showed that the delta was “a hand with too many fingers”, and fought for thirty years with three mayors to be believed by any\n\n${TEXT}`,
    );
    expect([life.title, life.kinds[0]]).toEqual(["Leila Brandt, who drew the river, dies at 94", "headline"]);
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

describe("a byline below the paragraphs that lead in", () => {
  const rest =
    "\n\nThe council met on Tuesday and voted for the plan by nine to four, after a long debate in which the mayor did not speak.\n";

  it("gives author and date, in its line or the one below", () => {
    const lead = "Council agrees to rebuild the bridge\n\nVARNA — The council says that the old bridge will be rebuilt within a year.\n\n";
    for (const line of ["By Leila Brandt\nSeptember 3, 2014", "Author: Leila Brandt Posted September 3, 2014"]) {
      const layout = layoutOf(lead + line + rest);
      expect([layout.date, layout.writers]).toEqual(["2014-09-03", ["Leila Brandt"]]);
      expect(layout.texts("byline")[0]).toContain("Leila Brandt");
      expect(layout.texts("dateline")).toEqual(["VARNA —"]);
    }
    expect(layoutOf(`${lead}By Leila Brandt${rest}`).writers).toEqual([]);
  });

  it("comes before a summary with its label", () => {
    const layout = layoutOf(
      `Council agrees to rebuild the bridge\n\nBy Leila Brandt posted September 3, 2014\n\nSummary: The old bridge will be rebuilt within a year.${rest}`,
    );
    expect(layout.kinds).toEqual(["headline", "byline", "standfirst", "body"]);
  });
});

describe("a headline above lines of no known form", () => {
  const paragraph = "The old wooden stand shook so hard that the announcer asked the people in it to sit down, and they did.";

  it("is found where these are few and short", () => {
    const layout = layoutOf(
      `Varna stun Halden in a late thriller\n\nVarna 3-2 Halden (agg 4-4)\n\nLeila Brandt in Varna\n\n${paragraph}\n`,
    );
    expect(layout.title).toBe("Varna stun Halden in a late thriller");
    expect(layoutOf(`Why I changed my mind about it\n\nOpinion | Leila Brandt\n\n${paragraph}\n`).title).toBe(
      "Why I changed my mind about it",
    );
  });

  it("is none where an address or a list stands above the text", () => {
    expect(layoutOf(`Leila Brandt\n\n12 High Street\n\nVarna\n\n${paragraph}\n`).title).toBeUndefined();
    expect(layoutOf(`Things to buy for the fair:\n\nwood\n\nnails\n\n${paragraph}\n`).title).toBeUndefined();
  });

  it("has who writes from where below it", () => {
    const layout = layoutOf(`Market burns after a blast of gas\n\nFrom Leila Brandt in Varna\n\n${paragraph}\n`);
    expect([layout.title, layout.writers]).toEqual(["Market burns after a blast of gas", ["Leila Brandt"]]);
    const alone = layoutOf(`Market burns after a blast\n\nThe fire was put out at noon.\n\nLeila Brandt\n\n${paragraph}\n`);
    expect([alone.title, alone.writers]).toEqual(["Market burns after a blast", ["Leila Brandt"]]);
    const stamped = `Special Correspondent\n\nUpdated - June 13, 2014 10:15 am IST - VARNA`;
    expect(layoutOf(`Market burns after a blast of gas\n\n${stamped}\n\n${paragraph}\n`).date).toBe("2014-06-13");
    const local = layoutOf(`Market burns after a blast of gas\n\nLocal Democracy Reporter Leila Brandt\n\n${paragraph}\n`);
    expect(local.writers).toEqual(["Leila Brandt"]);
    const office = "FOR IMMEDIATE RELEASE\n\nU.S. Attorney's Office, Northern District of Varna\n\nContact: Leila Brandt";
    expect(layoutOf(`${office}\n\nMan Sentenced for the Fire at the Market\n\nVARNA – ${paragraph}\n`).title).toBe(
      "Man Sentenced for the Fire at the Market",
    );
    const comma = layoutOf(`Market burns after a blast of gas\n\nFrom Leila Brandt, Varna\n\n${paragraph}\n`);
    expect(comma.writers).toEqual(["Leila Brandt"]);
  });
});

describe("the head of a newspaper's report", () => {
  const sentence = "The council of Varna voted on Monday to mend the roof of its market, after a debate of three hours.";

  it("may have a writer whose given names are initials, and a bureau", () => {
    const layout = layoutOf(`Council mends a roof\n\nBy Dana Kolk and T.J. Bode | Vesk Bureau\n\nApril 18, 2013\n\n${TEXT}`);
    expect(layout.kinds.slice(0, 3)).toEqual(["headline", "byline", "date"]);
  });

  it("may have the writer's address below the byline", () => {
    const layout = layoutOf(`Council mends a roof\n\nBy Leila Brandt\nlbrandt@lamp.example\n\nVARNA — ${sentence}\n\n${sentence}`);
    expect([layout.texts("boilerplate"), layout.texts("dateline")]).toEqual([["lbrandt@lamp.example"], ["VARNA —"]]);
  });

  it("may have the paper's name right below the byline, and the dateline behind it", () => {
    for (const paper of ["Associated Press", "Lakeside Dispatch"]) {
      const layout = layoutOf(`Council mends a roof\nBy Leila Brandt\n${paper}\n\nVARNA, Bulgaria (LD) — ${sentence}\n\n${sentence}`);
      expect(layout.kinds.slice(0, 4)).toEqual(["headline", "byline", "byline", "dateline"]);
    }
    expect(layoutOf(`By Leila Brandt\nCouncil Mends a Roof\n\nVARNA — ${sentence}\n\n${sentence}`).title).toBe("Council Mends a Roof");
  });

  it("has no place of more words than places have", () => {
    const text = `PRESS CONFERENCE BY THE MINISTER OF ROADS, VARNA, 3 MARCH 2022\n\nMINISTER KOLK: ${sentence}\n\nREPORTER: Who paid?`;
    expect(layoutOf(text).texts("dateline")).toEqual([]);
    expect(layoutOf(`Roof\n\nSANTA CRUZ DE LA SIERRA, 3 March 2022 — ${sentence}\n\n${sentence}`).texts("dateline")).toHaveLength(1);
  });

  it("may have points below the headline, as agencies set them", () => {
    const text = `UPDATE 2-Roof of the market falls, two hurt\n\n* Third such fall in a year\n* Mayor promises a new one\n\nBy Leila Brandt\n\nVARNA, Aug 14 (Reuters) - ${sentence}\n\n${sentence}`;
    const layout = layoutOf(text);
    expect([layout.title, layout.kinds]).toEqual([
      "UPDATE 2-Roof of the market falls, two hurt",
      ["headline", "standfirst", "standfirst", "byline", "dateline", "body"],
    ]);
  });

  it("may have its titles set with capitals above a dateline in brackets", () => {
    const layout = layoutOf(`Varna: Roofs Fallen, Traders Say\nCouncil Denies Role in Three Falls\n\n(Varna, June 13, 2014) – ${sentence}`);
    expect([layout.title, layout.date, layout.kinds]).toEqual([
      "Varna: Roofs Fallen, Traders Say",
      "2014-06-13",
      ["headline", "standfirst", "dateline", "body"],
    ]);
  });

  it("may name no writer", () => {
    expect(layoutOf(`Council mends a roof\n\nBy OUR REPORTER\n\n${sentence}`).texts("byline")).toEqual(["By OUR REPORTER"]);
  });

  it("may have a dateline of two places, as releases have it", () => {
    const layout = layoutOf(`Council mends a roof\n\nVARNA and HALDEN, Nov. 5, 2025 /PRNewswire/ -- ${TEXT}`);
    expect([layout.texts("dateline"), layout.date]).toEqual([["VARNA and HALDEN, Nov. 5, 2025 /PRNewswire/ --"], "2025-11-05"]);
  });

  it("may have a dateline with a colon, where no transcript follows", () => {
    expect(layoutOf(`Council mends a roof\n\nVARNA: ${sentence}\n\n${sentence}`).texts("dateline")).toEqual(["VARNA:"]);
    expect(layoutOf(`Council mends a roof\n\nWELD: ${sentence}\n\nROTH: ${sentence}`).texts("dateline")).toEqual([]);
    expect(layoutOf(`Council mends a roof\n\nUPDATE: ${sentence}\n\n${sentence}`).texts("dateline")).toEqual([]);
  });
});

describe("headers in other orders", () => {
  const PARAGRAPH = "The council of Varna agreed on Friday to rebuild the crossing, after three months without it.";

  it("passes over the publication's name, an office's lines and an agency", () => {
    expect(
      layoutOf(`River Pulse\nCouncil agrees to rebuild the bridge\nAuthor: Jane Doe\nPosted June 13, 2014\n\n${PARAGRAPH}`).title,
    ).toBe("Council agrees to rebuild the bridge");
    expect(
      layoutOf(`For Immediate Release\nOffice of the Mayor\nJune 13, 2014\n\nStatement by the Mayor on the Bridge\n\n${PARAGRAPH}`).title,
    ).toBe("Statement by the Mayor on the Bridge");
    expect(layoutOf(`Reuters\nFri Jun 13, 2014 6:12am EDT\n\nBridge to be rebuilt\n\n(Reuters) - ${PARAGRAPH}`).title).toBe(
      "Bridge to be rebuilt",
    );
  });

  it("takes names with their places above a date for the authors", () => {
    const page = `Talks on the lake collapse\n\nNobody knows when they will go on\n\nWanjiru Mwaki in Lodwar and Tesfa Bekali in Addis Ababa\nSat 14 Mar 2020 06.00 GMT\n\n${PARAGRAPH}`;
    expect(layoutOf(page).texts("byline")).toEqual(["Wanjiru Mwaki in Lodwar and Tesfa Bekali in Addis Ababa"]);
    expect(layoutOf(page).texts("standfirst")).toEqual(["Nobody knows when they will go on"]);
  });

  it("takes no long paragraph below the byline for a standfirst", () => {
    const long = `${PARAGRAPH} ${PARAGRAPH} ${PARAGRAPH} ${PARAGRAPH}`;
    const page = `Council agrees to rebuild\n\nBy Jane Doe\n\n${long}\n\nThe bridge. (AP Photo/Jane Doe)\n\n${PARAGRAPH}`;
    expect(layoutOf(page).kinds).toEqual(["headline", "byline", "body", "caption", "body"]);
  });

  it("takes a first line in the capitals of a title for the headline, whatever ends it, and no sentence", () => {
    expect(layoutOf(`Small Towns Wait for Their Bridges.\n\n${PARAGRAPH}`).title).toBe("Small Towns Wait for Their Bridges.");
    expect(layoutOf(`Small towns wait for their bridges.\n\n${PARAGRAPH}`).title).toBeUndefined();
  });

  it("takes a first line above a dateline for the headline, whatever ends it", () => {
    const layout = layoutOf(`Small towns wait for their bridges.\n\nLIMA (AP) — ${PARAGRAPH}`);
    expect(layout.kinds).toEqual(["headline", "dateline", "body"]);
  });

  it("reads the lines above a transcript, the office's initials too", () => {
    const lines = "U.S. Department of Bridges\nDaily Press Briefing\nWashington, DC\nJune 12, 2014\n1:28 p.m. EDT";
    const layout = layoutOf(`${lines}\n\nMS. WELD: Hi, everyone.\n\nQUESTION: Is the bridge open?\n\nMS. WELD: It is.`);
    expect(layout.title).toBe("Daily Press Briefing");
    expect(layout.date).toBe("2014-06-12");
  });

  it("takes the date of entry for the document's, and not when its form was printed", () => {
    const layout = layoutOf(`FD-302 (Rev. 5-8-10)\n\nFEDERAL OFFICE OF HARBOURS\n\nDate of entry 03/14/2016\n\n${PARAGRAPH}`);
    expect(layout.date).toBe("2016-03-14");
    expect(layout.title).toBe("FEDERAL OFFICE OF HARBOURS");
  });

  it("reads a date at the head of the first paragraph", () => {
    const layout = layoutOf(`Council agrees to rebuild\n\n13 June 2014 – ${PARAGRAPH}`);
    expect(layout.kinds).toEqual(["headline", "dateline", "body"]);
    expect(layout.date).toBe("2014-06-13");
  });
});
