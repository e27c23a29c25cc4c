import { describe, expect, it } from "vitest";
import { layoutOf } from "./layoutOf.js";

const PARAGRAPH = "The council of Varna agreed on Friday to rebuild the crossing, after three months without it.";
const OTHER = "The ministry will pay two thirds of the cost, and the rest of it will come from the province in the spring.";

const inText = (lines: string) => layoutOf(`${PARAGRAPH}\n\n${OTHER}\n\n${lines}\n\n${OTHER}\n\n${PARAGRAPH}`);

describe("lines of a page between the paragraphs", () => {
  it.each([
    "Advertisement",
    "[Advertisement]",
    "— Advertisement —",
    "- [Share on Facebook](https://example.org/f)",
    "SKIP ADVERTISEMENT",
    "Share",
    "14 comments",
    "Share\n84",
    "Read more: A ferry for Varna",
    "Sign up for our morning newsletter.",
    "Subscribe to The River Letter",
    "Thanks for reading The River Letter! Subscribe for free to receive new posts.",
    "View image in fullscreen",
    "Listen to this article 5 min",
    "Related stories\nA ferry for Varna\nWho pays for the bridge?",
    "You may also be interested in:\nA ferry for Varna\nWhy the river floods every year",
    "READ MORE\n\nA ferry for the people of Varna\n\nWhy the river floods every year",
    "Keep reading\n\nlist of 2 items\nlist 1 of 2\nA ferry for Varna\nlist 2 of 2\nWhy the river floods\nend of list",
    "Join Date: Jan 2009\nLocation: Varna\nPosts: 412",
    "Reply With Quote",
    "Press Enter to skip to end of carousel\nFloods in Varna\nThe river rises again\nEnd of carousel",
    "♦ Receive daily updates directly in your inbox",
  ])("are boilerplate: %s", (lines) => {
    expect(inText(lines).texts("boilerplate")).toEqual([lines]);
  });

  it.each([
    "Sign up for the ferry began on Monday, and many came.",
    "“Sign up for our newsletter,” she told them.",
    "Share of the votes: 41 percent for the mayor.",
    "More on the bridge was to be heard in the evening.",
    "The location: a shed behind the station.",
    "Related\n\nThe mayor and her brother are related, and so are the two members of the council who voted against.",
    "Location: Varna",
    "Read the letter again, she said. It is all there.",
    "Subscribe and press the button, and then you can write under it what you think.",
    "Twitter was full of it.",
    "Listen: there is a better town next door.",
    "Support the members of the council, she told them.",
    "Skip past the guards, he told them.",
    "Safe Harbor\nThe boats lay there in the spring, and nobody asked whose they were.",
  ])("are text: %s", (lines) => {
    expect(inText(lines).texts("boilerplate")).toEqual([]);
  });

  it("leaves the text between a line of its own and the end alone", () => {
    const layout = layoutOf(`${PARAGRAPH}\n\n${OTHER}\n\nAdvertisement\n\nWho died:\nAnn Weld, 34\nTom Hale, 21\n\n© 2014 Meridian`);
    expect(layout.texts("boilerplate")).toEqual(["Advertisement", "© 2014 Meridian"]);
  });

  it.each([
    "Image source, AFP",
    "Image caption,\nThe bridge in March",
    "The bridge in March\nThe bridge of Varna. Photograph: Jane Doe/The Lamp",
    "Smoke above the bridge, June 3, 2014 [File: Jane Doe/Reuters]",
    "The mayor at the bridge. JANE DOE / AFP",
    "The church of Varna.Credit...Jane Doe for The Varna Lamp",
    "Figure 1: Ships on the river, 2010–2014",
    "Table 2. Cost of the bridge",
    "Source: Ministry of Works",
    "Reuters\nThe bridge above the river in March",
    "The bridge in what is left of Varna. (Jane Doe for The Lamp)",
    "A child waits at the bridge.\n© UNICEF/Jane Doe",
    "A man walks past the bridge on Thursday.\nJane Doe/AP",
  ])("are captions: %s", (lines) => {
    expect(inText(lines).texts("caption")).toEqual(lines.split("\n"));
  });

  it.each(["Figure 1 shows what the bridge cost.", "Image: it is all that the mayor has left, and she knows it well; so do we."])(
    "are no captions: %s",
    (line) => {
      expect(
        inText(line)
          .texts("caption")
          .filter((text) => text.startsWith("Figure")),
      ).toEqual([]);
    },
  );

  it.each(["10:58 pm", "23.20 BST", "Updated at 23.51 BST", "3h ago"])("are times: %s", (line) => {
    expect(inText(line).texts("date")).toEqual([line]);
  });

  it.each(["Forward-Looking Statements", "Cautionary Note Regarding Forward-Looking Statements:"])("open a legal notice: %s", (head) => {
    const layout = layoutOf(
      `${PARAGRAPH}\n\n${OTHER}\n\n${head}\nThis release tells what is no historical fact. Actual results may differ.\n\nAbout Varna Ferries\n${OTHER}`,
    );
    expect(layout.texts("boilerplate")).toEqual([`${head}\nThis release tells what is no historical fact. Actual results may differ.`]);
    expect(layout.texts("heading")).toEqual(["About Varna Ferries"]);
  });
});

