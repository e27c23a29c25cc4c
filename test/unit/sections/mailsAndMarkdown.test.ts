import { describe, expect, it } from "vitest";
import { MARKDOWN, PLAIN_PROSE } from "./documents.js";
import { layoutOf } from "./layoutOf.js";

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

describe("the layout of a memorandum", () => {
  it("has its head below who may read it, the office, the place and the day", () => {
    const memorandum = layoutOf(
      `SECRET\nNOFORN\n\nBUREAU OF HARBOURS\nVARNA 25, B.G.\n\n14 November 1956\n\nMEMORANDUM FOR: Director of Harbours\nFROM: Assistant Director\nSUBJECT: Situation in Halden\n\n${PLAIN_PROSE}`,
    );
    expect(memorandum.title).toBe("Situation in Halden");
    expect(memorandum.date).toBe("1956-11-14");
    expect(memorandum.texts("boilerplate").join(" ").replace(/\s+/g, " ")).toBe("SECRET NOFORN");
  });

  it.each(["TOP SECRET//SI/NOFORN", "Privileged & Confidential", "(CONFIDENTIAL)", "OFFICIAL - SENSITIVE"])(
    "counts nothing for a line that says who may read it: %s",
    (line) => {
      const layout = layoutOf(`${line}\n\nThe bridge of Halden\n\n14 November 1956\n\n${PLAIN_PROSE}`);
      expect(layout.title).toBe("The bridge of Halden");
      expect(layout.texts("boilerplate")).toContain(line);
    },
  );

  it("keeps a headline that begins with such a word", () => {
    expect(layoutOf(`Secret talks on the bridge of Halden\n\n14 November 1956\n\n${PLAIN_PROSE}`).title).toBe(
      "Secret talks on the bridge of Halden",
    );
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

  it("leaves out of the sender's name where they work", () => {
    const from = (sender: string) =>
      layoutOf(`TO: Helen Brandt\nFROM: ${sender}\nDATE: June 3, 1974\nSUBJECT: Drums\n\nThe drums are still in the yard.`).writers;
    expect(from("R. Castell, Office of Inspections")).toEqual(["R. Castell"]);
    expect(from("Rosa Castell")).toEqual(["Rosa Castell"]);
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
