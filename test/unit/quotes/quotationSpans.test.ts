import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Section } from "../../../src/analysis/analysis.js";
import { analyze } from "../../../src/analysis/analyze.js";
import { findQuotationSpans } from "../../../src/analysis/quotes/quotationSpans.js";
import { readSourceText } from "../../../src/analysis/text/sourceText.js";

function quotationsOf(text: string, sections: readonly Section[] = []): string[][] {
  const found = findQuotationSpans(readSourceText(text), { sections, declaredTopics: [], authors: [] });
  return found.map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)));
}

describe("pairs of marks", () => {
  it.each([
    ["curly", "She said, “The bridge is open.” Nobody came.", ["“The bridge is open.”"]],
    ["straight", 'She said, "The bridge is open." Nobody came.', ['"The bridge is open."']],
    ["single British", "‘The bridge is open,’ she said. ‘Go.’", ["‘The bridge is open,’", "‘Go.’"]],
    ["single straight", "'The bridge is open,' she said.", ["'The bridge is open,'"]],
    ["guillemets", "Elle a dit «le pont est ouvert» hier.", ["«le pont est ouvert»"]],
    ["guillemets turned inside", "Sie sagte »die Brücke ist offen« gestern.", ["»die Brücke ist offen«"]],
    ["low and high", "Sie sagte „die Brücke ist offen“ gestern.", ["„die Brücke ist offen“"]],
    ["corner brackets", "「橋は開いている」と言った。", ["「橋は開いている」"]],
    ["doubled, behind a single one", "''He asked, 'Is it open?''' she said. ''It is.''", ["''He asked, 'Is it open?'''", "''It is.''"]],
    ["doubled, before a single one", "He said: '''Open' is what they wrote.''", ["'''Open' is what they wrote.''"]],
    ["adjacent ones", "“Open?” “Open.” They crossed.", ["“Open?”", "“Open.”"]],
    ["two around a cue", "“The bridge,” she said, “is open.”", ["“The bridge,”", "“is open.”"]],
    ["a mark typed the wrong way round", "She said, “The bridge is open.“ Nobody came.", ["“The bridge is open.“"]],
  ])("%s", (_, text, expected) => {
    expect(quotationsOf(text)).toEqual(expected.map((quotation) => [quotation]));
  });

  it("are none of what a paper defines", () => {
    expect(
      quotationsOf('Halden Marine Limited ("Halden" or the "Company") sued. Tom Weld (together with Halden, the "Parties") paid.'),
    ).toEqual([]);
    expect(quotationsOf('He laughed ("Nobody") and left.')).toEqual([['"Nobody"']]);
  });

  it("takes straight marks in turns where the spaces beside them are misplaced", () => {
    expect(quotationsOf('"Wait! Wait for me! "and she ran. "No," he called.')).toEqual([['"Wait! Wait for me! "'], ['"No,"']]);
    expect(quotationsOf('"The boat is late -- "" Never mind the boat! " "As you like."')).toEqual([
      ['"The boat is late -- "'],
      ['" Never mind the boat! "'],
      ['"As you like."'],
    ]);
    expect(quotationsOf('"Sit down, "-- pointing to a chair --" and tell me all. "')).toEqual([['"Sit down, "'], ['" and tell me all. "']]);
  });

  it("still opens anew where a quotation was left open", () => {
    expect(quotationsOf('He said "the boat is late and never came back. They said "we know" later.')).toEqual([['"we know"']]);
  });

  it("keeps the outermost of nested quotations", () => {
    expect(quotationsOf("“He told me, ‘Go home,’ and I went,” she said.")).toEqual([["“He told me, ‘Go home,’ and I went,”"]]);
    expect(quotationsOf("\"He told me, 'Go home,' and I went,\" she said.")).toEqual([["\"He told me, 'Go home,' and I went,\""]]);
    expect(quotationsOf("‘He told me, “Go home,” and I went,’ she said.")).toEqual([["‘He told me, “Go home,” and I went,’"]]);
    expect(quotationsOf("“What he calls “peace” is none,” she said.")).toEqual([["“What he calls “peace” is none,”"]]);
    expect(quotationsOf('"What he calls “peace” is none," she said.')).toEqual([['"What he calls “peace” is none,"']]);
  });

  it("keeps the outer one where straight marks stand in straight marks and the spaces beside them leave no doubt", () => {
    const nested = '"He told me "run" and left," she said. "Then he said, "Go now," and I went."';
    expect(quotationsOf(nested)).toEqual([['"He told me "run" and left,"'], ['"Then he said, "Go now," and I went."']]);
    expect(quotationsOf('"I am here. "We go," he said, "now."')).toContainEqual(['"We go,"']);
    expect(quotationsOf('He said "the boat is late and never came. They said "we know" later.')).toEqual([['"we know"']]);
  });

  it("has none in a tag", () => {
    expect(quotationsOf('<a title="He said “no” to me" href="x">“The bridge is open,”</a> she said.')).toEqual([["“The bridge is open,”"]]);
  });

  it("joins paragraphs that are each opened and closed once, one span for each", () => {
    const text = "“The first paragraph.\n\n“The second paragraph.\n\n“The third,” she said.\n\nNobody answered.";
    expect(quotationsOf(text)).toEqual([["“The first paragraph.", "“The second paragraph.", "“The third,”"]]);
  });

  it.each([
    ["straight", "'", "'"],
    ["curly", "‘", "’"],
  ])("joins paragraphs of single marks, behind a plural's apostrophe too: %s", (_, opens, closes) => {
    const parts = (text: string): string[] => text.replaceAll("<", opens).replaceAll(">", closes).split("|");
    const of = (text: string): string[][] => quotationsOf(parts(text).join("\n\n"));
    expect(of("Ada Byron said: <The bridge is shut. We all saw it.|<It was the engineers who shut it.>|Nobody came.")).toEqual([
      parts("<The bridge is shut. We all saw it.|<It was the engineers who shut it.>"),
    ]);
    const possessives = "<We were at the boatmen>s and the farmers> meeting.|<The farmers> meeting was long.|<The boats> owners left,>";
    expect(of(`${possessives} she said. <Go.>`)).toEqual([parts(possessives), parts("<Go.>")]);
    expect(of("<The bridge is shut,> she said.|<It is not,> he said.")).toEqual([parts("<The bridge is shut,>"), parts("<It is not,>")]);
    expect(of("It was <no worries> for her.|<It is not,> he said.")).toEqual([parts("<no worries>"), parts("<It is not,>")]);
    expect(of("<Blame the bosses> says Weld|<It was they,> he said.")).toEqual([parts("<Blame the bosses>"), parts("<It was they,>")]);
  });

  it("takes straight single marks that nothing closes for apostrophes", () => {
    expect(quotationsOf("'Tain't so, and it rained.\n\n'Spose it never stops.\n\nNobody came.")).toEqual([]);
  });

  it("opens with a mark turned the wrong way before words left out", () => {
    expect(quotationsOf("Nobody came. ” … as the bridge is shut,” she said.")).toEqual([["” … as the bridge is shut,”"]]);
    expect(quotationsOf("“The bridge … ” … is shut,” she said.")).toEqual([["“The bridge … ”"]]);
  });

  it("ends a speech before what the record tells in brackets", () => {
    const text = '"BYRON: The bridge is --\n\n"(CROSSTALK.)\n\n"GAUSS: Since when?"';
    expect(quotationsOf(text)).toEqual([['"BYRON: The bridge is --'], ['"(CROSSTALK.)'], ['"GAUSS: Since when?"']]);
  });

  it("keeps the turns of a transcript apart that is quoted in marks", () => {
    const text = '"BYRON: The bridge is open.\n\n"GAUSS: Since when?\n\n"BYRON: Since noon."';
    expect(quotationsOf(text)).toEqual([['"BYRON: The bridge is open.'], ['"GAUSS: Since when?'], ['"BYRON: Since noon."']]);
  });

  it("joins lines whose wrapping was not recognised", () => {
    expect(quotationsOf("She said, “The bridge\nis open.” Nobody came.")[0].join(" ")).toContain("is open.”");
  });
});