describe("what stands below the text", () => {
  it("begins with its end mark, a dozen lines before the page's end", () => {
    const notes = [
      "ENDS",
      "*The expert: Ms. Ann Weld",
      "She was appointed in 2012 and has reported since.",
      "Notes",
      "Tel. 1",
      "Tel. 2",
      "Tel. 3",
      "Tel. 4",
    ];
    const layout = layoutOf(`${`${PARAGRAPH}\n\n${OTHER}\n\n`.repeat(4)}${notes.join("\n\n")}`);
    expect(layout.texts("boilerplate")).toEqual([notes.join("\n\n")]);
  });
});

describe("headings in the text", () => {
  it.each([
    "'Never seen such rain'",
    "‘We’ve had enough’",
    "Background[edit]",
    "Executive summary",
    "Conclusion",
    "2. The price of the bridge",
    "2.1 The price of the bridge",
    "IV. DISCUSSION",
  ])("are known: %s", (line) => {
    expect(inText(line).texts("heading")).toEqual([line]);
  });

  it.each(["“Never seen such rain”", "Several members rose—", "A Member of the council said", "conclusion"])(
    "are no more than they are: %s",
    (line) => {
      const layout = layoutOf(`${PARAGRAPH}\n\n${OTHER}\n\n${line}\n\nNo.\n\n${OTHER}`);
      expect(layout.texts("heading")).toEqual([]);
    },
  );

  it("have their line right above the rule that underlines them", () => {
    expect(inText(`${OTHER.slice(0, -1)}\n\n-------\nSummary\n-------`).texts("heading")).toEqual(["Summary\n-------"]);
  });

  it("are no lines of a numbered list", () => {
    expect(inText("1. Background\n2. The price of the bridge\n3. Glossary").texts("heading")).toEqual([]);
  });

  it("have a deeper level where they are numbered so", () => {
    const layout = layoutOf(`${PARAGRAPH}\n\n1. The bridge\n\n1.1 Its price\n\n${OTHER}\n\n1.1.1 Who pays\n\n${OTHER}`);
    expect(layout.sections.filter(({ kind }) => kind === "heading").map(({ level }) => level)).toEqual([2, 3, 4]);
  });

  it("stand behind a time or a page's own line too", () => {
    expect(inText("10:58 pm\n\nCouncil agrees").texts("heading")).toEqual(["Council agrees"]);
  });
});

