import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CharClass, charClass } from "../../../src/analysis/text/characters.js";
import { readBlock, tokenText } from "../../../src/analysis/text/sourceText.js";
import { TokenKind, tokenize } from "../../../src/analysis/text/tokens.js";

function words(text: string): string[] {
  const block = readBlock(text);
  return Array.from({ length: block.tokens.count }, (_, i) => tokenText(block, i));
}

function kindOf(text: string, token: string): number {
  const block = readBlock(text);
  return block.tokens.kinds[words(text).indexOf(token)];
}

describe("tokens", () => {
  it("keeps names with apostrophes, hyphens and particles whole", () => {
    expect(words("Sana'a O'Brien al-Maliki Abdul-Mahdi Isra’a")).toEqual(["Sana'a", "O'Brien", "al-Maliki", "Abdul-Mahdi", "Isra’a"]);
  });

  it("parts a name from what only follows it", () => {
    expect(words("U.S.-led Paris-based anti-U.S. AT&T")).toEqual(["U.S.", "-", "led", "Paris", "-", "based", "anti-U.S.", "AT&T"]);
  });

  it("keeps a legal form with a slash whole, and initials at the end of a wrapped line", () => {
    expect(words("Halden A/S and Velm S/A sold A/B tests")).toEqual("Halden|A/S|and|Velm|S/A|sold|A|/|B|tests".split("|"));
    expect(words("Mr. Thos. Keogh left")).toEqual(["Mr.", "Thos.", "Keogh", "left"]);
    expect(words("Mr. A. J.\nWeld left")).toEqual(["Mr.", "A.", "J.", "Weld", "left"]);
  });

  it("parts two states, and leaves one state whole", () => {
    expect(words("US-China talks, the Korea-U.S. pact and Austria-Hungary, Guinea-Bissau, Jordan-Smith")).toEqual(
      "US|-|China|talks|,|the|Korea|-|U.S.|pact|and|Austria-Hungary|,|Guinea-Bissau|,|Jordan-Smith".split("|"),
    );
  });

  it("parts what a wire's headline begins with from its first word", () => {
    expect(words("FACTBOX-Who's who")).toEqual(["FACTBOX", "-", "Who", "'s", "who"]);
    expect(words("The COVID-Free and FACTBOX-Who")).toEqual(["The", "COVID-Free", "and", "FACTBOX-Who"]);
  });

  it("has none in HTML's tags, in comments and where a link leads", () => {
    expect(words('<p>See <a href="https://example.com/x" title="said Bob > Weld">Ann Holm</a>.<br/><!-- Jan Roth --></p>')).toEqual(
      "See|Ann|Holm|.".split("|"),
    );
    expect(words('[Ann Holm](https://example.com/(x) "said Bob") left ![a map](map.png)')).toEqual("[|Ann|Holm|left|!|[|a|map".split("|"));
  });

  it("keeps what only looks like a tag or a link", () => {
    expect(words("<abyron> Thanks")).toEqual(["<", "abyron", ">", "Thanks"]);
    expect(words("a <b and c> d [sic](he said so)")).toContain("said");
    expect(words("if a<b then")).toEqual(["if", "a", "<", "b", "then"]);
  });

  it("parts the possessive, after numbers too", () => {
    expect(words("Iraq's al-Nujaifi’s 1989's")).toEqual(["Iraq", "'s", "al-Nujaifi", "’s", "1989", "'s"]);
  });

  it("keeps the full stops of abbreviations and initials", () => {
    expect(words("Mr. J. R. Roe Jr. of the U.N. at 3 p.m. with a Ph.D. v. Doe")).toEqual(
      "Mr.|J.|R.|Roe|Jr.|of|the|U.N.|at|3|p.m.|with|a|Ph.D.|v.|Doe".split("|"),
    );
  });

  it("joins a word that is parted at a line's end, and keeps a hyphen of its own", () => {
    expect(words("Jerome Aber-\n    nathy testi-\r\nfied on the pro-\nvince")).toEqual([
      "Jerome",
      "Abernathy",
      "testified",
      "on",
      "the",
      "province",
    ]);
    expect(words("al-\nMaliki, anti-\nwar and Paris-\nbased")).toEqual(["al-Maliki", ",", "anti-war", "and", "Paris", "-", "based"]);
    expect(words("Aber\u00ad\nnathy's re-")).toEqual(["Abernathy", "'s", "re", "-"]);
    expect(words("one -\ntwo, 10-\nyear, and so-\n\non")).toEqual("one|-|two|,|10|-|year|,|and|so|-|on".split("|"));
  });

  it("takes No. for an abbreviation only before a number", () => {
    expect(words("No. 10")).toEqual(["No.", "10"]);
    expect(words("No. That")).toEqual(["No", ".", "That"]);
  });

  it("takes the n of rock 'n' roll for a word and other apostrophes for marks", () => {
    expect(words("rock 'n' roll")).toEqual(["rock", "'n'", "roll"]);
    expect(kindOf("the 'n' word", "'n'")).toBe(TokenKind.Word);
    expect(kindOf("the dogs' home", "'")).toBe(TokenKind.QuotationMark);
  });

  it("gives words without soft hyphens and marks of direction, and leaves their places alone", () => {
    const block = readBlock("Minister\u200e Ann\u00adWeld");
    expect(block.words).toEqual(["Minister", "AnnWeld"]);
    expect([...block.tokens.ends]).toEqual([9, 18]);
  });

  it("keeps emoji with their joiners, flags and combining marks in one token", () => {
    expect(words("👨‍👩‍👧 na\u0308ive e\u0301te\u0301")).toEqual(["👨‍👩‍👧", "na\u0308ive", "e\u0301te\u0301"]);
  });

  it("parts at no-break spaces and byte order marks", () => {
    expect(words("\uFEFFNouri\u00A0al-Maliki")).toEqual(["Nouri", "al-Maliki"]);
  });

  it("reads numbers, links and handles", () => {
    expect(words("$1,000.50 at 10:30 a.m., see https://example.org/a?b=c. or jane.doe@example.org, @doe #iraq")).toEqual(
      "$|1,000.50|at|10:30|a.m.|,|see|https://example.org/a?b=c|.|or|jane.doe@example.org|,|@doe|#iraq".split("|"),
    );
    expect(kindOf("@doe said", "@doe")).toBe(TokenKind.Link);
  });

  it("reads Arabic, Hebrew and Chinese", () => {
    expect(words("قال المالكي: «لا»")).toEqual(["قال", "المالكي", ":", "«", "لا", "»"]);
    expect(words("שלום עולם.")).toEqual(["שלום", "עולם", "."]);
  });

  it("leaves out what emphasizes words, and no other asterisks and underscores", () => {
    expect(words("In **Oslo**, _Jane Doe_ read *The Times*: **“No,”** she said*.")).toEqual(
      "In|Oslo|,|Jane|Doe|read|The|Times|:|“|No|,|”|she|said|.".split("|"),
    );
    expect(words("* one f***ing 5*3 snake_case\n***\n____")).toEqual("*|one|f|*|*|*|ing|5|*|3|snake|_|case|*|*|*|_|_|_|_".split("|"));
  });

  it("takes asterisks and underscores of a plain text for text", () => {
    const text = "In **Oslo**";
    const { count, starts, ends } = tokenize(text, "plain");
    expect(Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]))).toEqual(["In", "*", "*", "Oslo", "*", "*"]);
  });

  it("covers every character that is neither white space nor emphasis, in order, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) => {
        const tokens = tokenize(text);
        let covered = 0;
        for (let i = 0; i < tokens.count; i++) {
          expect(tokens.starts[i]).toBeGreaterThanOrEqual(covered);
          expect(tokens.ends[i]).toBeGreaterThan(tokens.starts[i]);
          for (const left of text.slice(covered, tokens.starts[i]).replaceAll(/[*_]/g, " "))
            expect(charClass(left.charCodeAt(0))).toBeLessThanOrEqual(CharClass.NewLine);
          covered = tokens.ends[i];
        }
        expect(covered).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("never parts the two halves of a character outside the first plane", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const tokens = tokenize(text);
        for (let i = 0; i < tokens.count; i++) {
          const code = text.charCodeAt(tokens.starts[i]);
          expect(code >= 0xdc00 && code <= 0xdfff).toBe(false);
        }
      }),
    );
  });

  it("takes lone surrogates as they are", () => {
    expect(words("\ud800 lone \udc00")).toEqual(["\ud800", "lone", "\udc00"]);
  });
});
