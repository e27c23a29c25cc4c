import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLayout } from "../../../src/analysis/sections/layout.js";
import { readSourceText } from "../../../src/analysis/text/sourceText.js";
import { MARKDOWN, NEWS_PAGE, PLAIN_PROSE, TRANSCRIPT, WIRE_DISPATCH } from "./documents.js";
import { layoutOf } from "./layoutOf.js";

describe("the layout of a news page", () => {
  const layout = layoutOf(NEWS_PAGE);

  it("has its parts in text order", () => {
    expect(layout.kinds).toEqual(["headline", "standfirst", "caption", "topics", "date", "body", "heading", "body", "boilerplate"]);
    expect(layout.texts("heading")).toEqual(["Who pays for it"]);
  });

  it("gives title, date, topics and author", () => {
    expect(layout.title).toBe("Council agrees to rebuild the bridge");
    expect(layout.date).toBe("2014-06-13");
    expect(layout.topics).toEqual(["bridges", "varna", "public works"]);
    expect(layout.writers).toEqual(["Leila Brandt"]);
  });

  it("takes the list below a line of furniture for furniture too, and nothing in the text", () => {
    expect(layout.texts("boilerplate")[0]).toMatch(/^Continue reading[\s\S]*Exclusive Events[\s\S]*Brandt$/);
    expect(layout.texts("body")[0]).toContain("Comments by the minister drew fire");
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

describe("what a paper sets below its text", () => {
  it.each([
    "Leila Brandt reported from Varna. Ruth Kern contributed research.",
    "If you have information about the bridge, write to the desk by Friday.",
    "The Times is committed to publishing a diversity of letters to the editor.",
  ])("is furniture: %s", (line) => {
    const text = `Council agrees to rebuild the bridge\n\nBy Leila Brandt\n\nThe council met on Tuesday and voted for the plan by nine to four, after a long debate.\n\n${line}\n`;
    expect(layoutOf(text).texts("boilerplate")).toEqual([line]);
  });
});

describe("what is heard between two turns", () => {
  it("heads nothing", () => {
    const layout = layoutOf(
      "MS. ROE: It burned.\n\n(SOUNDBITE OF EXPLOSION)\n\nMR. HALE: All of it burned, and nobody came to help us that night.\n",
    );
    expect(layout.texts("heading")).toEqual([]);
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
  });
});

describe("the layout of a wire dispatch", () => {
  const layout = layoutOf(WIRE_DISPATCH);

  it("parts the dateline from the first paragraph", () => {
    expect(layout.kinds).toEqual(["boilerplate", "headline", "byline", "dateline", "body", "heading", "body", "boilerplate"]);
    expect(layout.texts("dateline")).toEqual(["VARNA, June 13 (Reuters) -"]);
    expect(layout.texts("body")[0]).toMatch(/^The council of Varna/);
  });

  it("takes the year of the dateline from the copyright line", () => {
    expect(layout.date).toBe("2014-06-13");
  });

  it("gives the names of those who reported and wrote", () => {
    expect(layout.writers).toEqual(["Leila Brandt", "Isra' al-Rubei'i", "Leila Brandt", "Tom Eklund"]);
  });
});

describe("the dateline of a release", () => {
  it.each([
    ["VARNA, Iowa – June 13, 2014 – ", "2014-06-13"],
    ["VARNA, Iowa (June 13, 2014) – ", "2014-06-13"],
    ["VARNA, Iowa, June 13, 2014 /LampWire/ -- ", "2014-06-13"],
    ["(Varna, Iowa – June 13, 2014) ", "2014-06-13"],
    ["VARNA--(LAMP WIRE)--", undefined],
  ])("is parted from the first paragraph: %s", (dateline, date) => {
    const layout = layoutOf(
      `Market of Varna names a new chief\n\n${dateline}The market of Varna today named a new chief, its third in a year.`,
    );
    expect([layout.texts("dateline"), layout.date]).toEqual([[dateline.trim()], date]);
  });
});

describe("the head of a newspaper's report", () => {
  const sentence = "The council of Varna voted on Monday to mend the roof of its market, after a debate of three hours.";

  it("may have the writer's address below the byline", () => {
    const layout = layoutOf(`Council mends a roof\n\nBy Leila Brandt\nlbrandt@lamp.example\n\nVARNA — ${sentence}\n\n${sentence}`);
    expect([layout.texts("boilerplate"), layout.texts("dateline")]).toEqual([["lbrandt@lamp.example"], ["VARNA —"]]);
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

  it("may have a dateline with a colon, where no transcript follows", () => {
    expect(layoutOf(`Council mends a roof\n\nVARNA: ${sentence}\n\n${sentence}`).texts("dateline")).toEqual(["VARNA:"]);
    expect(layoutOf(`Council mends a roof\n\nWELD: ${sentence}\n\nROTH: ${sentence}`).texts("dateline")).toEqual([]);
    expect(layoutOf(`Council mends a roof\n\nUPDATE: ${sentence}\n\n${sentence}`).texts("dateline")).toEqual([]);
  });
});

describe("the layout of a transcript", () => {
  const layout = layoutOf(TRANSCRIPT);

  it("has its head, its turns as body, and its end", () => {
    expect(layout.kinds).toEqual(["heading", "headline", "dateline", "body", "boilerplate"]);
    expect(layout.title).toBe("Ministry of Works: Press Conference on the Bridge at Varna");
    expect(layout.date).toBe("2014-06-13");
    expect(layout.texts("boilerplate")[0]).toMatch(/^END OF TRANSCRIPT[\s\S]*errors\.$/);
  });
});

describe("an interview that begins with a label", () => {
  it("has no headline", () => {
    const layout = layoutOf(
      "Post: You were on the bridge. What happened?\n\nFalk: I trusted the chart, and nobody told me that it was old.\n\nPost: Who?\n",
    );
    expect(layout.texts("headline")).toEqual([]);
  });
});

describe("the layout of Markdown", () => {
  const layout = layoutOf(MARKDOWN);

  it("reads the front matter", () => {
    expect(layout.title).toBe("The bridge: a briefing");
    expect(layout.date).toBe("2014-06-13");
    expect(layout.topics).toEqual(["varna", "bridges", "public works"]);
    expect(layout.writers).toEqual(["Leila Brandt"]);
  });

  it("gives headings their level, underlined ones too, and none to a code fence", () => {
    const headings = layout.sections
      .filter(({ kind }) => kind === "heading")
      .map(({ start, level }) => [MARKDOWN.slice(start, start + 12), level]);
    expect(headings).toEqual([
      ["## What happ", 2],
      ["Who is who\n-", 2],
      ["### Sources\n", 3],
    ]);
    expect(layout.texts("body").join("\n")).toContain("# no heading\nTags: none");
  });
});

describe("the layout of a mail", () => {
  const head = "From: Ann Weld <a.weld@varna.example>\nTo: Council\nDate: Tue, 14 Aug 2007 09:12:44 -0400\nSubject: RE: Fwd: The bridge";
  const layout = layoutOf(`${head}\n\nPeter,\n\nThe bridge is closed again, and nobody told the council of it.\n\nAnn`);

  it("has its subject for a title, its date, and its sender for an author", () => {
    expect(layout.title).toBe("The bridge");
    expect(layout.date).toBe("2007-08-14");
    expect(layout.writers).toEqual(["Ann Weld"]);
    expect(layout.kinds).toEqual(["byline", "byline", "date", "headline", "body"]);
  });

  it("takes no field for more than it is, whatever it is called", () => {
    const kinds = layoutOf(`${head}\nConstructor: x\n\nPeter,\n\nThe bridge is closed again, and nobody told the council of it.`).kinds;
    expect(kinds).toEqual(["byline", "byline", "date", "headline", "boilerplate", "body"]);
    const markdown = "---\ntitle: The bridge\nconstructor: x\n---\n\nThe bridge is closed again, and nobody told the council of it.";
    for (const { kind } of layoutOf(markdown).sections) expect(typeof kind).toBe("string");
  });

  it("is not that of a text that begins with a colon or two", () => {
    const text = "From: the north\nTo: the south\n\nThe council of Varna agreed on Friday to rebuild the crossing.";
    expect(layoutOf(text).kinds).not.toContain("byline");
  });
});

describe("the layout of front matter", () => {
  const TEXT = "The council of Varna agreed on Friday to rebuild the crossing, after three months without it.";
  const front = (lines: string) => layoutOf(`---\n${lines}\n---\n\n${TEXT}\n`);

  it.each([
    ["author: Tom Hale and Ana María Ruiz", ["Tom Hale", "Ana María Ruiz"]],
    ["author: Tom Hale, Mia Voss & Ada Lind", ["Tom Hale", "Mia Voss", "Ada Lind"]],
    ["author: Ministry of Bridges and Ferries", ["Ministry of Bridges and Ferries"]],
    ["authors: [Tom Hale, 'Mia Voss']", ["Tom Hale", "Mia Voss"]],
    ['authors:\n  - Tom Hale\n  - "Mia Voss"', ["Tom Hale", "Mia Voss"]],
    ["authors:\n- name: Tom Hale\n  email: hale@varna.example\n- name: Mia Voss", ["Tom Hale", "Mia Voss"]],
    ['author: "Hale, Tom"', ["Hale, Tom"]],
    ["author: Tom Hale <hale@varna.example>", ["Tom Hale"]],
  ])("parts the authors in %s", (lines, authors) => {
    expect(front(`title: The bridge\n${lines}`).writers).toEqual(authors);
  });

  it("reads a value that stands in the lines below its key", () => {
    const layout = front(
      "title: >-\n  The bridge that\n  nobody built\nsubtitle: |\n  Note: three months\ntags:\n  - rivers\n  - 'ferries'",
    );
    expect(layout.title).toBe("The bridge that nobody built");
    expect(layout.topics).toEqual(["rivers", "ferries"]);
    expect(layout.texts("standfirst")).toEqual(["subtitle: |", "Note: three months"]);
  });

  it("says where it ends", () => {
    expect(front("title: The bridge").frontEnd).toBe("---\ntitle: The bridge\n---".length);
    expect(layoutOf(PLAIN_PROSE).frontEnd).toBeUndefined();
  });
});

describe("the heads of mails inside a mail", () => {
  const TEXT = "The bridge is closed again, and nobody told the council of it.";
  const inMail = (lines: string) =>
    layoutOf(`From: Ann Weld <a@varna.example>\nTo: Council\nSubject: The bridge\n\n${TEXT}\n\n${lines}\n\n${TEXT}`);

  it.each([
    "> On Mon, 4 Nov 2019 at 21:40, Tom Hale <hale@varna.example> wrote:",
    "On 4 Nov 2019, at 21:40, Tom Hale <hale@varna.example> wrote:",
    ">> On 1 November 2019 Mia Voss wrote:",
    "Am 04.11.19 um 21:40 schrieb Tom Hale:",
  ])("are known: %s", (line) => {
    const layout = inMail(line);
    expect(layout.kinds).toEqual(["byline", "byline", "headline", "body", "byline", "body"]);
    expect(layout.texts("byline")[2]).toBe(line);
  });

  it("are known by their fields", () => {
    const fields = "From: Tom Hale\nSent: Monday, November 4, 2019 9:40 PM\nTo: Ann Weld\nSubject: The ferry";
    expect(inMail(`-----Original Message-----\n${fields}`).kinds).toEqual([
      ...["byline", "byline", "headline", "body"],
      ...["boilerplate", "byline", "date", "byline", "heading", "body"],
    ]);
  });

  it("are no sentence of the author's", () => {
    expect(inMail("On 4 November 2019 the minister wrote:").kinds).toEqual(["byline", "byline", "headline", "body"]);
    expect(inMail("From: the north").kinds).toEqual(["byline", "byline", "headline", "body"]);
  });
});

describe("the layout of plain prose", () => {
  it("is body throughout", () => {
    expect(layoutOf(PLAIN_PROSE).kinds).toEqual(["body"]);
    expect(layoutOf(PLAIN_PROSE).title).toBeUndefined();
  });

  it("is nothing where there is no text", () => {
    expect(layoutOf("").kinds).toEqual([]);
    expect(layoutOf(" \n\t\n").kinds).toEqual([]);
  });

  it("makes no headline of the first of many names", () => {
    expect(layoutOf("Jane Doe\nJohn Roe\nAnn Poe\n".repeat(20)).kinds).toEqual(["body"]);
  });
});

describe("single forms", () => {
  const PARAGRAPH = "The council of Varna agreed on Friday to rebuild the crossing, after three months without it.";

  it.each([
    ["Published: Friday 13 June 2014, 10:15 GMT", "2014-06-13"],
    ["Jun. 13, 2014", "2014-06-13"],
    ["13 June 2014", "2014-06-13"],
    ["2014-06-13", "2014-06-13"],
    ["2014-06-13T10:15:00Z", "2014-06-13"],
    ["13.06.2014", "2014-06-13"],
    ["6/13/2014", "2014-06-13"],
    ["June 13th, 2014 at 10:30 p.m. EDT", "2014-06-13"],
  ])("reads the date line %s", (line, date) => {
    const layout = layoutOf(`A bridge for Varna\n\n${line}\n\n${PARAGRAPH}`);
    expect(layout.date).toBe(date);
    expect(layout.texts("date")).toEqual([line]);
  });

  it("takes a title with a long dash for no dateline", () => {
    const layout = layoutOf(`Varna – The bridge that fell\n\nBy Jane Doe\n\n${PARAGRAPH}`);
    expect(layout.title).toBe("Varna – The bridge that fell");
  });

  it("dates a letter by the place and date that it ends with", () => {
    const layout = layoutOf(`Dearest Clara,\n\n${PARAGRAPH}\n\nYour Thomas\n\nArras, 2 April 1917`);
    expect(layout.date).toBe("1917-04-02");
    expect(layout.texts("dateline")).toEqual(["Arras, 2 April 1917"]);
  });

  it("knows a date and a byline below the text for what they are", () => {
    expect(layoutOf(`${PARAGRAPH}\n\n${PARAGRAPH}\n\nDated: June 13, 2014`).kinds).toEqual(["body", "date"]);
    expect(layoutOf(`${PARAGRAPH}\n\n${PARAGRAPH}\n\nBy Jane Doe`).kinds).toEqual(["body", "byline"]);
  });

  it("puts the date of publication before that of a revision", () => {
    expect(layoutOf(`A bridge\n\nUpdated: June 15, 2014\n\nPublished: June 13, 2014\n\n${PARAGRAPH}`).date).toBe("2014-06-13");
  });

  it.each([
    ["a line of place and date", "By Jane Doe\n\nVarna | 12 May 2015\n\nThe", "2015-05-12"],
    ["a sentence of place and date", "Varna, 12 May 2015. The", "2015-05-12"],
    ["a place alone before a dash", "Varna – The", undefined],
  ])("reads the dateline that is %s", (_, head, date) => {
    const layout = layoutOf(`A bridge for Varna\n\n${head}${PARAGRAPH.slice(3)}`);
    expect(layout.date).toBe(date);
    expect(layout.kinds).toContain("dateline");
    expect(layout.texts("body")[0]).toMatch(/^The council/);
  });

  it.each([
    ["By Jane Doe and John Roe", ["Jane Doe", "John Roe"]],
    ["By JANE DOE, Associated Press", ["JANE DOE"]],
    ["Written by Ludwig van Beethoven", ["Ludwig van Beethoven"]],
    ["By Mary Stone, Beirut Correspondent | Published: 14 June 2014", ["Mary Stone"]],
    ["Author: Amal al-Nahri Posted April 4, 2016", ["Amal al-Nahri"]],
    ["By Mary Stone April 4, 2016", ["Mary Stone"]],
    ["Prepared by Mary Stone, Bridge Desk, 14 February 2021", ["Mary Stone"]],
    ["By Mary Stone in Port Said and John May in Cairo", ["Mary Stone", "John May"]],
    ["By Mary Stone in Bosnia and Herzegovina", ["Mary Stone"]],
  ])("reads the byline %s", (line, authors) => {
    const layout = layoutOf(`A bridge for Varna\n\n${line}\n\n${PARAGRAPH}`);
    expect(layout.texts("byline")).toEqual([line]);
    expect(layout.writers).toEqual(authors);
  });

  it("takes no sentence that begins with By for a byline", () => {
    expect(layoutOf(`A bridge for Varna\n\nBy Friday the town had no bridge left.\n\n${PARAGRAPH}`).texts("byline")).toEqual([]);
  });

  it.each([
    "Workers at the bridge, Jan. 12, 2014. (AP Photo/Jane Doe)",
    "Workers at the bridge. [Getty]",
    "Photo: the bridge in March",
    "The bridge in March. REUTERS/Jane Doe",
    "![The bridge](bridge.png)",
  ])("takes for a caption: %s", (line) => {
    expect(layoutOf(`A bridge for Varna\n\nA standfirst about it\n\n${line}\n\n${PARAGRAPH}`).texts("caption")).toEqual([line]);
  });

  it("ends a list of topics whose label it touches at an empty line", () => {
    const layout = layoutOf(`A bridge\n\n${PARAGRAPH}\n\nRelated topics\nVarna\nbridges\n\nAround the town\nThe ferry\n`);
    expect(layout.topics).toEqual(["Varna", "bridges"]);
  });

  it("takes no sentence on a poll by an agency for a caption", () => {
    expect(
      layoutOf(`${PARAGRAPH}\n\nThe Reuters/Ipsos poll showed that most of the town agrees.\n\n${PARAGRAPH}`).texts("caption"),
    ).toEqual([]);
  });

  it.each([
    "Tags: Varna, bridges, rivers",
    "Filed under: Varna | bridges | rivers",
    "Keywords: Varna; bridges; rivers",
    "Topics\n- Varna\n- bridges\n- rivers",
  ])("reads the topics of %s", (lines) => {
    expect(layoutOf(`A bridge\n\n${PARAGRAPH}\n\n${lines}\n`).topics).toEqual(["Varna", "bridges", "rivers"]);
  });

  it.each([
    "Subscribe to our newsletter to get the latest.",
    "Sign up",
    "© 2014 Meridian. All rights reserved.",
    "(END)",
    "Share this article\nFacebook\nTwitter",
    "Related:\nA ferry for Varna",
    "Media contact: jane.doe@example.org, +359 52 123 456",
  ])("takes for furniture at the end: %s", (lines) => {
    expect(layoutOf(`${PARAGRAPH}\n\n${PARAGRAPH}\n\n${lines}`).texts("boilerplate")).toEqual([lines]);
  });

  it.each(["© 2014 Meridian. All rights reserved.", "(END)", "Media contact: jane.doe@example.org, +359 52 123 456"])(
    "takes for furniture at the end alone: %s",
    (line) => {
      expect(layoutOf(`${PARAGRAPH}\n\n${line}\n\n${PARAGRAPH}`).texts("boilerplate")).toEqual([]);
    },
  );
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

  it("reads a date at the head of the first paragraph", () => {
    const layout = layoutOf(`Council agrees to rebuild\n\n13 June 2014 – ${PARAGRAPH}`);
    expect(layout.kinds).toEqual(["headline", "dateline", "body"]);
    expect(layout.date).toBe("2014-06-13");
  });
});

describe("sections of any text", () => {
  const lines = fc.constantFrom(
    "A short line",
    "By Jane Doe",
    "Tags: a, b",
    "Topics covered",
    "iraq, mosul",
    "Jun 13, 2014",
    "VARNA, June 13 (AP) - The council met.",
    "# Heading",
    "---",
    "===",
    "```",
    "IN CAPITALS",
    "Read more",
    "More from Jane Doe",
    "© 2014",
    "The council agreed on Friday to rebuild the crossing within a year, and to pay.",
    "",
    "“",
    "(END)",
    "\f",
    "Page 2 of 3",
    "- 2 -",
    "12",
    "Advertisement",
    "Related stories",
    "list 1 of 2",
    "Image caption,",
    "Image",
    "The bridge. (AP Photo/Jane Doe)",
    "Contact:",
    "hale@varna.example",
    "Published",
    "10:58 pm",
    "Home | World",
    "Jane Doe",
    "Reporter",
    "1. One",
    "1.1 A Part of It",
    "Key findings",
    "Forward-Looking Statements",
    "Join Date: Jan 2009",
    "Posts: 3",
    "OPINION AND ORDER",
    "TOWN COURT, Plaintiff",
    "From: Jane Doe",
    "To: Tom Hale",
    "Subject: The bridge",
    "> On 4 Nov 2019 at 10:12 Jane Doe wrote:",
  );

  it("cover every block, in order, and do not overlap", () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 40 }), (parts) => {
        const text = parts.join("\n");
        const source = readSourceText(text);
        const { sections, declaredTopics, authors } = readLayout(source);
        let at = 0;
        for (const { start, end } of sections) {
          expect(text.slice(at, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
        for (const span of [...declaredTopics, ...authors]) expect(text.slice(span.start, span.end).trim()).not.toBe("");
      }),
    );
  });
});