describe("the head of a page", () => {
  const TITLE = "Council agrees to rebuild the bridge after all";
  const head = (above: string, below = "By Jane Doe\nJune 13, 2014") =>
    layoutOf(`${above}\n\n${TITLE}\n\n${below}\n\n${PARAGRAPH}\n\n${OTHER}`);

  it.each([
    "Home | World | Europe",
    "Home / News / Local",
    "Home › Forums › Rivers",
    "News|Human Rights",
    "Skip to content\nNews\nOpinion\nSport",
    "Reuters World News",
    "Listen to this article · 8 min\nShare full article\n412",
    "LOCAL NEWS",
  ])("has furniture above the headline: %s", (above) => {
    const layout = head(above);
    expect(layout.title).toBe(TITLE);
    expect(layout.texts("boilerplate")).toEqual([above]);
  });

  it.each([
    "Water\nThis article is more than 2 years old",
    "The Varna River Lamp\nSubscribe\nSign in",
    "POLICY BRIEF | No. 44 | June 2018",
    "Varna Police\nNews Release",
  ])("has the name of the page or the kind of text above the headline: %s", (above) => {
    expect(head(above).title).toBe(TITLE);
  });

  it.each([
    ["By Jane Doe\nRiver News, Varna and Ruse\nJune 13, 2014", ["Jane Doe"]],
    ["By Jane Doe\nLocal Democracy Reporter\nJune 13, 2014", ["Jane Doe"]],
    ["By Jane Doe and Tom Hale\nJane Doe reported from Varna, and Tom Hale from Ruse.\nJune 13, 2014", ["Jane Doe", "Tom Hale"]],
    ["Jane Doe Environment correspondent\n@janedoe\nJune 13, 2014", ["Jane Doe"]],
    ["Jane Doe\nJune 13, 2014", ["Jane Doe"]],
    ["The Lamp with AFP\nJune 13, 2014", []],
    ["By Lamp Staff\nJune 13, 2014", []],
    ["By Jane Doe\nReporting from Ruse\nJune 13, 2014", ["Jane Doe"]],
    ["By Jane Doe\nand\nTom Hale\nJune 13, 2014", ["Jane Doe", "Tom Hale"]],
    ["By Jane Doe · June 13, 2014 · 5 min read", ["Jane Doe"]],
    ["Words: Jane Doe\nPhotography: Tom Hale\nJune 13, 2014", ["Jane Doe"]],
    ["*By Jane Doe*\n\n**Report** | 13 June 2014 | PDF", ["Jane Doe"]],
    ["By Jane Doe\nJune 13, 2014\n3:41 PM GMT+1\nUpdated 4 years ago", ["Jane Doe"]],
    ["Published\n13 June 2014\nBy Jane Doe", ["Jane Doe"]],
    ["Published on June 13, 2014, at 8:01 am (Paris), updated on June 14, 2014, at 11:30 am\nBy Jane Doe", ["Jane Doe"]],
    ["Release date:\n13 June 2014\nNext release:\n11 July 2014", []],
  ])("tells the authors and the date in %s", (below, writers) => {
    const layout = head("NEWS", below.replace("River News,", "BBC News,"));
    expect(layout.title).toBe(TITLE);
    expect(layout.writers).toEqual(writers);
    expect(layout.date).toBe("2014-06-13");
    expect(layout.kinds.filter((kind) => kind === "heading" || kind === "standfirst")).toEqual([]);
  });

  it("takes no place for an author, nor a paragraph for the standfirst", () => {
    expect(head("NEWS", "Varna\nJune 13, 2014").writers).toEqual([]);
    const layout = head("NEWS", `By Jane Doe\n\n${PARAGRAPH}\n\n${OTHER}\n\nBy Tom Hale · Editor`);
    expect(layout.texts("standfirst")).toEqual([]);
  });

  it("has captions of several lines", () => {
    const layout = head("NEWS", "Image source, AFP\nImage caption,\nThe bridge in March\n\nBy Jane Doe");
    expect(layout.texts("caption")).toEqual(["Image source, AFP", "Image caption,", "The bridge in March"]);
  });

  it("has whom to ask above the headline of a release", () => {
    const contact = "Contact:\nTom Hale, Director of Communications\n(515) 555-0142\nhale@varna.example";
    const layout = layoutOf(
      `FOR IMMEDIATE RELEASE\nMarch 14, 2014\n\n${contact}\n\nVARNA FERRIES RECALLS 41 BOATS\n\nCompany acts after two complaints\n\nVARNA, Texas — ${PARAGRAPH}`,
    );
    expect(layout.kinds).toEqual(["heading", "date", "boilerplate", "headline", "standfirst", "dateline", "body"]);
    expect(layout.texts("boilerplate")).toEqual([contact]);
  });

  it("is that of an office's remarks", () => {
    const layout = layoutOf(
      `THE TOWN HALL\nOffice of the Mayor\nFor Immediate Release          May 4, 2014\n\nREMARKS BY THE MAYOR\n\nTHE MAYOR: ${PARAGRAPH}\n\n${OTHER}`,
    );
    expect(layout.title).toBe("REMARKS BY THE MAYOR");
    expect(layout.date).toBe("2014-05-04");
  });

  it.each([
    [
      "PRIVILEGED & CONFIDENTIAL\nATTORNEY WORK PRODUCT\n\nMEMORANDUM\n\nTO: The Board\nFROM: Jane Doe\nDATE: March 4, 2014\nRE: The bridge",
      "The bridge",
    ],
    [
      "BRANDT & LOWE\n\n12 Mill Lane, Varna\n\nLegal memo\n\nStrictly confidential\n\nTo: The Board\n\nFrom: Jane Doe\n\nDate: March 4, 2014",
      undefined,
    ],
    ["CONFIDENTIAL\n\nMemorandum for the record\n\nFROM: Jane Doe, Audit\n\nTO: The Board\n\nMarch 4, 2014", undefined],
  ])("knows a memorandum's fields below what stands above them: %j", (head, title) => {
    const layout = layoutOf(`${head}\n\n${PARAGRAPH}`);
    expect([layout.title, layout.date, layout.texts("body")]).toEqual([title, "2014-03-04", [PARAGRAPH]]);
    expect(layout.texts("byline").join("|")).toContain("Jane Doe");
  });

  it("is that of minutes and of a memorandum", () => {
    const minutes = layoutOf(
      `MINUTES OF THE BRIDGE BOARD\nHeld on 4 March 2014\n\nPresent: J. Doe, T. Hale\nApologies: A. Weld\n\n${PARAGRAPH}\n\n${OTHER}`,
    );
    expect(minutes.title).toBe("MINUTES OF THE BRIDGE BOARD");
    expect(minutes.date).toBe("2014-03-04");
    expect(minutes.texts("byline")).toEqual(["Present: J. Doe, T. Hale", "Apologies: A. Weld"]);
    const memorandum = layoutOf(`MEMORANDUM\n\nTO: The Board\nFROM: Jane Doe\nDATE: March 4, 2014\nRE: The bridge\n\n${PARAGRAPH}`);
    expect(memorandum.title).toBe("The bridge");
    expect(memorandum.kinds).toEqual(["heading", "byline", "byline", "date", "headline", "body"]);
  });

  it("is that of a paper", () => {
    const layout = layoutOf(
      `The Spread of Rumours in River Towns\n\nJane Doe1, Tom Hale2\n1Department of Rivers, University of Varna\n2Institute of Bridges\n\nReceived: 3 March 2014\n\nAbstract\n${PARAGRAPH}\n\n1 Methods\n1.1 Interviews\n${OTHER}`,
    );
    expect(layout.title).toBe("The Spread of Rumours in River Towns");
    expect(layout.texts("heading").slice(-3)).toEqual(["Abstract", "1 Methods", "1.1 Interviews"]);
  });

  it("has an agency and a dash in lines of their own before the text", () => {
    expect(head("NEWS", `By Jane Doe\nJune 13, 2014\n\nCNN\n —`).texts("dateline")).toEqual(["CNN", "—"]);
  });

  it("keeps a sender's address and place with the date of a letter", () => {
    expect(layoutOf(`14, Quay Terrace,\nVarna,\n3rd March, 1911.\n\nDear Sir,\n\n${PARAGRAPH}\n\n${OTHER}`).kinds.slice(0, 3)).toEqual([
      "dateline",
      "dateline",
      "date",
    ]);
  });

  it("stands above a usual heading too", () => {
    expect(layoutOf(`Who pays for the bridge of Varna\n\nKey findings\n\n• ${PARAGRAPH}\n\n${OTHER}`).title).toBe(
      "Who pays for the bridge of Varna",
    );
  });

  it("is that of a court", () => {
    const head = "DISTRICT COURT OF VARNA\n\nVARNA FERRIES,\n     Plaintiff,\n     v.          Case No. 14-1\nTOM HALE,\n     Defendant.";
    const layout = layoutOf(`${head}\n\nMEMORANDUM OPINION\n\n${PARAGRAPH}`);
    expect(layout.title).toBe("MEMORANDUM OPINION");
    expect(layout.kinds).toEqual(["body", "headline", "body"]);
    expect(layoutOf(`Opinion\n\n${TITLE}\n\nBy Jane Doe\n\n${PARAGRAPH}`).title).toBe(TITLE);
  });
});

