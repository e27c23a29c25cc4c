import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar } from "vscode-textmate";

const SCOPE = "text.source-document";
const GRAMMAR = "syntaxes/source-document.tmLanguage.json";

let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(Uint8Array.from(wasm).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => (scope === SCOPE ? textmate.parseRawGrammar(readFileSync(GRAMMAR, "utf8"), GRAMMAR) : null),
  });
  const loaded = await registry.loadGrammar(SCOPE);
  if (!loaded) throw new Error("The grammar was not found.");
  grammar = loaded;
});

/** The text of all tokens that bear a scope beginning so, line by line. */
function scoped(text: string, scope: string): string[] {
  const found: string[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    const parts = tokens.filter(({ scopes }) => scopes.some((name) => name.startsWith(scope)));
    if (parts.length > 0) found.push(parts.map(({ startIndex, endIndex }) => line.slice(startIndex, endIndex)).join(""));
  }
  return found;
}

const PAGE = `Council agrees to rebuild the bridge

The river crossing at Varna closed in March after a flood.

Workers inspect the pillars of the bridge, Jan. 12, 2014. Photo by MERIDIAN/Jonas Weil.

Topics covered

bridges, varna, public works

Jun 13, 2014

By Leila Brandt and Tom Eklund

VARNA, June 13 (Reuters) - The council said on Friday it would “rebuild the crossing within a year,” and called it 'a must.'

WHO PAYS

The mayor said, "We will ask the ministry. It's their bridge."

Continue reading this article by registering at no cost:
  • The Archives
  • Exclusive Events

More from  Leila Brandt`;