describe("inches", () => {
  it.each([
    ["two in a sentence", 'Rain stood 12" deep at the mill and 8" at the quay, the harbour office said.', []],
    ["a measure of two sides", 'They sawed a board of 12" x 30"', []],
    ["a measure without spaces", 'They sawed an 8"x10" board and a 5"×7" one.', []],
    ["before a full stop", 'First 4" fell and then 6".', []],
    ["behind a fraction", 'Ropes of 2½" and 3½" held.', []],
    ["inside a quotation", '"We had 12" of rain," he said. "More is due."', ['"We had 12" of rain,"', '"More is due."']],
    ["several inside a quotation", '"We had 2" and 3" and 4" of rain," he said.', ['"We had 2" and 3" and 4" of rain,"']],
    ["outside and inside", 'Some 9" fell. "We saw 8" at the quay," he said.', ['"We saw 8" at the quay,"']],
    ["inside curly marks", '“We had 12" of rain,” he said.', ['“We had 12" of rain,”']],
  ])("are no marks: %s", (_, text, expected) => {
    expect(quotationsOf(text)).toEqual(expected.map((quotation) => [quotation]));
  });

  it.each([
    ["before a cue", '"It was 12" he said.', ['"It was 12"']],
    ["before another that ends so", '"It was 12" he said, "or in 1999" and left.', ['"It was 12"', '"or in 1999"']],
    ["before an inch", '"It was 12" he said of the 8" nail.', ['"It was 12"']],
    ["behind an inch", 'The 5" nail held. "In 1999" was all he said.', ['"In 1999"']],
    ["opened by a curly mark", '“It was 12" he said. “Go.”', ['“It was 12"', "“Go.”"]],
  ])("do not keep a quotation that ends with a number from closing: %s", (_, text, expected) => {
    expect(quotationsOf(text)).toEqual(expected.map((quotation) => [quotation]));
  });

  it("close with a number what the line before left open", () => {
    expect(quotationsOf('She said, "The bridge was opened\nin 1999" and left.')[0].join(" ")).toContain('in 1999"');
  });
});

