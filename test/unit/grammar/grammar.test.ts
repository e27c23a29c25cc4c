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