describe("the edges of pages", () => {
  const HEAD = "Ministry of Works          Report No. 4";
  const pages = (...texts: readonly string[]) => layoutOf(texts.join("\f"));

  it("may have the number far from other words", () => {
    const head = (n: number): string => `REPORT OF THE COMMISSION OF INQUIRY                    Page ${n}`;
    const paragraph = "The Commission heard the harbour master, who stated that he had seen nobody at the gate.";
    expect(layoutOf(`${head(31)}\n\n${paragraph}\n\n${head(32)}\n\n${paragraph}`).kinds).toEqual([
      "boilerplate",
      "body",
      "boilerplate",
      "body",
    ]);
  });

  it("are numbers and lines that run from page to page", () => {
    const layout = pages(
      `${HEAD}\n\nTHE BRIDGE OF VARNA\n\nFinal Report\n\n${PARAGRAPH}\n`,
      `${HEAD}\n\n${OTHER}\n\n2\n`,
      `${HEAD}\n\n${PARAGRAPH}\n\n3\n`,
      `${HEAD}\n\n${OTHER}\n\n4\n`,
    );
    expect(layout.title).toBe("THE BRIDGE OF VARNA");
    expect(layout.texts("boilerplate")).toEqual([HEAD, HEAD, `2\n\f${HEAD}`, `3\n\f${HEAD}`, "4"]);
  });

  it.each([
    "Page 2 of 3",
    "- 2 -",
    "– 12 –",
    "p. 4",
    "Case 2:14-cv-00417 Document 31 Filed 02/06/14 Page 2 of 14",
    "9 Feb 2014 : Column 1412",
  ])("are known alone: %s", (line) => {
    expect(inText(line).texts("boilerplate")).toEqual([line]);
  });

  it("are no speakers' names that stand at a break now and then", () => {
    const scenes = Array.from(
      { length: 40 },
      (_, n) => `${n % 10 === 0 ? "HALE" : `A Room in Varna, Part ${"I".repeat(n % 9)}`}\n\n${PARAGRAPH}`,
    );
    const layout = layoutOf(scenes.map((scene, n) => `- ${n + 2} -\n\n${scene}`).join("\n\n"));
    expect(layout.texts("boilerplate").join("\n")).not.toContain("HALE");
  });

  it("are bare numbers where they interrupt sentences", () => {
    const broken = [
      "Nobody knew of it when the mayor came to\n\n2\n\nthe bridge in May.",
      "The council had agreed by then to rebuild\n\n3\n\nthe crossing.",
    ];
    expect(layoutOf(`${PARAGRAPH}\n\n${broken.join("\n\n")}\n\n${OTHER}\n\n4\n\n${PARAGRAPH}`).texts("boilerplate")).toEqual([
      "2",
      "3",
      "4",
    ]);
  });

  it("are no numbers of chapters, and no line that stands often", () => {
    const chapters = [1, 2, 3].map((number) => `${number}\n\n${PARAGRAPH}`).join("\n\n");
    expect(layoutOf(chapters).texts("boilerplate")).toEqual([]);
    expect(layoutOf(`THE MAYOR\n\n${PARAGRAPH}\n\n`.repeat(5)).texts("boilerplate")).toEqual([]);
  });

  it("takes no paragraph whose end has the numbers of notes for the headline", () => {
    const page =
      "Flooding of the Sava\n\nFrom Wikipedia, the free encyclopedia\n\nThe floods were a disaster.[1] At least 62 died.[2][3]\n\n";
    expect(layoutOf(`${page}${PARAGRAPH}`).title).toBe("Flooding of the Sava");
  });
});