describe("marks that are none", () => {
  it.each([
    ["apostrophes", "It's the Joneses' boat, and it wasn't theirs in the '90s."],
    ["curly apostrophes", "It’s the Joneses’ boat, and it wasn’t theirs in the ’90s."],
    ["feet and inches", "He is 6'3\" tall and she is 5'10\" in shoes."],
    ["an attribute of a tag", 'See <a href="https://example.org" title="A page">this page</a> there.'],
    ["a tweet's attributes", '<tweet author="Ada" date="June 3">The bridge is open</tweet>'],
    ["a link's title", 'See [the page](https://example.org "The page") there.'],
    ["code", 'Write `const name = "Ada"` there.'],
    ["nothing between them", 'She wrote "" and then "—".'],
    ["a nickname", "William “Bill” Clinton and Dwight “the Rock” Johnson came."],
  ])("%s", (_, text) => {
    expect(quotationsOf(text)).toEqual([]);
  });

  it("takes no single marks where the document quotes with double ones", () => {
    const text = "The bridge is shut.\n\n“The bridge is open,” she said. “Go and see,” he said. “No,” said the ‘mayor’ of it.";
    expect(quotationsOf(text)).toHaveLength(3);
  });

  it.each([
    ["'The cost is a worry,' said Rita.", ["'The cost is a worry,'"]],
    ["Paul told the meeting: 'The steel will take a year.'", ["'The steel will take a year.'"]],
    ["He nodded. ‘We will watch every penny.’ He left.", ["‘We will watch every penny.’"]],
    // A heading, a title, a word as a word.
    ["'A fight from start to finish.'", []],
    ["She sang in 'Hello Dear Dolly!' for years.", []],
    ["They spoke of a 'skills gap,' as ever.", []],
  ])("takes a whole statement between single marks for one where the document quotes with double ones: %s", (line, expected) => {
    const text = `“It is late,” said Anne.\n\n“It is long overdue,” she said.\n\n“Begin.”\n\n${line}`;
    expect(quotationsOf(text).flat().slice(3)).toEqual(expected);
  });

  it.each([
    ["‚Nobody leaves,‘ said Karl.", ["‚Nobody leaves,‘"]],
    ["‚Nobody leaves‘, said Karl. ‚Nobody!‘", ["‚Nobody leaves‘", "‚Nobody!‘"]],
    ["‘Nobody leaves‘ today’ he said.", ["‘Nobody leaves‘ today’"]],
  ])("closes a low single mark with a high one: %s", (text, expected) => {
    expect(quotationsOf(text).flat()).toEqual(expected);
  });

  it("finds none in boilerplate", () => {
    const text = "“Read on,” it says.";
    expect(quotationsOf(text, [{ kind: "boilerplate", start: 0, end: text.length }])).toEqual([]);
  });
});