describe("the grammar of a source document", () => {
  it("colours the parts of a news page", () => {
    expect(scoped(PAGE, "markup.heading.1")).toEqual(["Council agrees to rebuild the bridge"]);
    expect(scoped(PAGE, "markup.italic.caption")).toEqual([
      "Workers inspect the pillars of the bridge, Jan. 12, 2014. Photo by MERIDIAN/Jonas Weil.",
    ]);
    expect(scoped(PAGE, "keyword.other.topics")).toEqual(["Topics covered"]);
    expect(scoped(PAGE, "entity.name.tag.topics")).toEqual(["bridges, varna, public works"]);
    expect(scoped(PAGE, "constant.numeric.date")).toEqual(["Jun 13, 2014"]);
    expect(scoped(PAGE, "entity.name.type.author")).toEqual(["Leila Brandt and Tom Eklund"]);
    expect(scoped(PAGE, "constant.other.dateline")).toEqual(["VARNA, June 13 (Reuters)"]);
    expect(scoped(PAGE, "markup.heading.2")).toEqual(["WHO PAYS"]);
    expect(scoped(PAGE, "comment")).toEqual([
      "Continue reading this article by registering at no cost:",
      "  • The Archives",
      "  • Exclusive Events",
      "More from  Leila Brandt",
    ]);
  });

  it("colours quotations as strings, curly and straight", () => {
    expect(scoped(PAGE, "string.quoted.double")).toEqual([
      "“rebuild the crossing within a year,”",
      '"We will ask the ministry. It\'s their bridge."',
    ]);
    expect(scoped("Title\n\nHe said ‘it’s late’ and “she said ‘no’ to it.”", "string.quoted.single")).toEqual(["‘it’s late’‘no’"]);
  });

  it("ends an unclosed quotation with its paragraph", () => {
    expect(scoped("Title\n\n“Never closed\nstill open.\n\nNot quoted.", "string.quoted")).toEqual(["“Never closed", "still open."]);
  });

  it("leaves apostrophes and inches alone", () => {
    expect(scoped("Title\n\nIt's Sana'a, the dogs' home, rock 'n' roll and a 6\" nail.", "string")).toEqual([]);
  });

  it("takes the first line for a headline only where it can be one", () => {
    expect(scoped("He left. It was late, and nobody had come.\n", "markup.heading")).toEqual([]);
    expect(scoped("IRAQ-CRISIS/KURDS (UPDATE 2)\n\nText.", "comment.line.slug")).toEqual(["IRAQ-CRISIS/KURDS (UPDATE 2)"]);
    expect(scoped("Not first\n\nA second line", "markup.heading.1")).toEqual(["Not first"]);
  });

  it("finds the headline below a page's furniture", () => {
    const page =
      "Skip to content\nHome | World | Europe\n\nReuters World News\n\nCouncil agrees to rebuild the bridge\n\nBy Jane Doe\n\nText.";
    expect(scoped(page, "markup.heading.1")).toEqual(["Council agrees to rebuild the bridge"]);
    expect(scoped(page, "comment")).toEqual(["Skip to content", "Home | World | Europe", "Reuters World News"]);
    expect(scoped(page, "entity.name.type.author")).toEqual(["Jane Doe"]);
    expect(scoped("FOR IMMEDIATE RELEASE\nMarch 14, 2014\n\nText.", "constant.numeric.date")).toEqual(["March 14, 2014"]);
  });

  it("colours front matter, and no quotation in it", () => {
    const text =
      '---\ntitle: "The bridge"\nauthor: Jane Doe\ndate: 2014-06-13\ntags: [varna]\nlayout: "post"\n---\n\n# The bridge\n\nShe said, "No."';
    expect(scoped(text, "markup.heading.1")).toEqual(['"The bridge"']);
    expect(scoped(text, "entity.name.type.author")).toEqual(["Jane Doe"]);
    expect(scoped(text, "constant.numeric.date")).toEqual(["2014-06-13"]);
    expect(scoped(text, "entity.name.tag.topics")).toEqual(["[varna]"]);
    expect(scoped(text, "string")).toEqual(['"No."']);
  });

  it.each([
    "Advertisement",
    "Sign up for our morning newsletter.",
    "Subscribe to The River Letter",
    "Read more: A ferry for Varna",
    "You may also be interested in:\nA ferry for Varna\nWhy the river floods",
    "Forward-Looking Statements\nThis release says what may come. It may not.",
    "Our Standards: The Principles of the Lamp.",
    "Page 2 of 3",
    "- 2 -",
    "-----Original Message-----",
  ])("colours what is none of the text: %s", (lines) => {
    expect(scoped(`Title\n\nThe council met.\n\n${lines}\n\nIt agreed.`, "comment")).toEqual(lines.split("\n"));
  });

  it.each([
    "Sign up for the ferry began on Monday.",
    "Related to the mayor, he left.",
    "The share of votes fell.",
    "Page after page was read.",
  ])("leaves text alone: %s", (line) => {
    expect(scoped(`Title\n\nThe council met.\n\n${line}\n\nIt agreed.`, "comment")).toEqual([]);
  });

  it.each([
    "Image source, AFP",
    "Image caption,\nThe bridge in March",
    "Smoke above the bridge [File: Jane Doe/Reuters]",
    "The mayor at the bridge. JANE DOE / AFP",
    "The bridge of Varna. Photograph: Jane Doe/The Lamp",
    "Figure 1: Ships on the river",
  ])("colours a caption: %s", (lines) => {
    expect(scoped(`Title\n\nThe council met.\n\n${lines}\n\nIt agreed.`, "markup.italic.caption")).toEqual(lines.split("\n"));
  });

  it.each(["2.1 The price of the bridge", "IV. DISCUSSION", "Executive summary", "Background[edit]", "'Never seen such rain'"])(
    "colours a heading: %s",
    (line) => {
      expect(scoped(`Title\n\nThe council met.\n\n${line}\n\nIt agreed.`, "entity.name.section")).toEqual(["Title", line]);
    },
  );

  it("colours times, dates below their label and the head of a quoted mail", () => {
    const text =
      "Title\n\nPublished\n3 May 2014\n\n10:58 pm\n\nUpdated at 23.51 BST\n\n> On 4 Nov 2014 at 21:40, Tom Hale <hale@varna.example> wrote:\n> No.";
    expect(scoped(text, "keyword.other.date")).toEqual(["Published"]);
    expect(scoped(text, "constant.numeric.date")).toEqual(["3 May 2014", "10:58 pm", "Updated at 23.51 BST"]);
    expect(scoped(text, "keyword.other.byline")).toEqual(["On 4 Nov 2014 at 21:40, Tom Hale <hale@varna.example> wrote:"]);
  });

  it("tells speakers in a transcript", () => {
    expect(scoped("Title\n\nQ: Why?\n\nMR. EARNEST: Because it is late.", "entity.name.tag.speaker")).toEqual(["Q", "MR. EARNEST"]);
  });

  it("is registered for documents in seeds and sources", () => {
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));
    const [language] = contributes.languages;
    expect(language).toMatchObject({ id: "source-document", aliases: ["Source Document"] });
    expect(language.filenamePatterns).toEqual(["**/seeds/**/*.txt", "**/sources/**/*.txt"]);
    expect(contributes.grammars[0]).toMatchObject({ language: "source-document", scopeName: SCOPE, path: `./${GRAMMAR}` });
    expect(() => JSON.parse(readFileSync(language.configuration, "utf8"))).not.toThrow();
  });

  it("keeps whole words with apostrophes, hyphens and accents for the editor", () => {
    const { wordPattern } = JSON.parse(readFileSync("syntaxes/language-configuration.json", "utf8"));
    const words = "Sana'a al-Maliki’s Čapek, 2014".match(new RegExp(wordPattern.pattern, `g${wordPattern.flags}`));
    expect(words).toEqual(["Sana'a", "al-Maliki’s", "Čapek", "2014"]);
  });
});
