import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLayout } from "../../../src/analysis/sections/layout.js";
import { readSourceText } from "../../../src/analysis/text/sourceText.js";
import { NEWS_PAGE, PLAIN_PROSE, TRANSCRIPT, WIRE_DISPATCH } from "./documents.js";
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
    ["VARNA, 13 June 2018: ", "2018-06-13"],
  ])("is parted from the first paragraph: %s", (dateline, date) => {
    const layout = layoutOf(
      `Market of Varna names a new chief\n\n${dateline}The market of Varna today named a new chief, its third in a year.`,
    );
    expect([layout.texts("dateline"), layout.date]).toEqual([[dateline.trim()], date]);
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

  it.each([
    ["Kandy, April 19: The council met.", "Kandy, April 19: "],
    ["Port Sabel, 3 May: “We met,” said Ann Weld.", "Port Sabel, 3 May: "],
  ])("parts a place in ordinary letters and a day before a colon from the first paragraph: %s", (line, dateline) => {
    const layout = layoutOf(`Farmers fear loss of water as the dam rises\n\nBy Jane Doe\n\n${line} ${PARAGRAPH}`);
    expect(layout.texts("dateline")).toEqual([dateline.trimEnd()]);
  });

  it.each(["Monday, April 19: The council met.", "Update, April 19: The council met.", "Kandy, Zone 19: The council met."])(
    "takes for no dateline: %s",
    (line) => {
      expect(layoutOf(`Farmers fear loss of water as the dam rises\n\nBy Jane Doe\n\n${line} ${PARAGRAPH}`).texts("dateline")).toEqual([]);
    },
  );

  it("takes what was written down for no place before a date", () => {
    const layout = layoutOf(`SENATE DEBATES — Wednesday, 12 June 2019\n\nThe PRESIDENT: Order.\n\nSenator HOLT: I thank the Senate.`);
    expect([layout.date, layout.kinds[0]]).toEqual(["2019-06-12", "date"]);
    expect(layoutOf(`BREAKING — Two dead in the fire at Varna\n\n${PARAGRAPH}`).texts("dateline")).toEqual([]);
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
