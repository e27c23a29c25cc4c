import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, indexOf, SOURCES, TRANSCRIPT } from "./texts.js";

const index = indexOf(SOURCES);
const rules = (text: string): readonly string[] => check(index, text).map(({ rule }) => rule);

describe("a draft checked against its sources", () => {
  it.each([
    ["the words as they are", "“We will not close the harbour before the winter,” Ingrid Solheim said."],
    ["other marks, apostrophes and end", '"We will not close the harbour before the winter!" Ingrid Solheim said.'],
    ["a marked cut", "“We will not close the harbour … and 40 ships are still waiting outside,” Ingrid Solheim said."],
    ["a cut in brackets", "“We will not close [...] before the winter,” Ingrid Solheim said."],
    ["an insertion", "“We will not close [it] before the winter,” Ingrid Solheim said."],
    ["an insertion that stands for nothing", "“We will not close the harbour [of the town] before the winter,” Ingrid Solheim said."],
    ["a changed first letter", "“[N]ot close the harbour before the winter,” Ingrid Solheim said."],
    ["the speaker's clause left out", "“The fishermen came to us and they asked for nothing but time,” Ingrid Solheim said."],
    ["words that the source has outside marks", "The report says the pier “was built in 1931 by the railway company.”"],
    ["a word that a line's end parts", "“We will not close the har-\n    bour before the winter,” Ingrid Solheim said."],
    ["a word as a word", "A “wharf” of sorts stands there."],
    ["a number written out", "“We will not close the harbour before the winter, and forty ships are still waiting,” Ingrid Solheim said."],
    ["a cut over a pause without words", "“We will not … [...] close the harbour,” Ingrid Solheim said."],
  ])("finds nothing in %s", (_, text) => {
    expect(rules(text)).toEqual([]);
  });

  it.each([
    ["negation", "“We will close the harbour before the winter,” Ingrid Solheim said.", "", "not"],
    ["number", "“We will not close the harbour before the winter, and 60 ships are still waiting,” Ingrid Solheim said.", "60", "40"],
    [
      "number",
      "“We will not close the harbour before the winter, and forty-one ships are still waiting,” Ingrid Solheim said.",
      "forty-one",
      "40",
    ],
    ["wording", "“We will not close the harbour before the summer,” Ingrid Solheim said.", "summer", "winter"],
    ["cut", "“We will not close the harbour before winter,” Ingrid Solheim said.", "", "the"],
  ])("tells a changed %s with its words", (kind, text, draft, source) => {
    const findings = check(index, text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: "quote-altered", differences: [{ kind, draft, source }], places: [{ path: "harbour.txt" }] });
    const [{ start, end }] = findings[0].differences;
    expect(text.slice(start, end)).toBe(draft);
    const [place] = findings[0].places;
    expect(SOURCES["harbour.txt"].slice(place.start, place.end)).toBe(place.words);
  });

  it("words the gravest of several differences, wherever it stands", () => {
    const [{ message }] = check(index, "“They will close the harbour before the winter,” Ingrid Solheim said.");
    expect(message).toBe("The draft leaves out “not”, which harbour.txt has, and 1 more difference.");
  });

  it("tells another speaker only where both are sure", () => {
    const words = "“Nobody on this board was told how much the dredging would cost the town,”";
    expect(check(index, `${words} Ingrid Solheim said.`)).toMatchObject([
      { rule: "quote-other-speaker", places: [{ path: "inquiry.txt" }] },
    ]);
    expect(rules(`${words} Wierzbicki said.`)).toEqual([]);
    expect(rules(`${words} a source said.`)).toEqual([]);
  });

  it("takes each of those for the speaker who say it together in the source", () => {
    const words = "“Nobody on this board was told how much the dredging would cost the town,”";
    const source = { "joint.txt": `${words} Tomasz Wierzbicki and Ada Hart said.` };
    const joint = (speaker: string) => check(indexOf(source), `${words} ${speaker} said.`).map(({ message }) => message);
    expect(joint("Ada Hart")).toEqual([]);
    expect(joint("Tomasz Wierzbicki")).toEqual([]);
    expect(joint("Ingrid Solheim")).toEqual([
      "The draft gives these words to Ingrid Solheim; in joint.txt they are Tomasz Wierzbicki and Ada Hart’s.",
    ]);
  });

  describe("whose words a passage has", () => {
    const sources = {
      "hall.txt":
        "“I do not believe a word of it,” said Theresa Lind, who owns the bakery on Mill Street. “They promised us the same thing in May.” “I will read it when I get it,” Habib Rahmani said. “We pay for the water, and nobody pays for us,” Theresa Lind said.",
    };
    const hall = indexOf(sources);
    const found = (text: string): readonly string[] =>
      check(hall, text).map(({ rule, message }) => (rule === "quote-other-speaker" ? message : rule));

    it("is told wherever what stands between is nobody's", () => {
      const words = "“I do not believe a word of it. They promised us the same thing in May,”";
      expect(found(`${words} Daniel Whitcombe said.`)).toEqual([
        "The draft gives these words to Daniel Whitcombe; in hall.txt they are Theresa Lind’s.",
      ]);
      expect(found(`${words} Theresa Lind said.`)).toEqual([]);
    });

    it("is told where some of them are another's", () => {
      expect(found("“They promised us the same thing in May ... I will read it when I get it,” Theresa Lind said.")).toEqual([
        "The draft gives these words to Theresa Lind; in hall.txt some of them are Habib Rahmani’s.",
      ]);
    });

    it("is nobody's where there are but two", () => {
      expect(found("“Nobody pays,” Habib Rahmani said.")).toEqual([]);
    });

    it("is not what was cut out", () => {
      expect(found("“They promised us the same thing in May ... We pay for the water,” Theresa Lind said.")).toEqual([]);
    });
  });

  it("tells two of one surname apart where both are named in full", () => {
    const couple = indexOf({ "camp.txt": "Bill Weldon came first. “We have won the north of the county,” Weldon said." });
    const ruleOf = (name: string): readonly string[] =>
      check(couple, `“We have won the north of the county,” ${name} said.`).map(({ rule }) => rule);
    expect(ruleOf("Hillary Weldon")).toEqual(["quote-other-speaker"]);
    expect([ruleOf("Weldon"), ruleOf("Bill Weldon"), ruleOf("William Weldon")]).toEqual([[], [], []]);
  });

  it("takes a speaker whose name has a slip for the source's, and tells of the name alone", () => {
    expect(rules("“We will not close the harbour before the winter,” Ingrid Solhiem said.")).toEqual(["name-spelling"]);
  });

  it("sets all that a contraction at the beginning stands for against it", () => {
    const sources = indexOf({ "pump.txt": "“I have never seen the pumps at work,” said Lotta Ek, the first mate of the ferry.\n" });
    const [finding] = check(sources, "“I've never seen the pumps at work,” Lotta Ek said.");
    expect(finding.differences).toMatchObject([{ draft: "I've", source: "I have" }]);
    expect(finding.places[0].words).toBe("I have never seen the pumps at work");
  });

  it("takes the numbers in a source's margin for no words", () => {
    const sources = indexOf({ "poole.txt": TRANSCRIPT });
    expect(check(sources, "“I went to the office of the harbour in Akron, and the old keeper there gave me the key,” he said.")).toEqual(
      [],
    );
    const [{ places, differences }] = check(
      sources,
      "“I went to the office of the harbour in Varna, and the old keeper gave me the key,” he said.",
    );
    expect(differences.map(({ source }) => source)).toEqual(["Akron", "there"]);
    expect(places[0].words).toMatch(/the harbour in\n +Akron, and/);
    expect(TRANSCRIPT.slice(places[0].start, places[0].end).replace("\n 9", "\n  ")).toBe(places[0].words);
  });

  it.each([
    ["ligatures of the source", "The first office of the ferry had 40 percent of the traffic"],
    ["ligatures of the draft", "The ﬁrst ofﬁce of the ferry had 40 % of the traﬃc"],
    ["soft hyphens of the draft", "The first of\u00adfice of the fer\u00adry had 40 per cent of the traf\u00adfic"],
  ])("finds nothing in %s", (_, words) => {
    const sources = indexOf({
      "ferry.txt": "“The ﬁrst of\u00adﬁce of the fer\u00adry had 40 per cent of the traﬃc,” Lotta Ek said on Monday.\n",
    });
    expect(check(sources, `“${words},” Lotta Ek said.`)).toEqual([]);
  });

  it("tells words put together from two sources, also across an ellipsis", () => {
    const paths = (text: string) => check(index, text).map(({ rule, places }) => [rule, ...places.map(({ path }) => path)]);
    const stitched = [["quote-stitched", "harbour.txt", "inquiry.txt"]];
    expect(paths("“We will not close the harbour how much the dredging would cost the town,” she said.")).toEqual(stitched);
    expect(paths("“We will not close the harbour before the winter … how much the dredging would cost,” she said.")).toEqual(stitched);
  });

  it("takes a few common words of the same speaker's for the source's, and none from beyond its marks", () => {
    const sources = indexOf({
      "ferry.txt":
        "“We told him twice,” said Lotta Ek, the first mate of the ferry.\n\n“We will see,” said Nils Falk, the captain, in the end.\n",
    });
    const [finding, ...more] = check(sources, "“We told him three times,” said Lotta Ek.");
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: "quote-altered",
      differences: [{ draft: "three times", source: "twice" }],
      places: [{ words: "We told him twice" }],
    });
    expect(check(sources, "“We told him three times,” said Nils Falk.")).toMatchObject([{ rule: "quote-not-found" }]);
  });

  it("tells words that no source has, but not one or two without a speaker", () => {
    expect(rules("“Every gull on the quay belongs to my sister,” Ingrid Solheim said.")).toEqual(["quote-not-found"]);
    expect(rules("It was a “gull parade” of sorts.")).toEqual([]);
  });

  it("reads no code of Markdown's", () => {
    expect(
      rules('Run this:\n\n```sh\nprint("this is no quotation at all")\n```\n\nOr `echo "hello my whole big world"` to see it.\n'),
    ).toEqual([]);
  });

  it("tells a name that the sources spell otherwise, once", () => {
    const text = "Haider al-Jafari stayed away. Later Haider al-Jafari sent word.";
    expect(check(index, text)).toMatchObject([
      { rule: "name-spelling", start: 0, places: [{ path: "inquiry.txt", words: "Haider al-Jaafari" }] },
    ]);
    expect(rules("Haider al-Jaafari stayed away, and so did Ingrid Solheim.")).toEqual([]);
  });

  it("finds nothing in any run of a source's words, whatever stands around it", () => {
    const pieces = "We will not close the harbour before the winter, and 40 ships are still waiting outside".split(" ");
    fc.assert(
      fc.property(
        fc.nat(pieces.length - 1),
        fc.nat(pieces.length),
        fc.constantFrom("", "🙂 \r\n\r\n", "\ufeff", "Été\u0301 "),
        (from, count, before) => {
          // A run that ends before the negation of its verb is altered.
          fc.pre(pieces[from + count + 1] !== "not");
          const text = `${before}“${pieces.slice(from, from + count + 1).join(" ")},” Ingrid Solheim said.`;
          expect(rules(text)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("gives spans inside the draft and the sources for any text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("“", "”", "close", "the harbour", "…", "[", "]", "Solheim", "said", "\n\n", "40", "é", "🙂", "was told"), {
          maxLength: 40,
        }),
        (words) => {
          const text = words.join(" ");
          for (const { start, end, places, differences } of check(index, text)) {
            expect(0 <= start && start < end && end <= text.length).toBe(true);
            for (const place of places) expect(SOURCES[place.path as keyof typeof SOURCES].slice(place.start, place.end)).toBe(place.words);
            for (const each of differences) expect(text.slice(each.start, each.end)).toBe(each.draft);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