describe("marks that nothing closes", () => {
  it("ends the quotation with its paragraph", () => {
    const text = "“The bridge is open and we shall cross it.\n\nNobody came. “Go,” she said.";
    expect(quotationsOf(text)).toEqual([["“The bridge is open and we shall cross it."], ["“Go,”"]]);
  });

  it("keeps an odd straight mark from turning the others inside out", () => {
    expect(quotationsOf('The 5" nail held. "Good," she said.\n\nThen "Go," he said.')).toEqual([['"Good,"'], ['"Go,"']]);
  });

  it("reaches no further than the piece of a long line it stands in", () => {
    const text = `He said “so. ${"And on it went. ".repeat(4000)}`;
    const [[quotation]] = quotationsOf(text);
    expect(quotation.length).toBeLessThan(17_000);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    " ",
    "\n",
    "\n\n",
    "word",
    "Name",
    ".",
    ",",
    "😀",
    "\r\n",
    "‏",
    "é",
    "7",
    "<a b=",
    ">",
    "`",
  );

  it("gives spans in order that cross nothing and cut no pair of surrogates", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const text = pieces.join("");
        const found = findQuotationSpans(readSourceText(text), { sections: [], declaredTopics: [], authors: [] });
        let last = 0;
        for (const { start, end, spans } of found) {
          expect(spans[0].start).toBe(start);
          expect(spans[spans.length - 1].end).toBe(end);
          for (const span of spans) {
            expect(span.start).toBeGreaterThanOrEqual(last);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
            expect(text.slice(span.start, span.end)).not.toMatch(/[\ud800-\udbff]$|^[\udc00-\udfff]/);
            last = span.end;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("single marks in a headline", () => {
  const body = "She said “it burned” and “it is gone” and “go home” of the 'great' fire.";
  const underHeadline = (headline: string): readonly (readonly string[])[] =>
    quotationsOf(`${headline}\n\n${body}`, [{ kind: "headline", start: 0, end: headline.length }]).slice(0, -3);

  it.each([
    ["Traders 'lost it all' in market fire", "'lost it all'"],
    ["'We lost it all,' traders say of fire", "'We lost it all,'"],
    ["Minister warns of 'chaos' as strikes spread", "'chaos'"],
    ["Rival Calls Weld ‘A Coward’ Over Broken Dam", "‘A Coward’"],
  ])("quote in a text of double marks: %s", (headline, quotation) => {
    expect(underHeadline(headline)).toEqual([[quotation]]);
  });

  it("quote in a first line whatever it is", () => {
    expect(quotationsOf(`Traders 'lost it all.'\n\n${body}`)).toHaveLength(4);
  });

  it("are no nickname's, no apostrophes", () => {
    expect(underHeadline("Robert 'Bob' Weld, maker of boats, dies at 79")).toEqual([]);
    expect(underHeadline("Traders' boats burn in the dogs' night")).toEqual([]);
  });
});

describe("lines that “>” sets apart", () => {
  it("are a quotation where a colon leads them in, a paragraph each", () => {
    const text = "Ada Byron wrote:\n\n> The bridge\n> is open.\n>\n> Do not cross it.\n\nNobody crossed it.";
    expect(quotationsOf(text)).toEqual([["The bridge\n> is open.", "Do not cross it."]]);
  });

  it("are one where a signature ends them, which is no part of it", () => {
    expect(quotationsOf("It rained.\n\n> The bridge is open.\n>\n> — Ada Byron, engineer\n")).toEqual([["The bridge is open."]]);
  });

  it("end where the line after them is empty", () => {
    expect(quotationsOf("She wrote:\n\n> The bridge is open.\n\n> It rained that day.")).toEqual([["The bridge is open."]]);
  });

  it("are what their marks say where they have some", () => {
    expect(quotationsOf("She wrote:\n\n> “The bridge,” he says, “is open.”")).toEqual([["“The bridge,”"], ["“is open.”"]]);
  });

  it("are read to the end of a long run of letters", () => {
    expect(quotationsOf(`She wrote:\n\n> ${"a".repeat(5900)}\n`)).toEqual([]);
  });

  it.each([
    ["a note", "Remember:\n\n> **Note** The bridge is closed today.\n"],
    ["a note of GitHub's", "Remember:\n\n> [!WARNING]\n> The bridge is closed today.\n"],
    ["what nothing leads in", "It rained all day.\n\n> The bridge is closed today.\n"],
    ["what a heading stands over", "## The bridge:\n\n> The bridge is closed today.\n"],
    ["an older mail", "On Mon, 4 Nov 2019 at 21:40, Ada Byron <ada@bridge.example> wrote:\n\n> Dear all,\n> the bridge is closed.\n"],
    ["code", "Run:\n\n> ```\n> open bridge now\n> ```\n"],
    ["a number", "The sum:\n\n> 1,200\n"],
  ])("are none in %s", (_, text) => {
    expect(quotationsOf(text)).toEqual([]);
  });
});

describe("dialogue that dashes set off", () => {
  const TALK = [
    "The boatman pushed the door open.",
    "— Who left the lamp burning? he asked.",
    "— I did, said Nora, turning from the window. You told me to.",
    "— Not tonight!",
    "— Then put it out yourself, she said.",
    "He crossed the room and did so.",
    "— There, said the boatman, now we can sleep.",
  ];
  const EXPECTED = [
    "— Who left the lamp burning?",
    "— I did,",
    "You told me to.",
    "— Not tonight!",
    "— Then put it out yourself,",
    "— There,",
    "now we can sleep.",
  ];

  it("is found in paragraphs, without what is told in between", () => {
    expect(quotationsOf(TALK.join("\n\n")).flat()).toEqual(EXPECTED);
    expect(quotationsOf(TALK.join("\n\n").replaceAll("—", "--")).flat()).toEqual(EXPECTED.map((words) => words.replace("—", "--")));
  });

  it("is found where the paragraphs are lost", () => {
    const text = `${TALK.join(" ")} ${TALK.join(" ")} ${TALK.join(" ")}`;
    expect(quotationsOf(text).flat()).toEqual([...EXPECTED, ...EXPECTED, ...EXPECTED]);
  });

  it.each([
    [
      "the points of a list",
      [
        "The storm in numbers:",
        "— Four bridges are closed, the mayor said.",
        "— Two villages have no power, said Ada Byron of the grid.",
        "— Rain fell for nine days, the mayor said.",
        "— A school was hit, the police said.",
        "— The port reopens on Monday, the mayor said.",
      ],
    ],
    ["a list with hyphens", TALK.map((line) => line.replace("— ", "- "))],
    ["a text with one such paragraph", [...TALK.slice(0, 2), ...Array.from({ length: 8 }, () => "Nobody came to the landing that night.")]],
  ])("is not %s", (_, lines) => {
    expect(quotationsOf(lines.join("\n\n"))).toEqual([]);
  });
});

describe("a quotation over the end of a page", () => {
  const page = (number: number): string =>
    `The inquiry heard in the town hall of Halden that the mayor had been warned, and\n\n${number}\n\nReport of the Inquiry\n\nthat he had done nothing.\n\n`;

  it("goes on behind the number and the running head", () => {
    const text = `${[1, 2, 3].map(page).join("")}She said: “We will not close the\n\n4\n\nReport of the Inquiry\n\nharbour.” He left.`;
    const quote = analyze(text).quotes.find(({ kind }) => kind === "direct");
    expect(quote?.spans.map(({ start, end }) => text.slice(start, end))).toEqual(["“We will not close the", "harbour.”"]);
  });

  it("ends there where a sentence ends or another begins", () => {
    for (const rest of ["Harbours were closed.", "4 May came."]) {
      const text = `${[1, 2, 3].map(page).join("")}She said: “We will not close the\n\n4\n\nReport of the Inquiry\n\n${rest}`;
      const quote = analyze(text).quotes.find(({ kind }) => kind === "direct");
      expect(quote && text.slice(quote.start, quote.end)).toBe("“We will not close the");
    }
  });
});
