// Learns which words are verb forms from the corpora a shipped model may learn from; npm run train:speakers runs it first.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import functionWords from "../analysis/quotes/functionWords.json";
import { readSourceText, tokenText } from "../analysis/text/sourceText.js";
import { TokenKind } from "../analysis/text/tokens.js";
import { DEFAULT_CORPORA, readCorpus } from "./corpora.js";

const CORPORA = ["gmb.train", "gum.train", "meantime", "wikigold", "crossner", "re3d", "litbank", "uner_ewt"];
const FILE = join("src", "analysis", "quotes", "verbForms.json");
const SOURCE =
  "Words that stand where verbs stand far more often than where nouns stand, learned by npm run train:speakers from Groningen Meaning Bank, GUM, MEANTIME, WikiGold, CrossNER, re3d, LitBank and UNER English-EWT.";

const FEWEST = 3;
const LEAST_RATIO = 2;

interface Evidence {
  verb: number;
  noun: number;
  all: number;
}

const SUBJECTS = new Set(["he", "she", "they", "we", "i", "who", "it", "you"]);
const BEFORE_BASE = new Set([...functionWords.modal, "to", "did", "does", "do", "didn't", "don't", "doesn't"]);
const BEFORE_NOUN = new Set([...functionWords.determiner, ...functionWords.possessive, "of", "in", "'s", "’s", "with", "for", "from"]);
const BE = new Set(functionWords.be);
const AFTER_VERB = new Set(["the", "a", "an", "him", "them", "his", "her", "their", "its", "it", "that", "me", "us"]);
const KNOWN = new Set(Object.entries(functionWords).flatMap(([list, words]) => (list === "source" ? [] : words)));

function countAll(folder: string): ReadonlyMap<string, Evidence> {
  const counts = new Map<string, Evidence>();
  for (const corpus of CORPORA) {
    for (const { text } of readCorpus(folder, join("train", corpus))) count(text, counts);
  }
  return counts;
}

function count(text: string, counts: Map<string, Evidence>): void {
  for (const { block } of readSourceText(text).blocks) {
    const words = Array.from({ length: block.tokens.count }, (_, i) => tokenText(block, i));
    words.forEach((word, i) => {
      if (block.tokens.kinds[i] !== TokenKind.Word || word.length < 3 || word !== word.toLowerCase() || KNOWN.has(word)) return;
      const evidence = counts.get(word) ?? { verb: 0, noun: 0, all: 0 };
      counts.set(word, evidence);
      evidence.all++;
      const before = words[i - 1] ?? "";
      const after = words[i + 1] ?? "";
      const small = before.toLowerCase();
      if (SUBJECTS.has(small) || (BEFORE_BASE.has(small) && after !== "of")) evidence.verb++;
      else if (BEFORE_NOUN.has(small) || (BE.has(small) && !word.endsWith("ed"))) evidence.noun++;
      else if (AFTER_VERB.has(after) || (/^\p{Lu}/u.test(before) && AFTER_VERB.has(after))) evidence.verb += 0.7;
      if (after === "of") evidence.noun += 0.5;
    });
  }
}

function main(folder: string): void {
  const verbs = Array.from(countAll(folder))
    .filter(([word, { verb, noun }]) => !word.endsWith("ing") && !word.endsWith("ly") && verb >= FEWEST && verb >= LEAST_RATIO * noun)
    .map(([word]) => word)
    .sort();
  console.log(`${verbs.length} verb forms`);
  writeFileSync(FILE, `{\n  "source": ${JSON.stringify(SOURCE)},\n  "words": ${JSON.stringify(verbs.join(" "))}\n}\n`);
}

main(process.argv[2] ?? DEFAULT_CORPORA);
