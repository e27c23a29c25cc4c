// Makes src/analysis/topics/commonWords.json: how common words are in news. Run: node src/development/run.mjs src/training/makeCommonWords.ts [CORPORA]
import { writeFileSync } from "node:fs";
import { readSourceText, tokenText } from "../analysis/text/sourceText.js";
import { TokenKind } from "../analysis/text/tokens.js";
import { DEFAULT_CORPORA, readCorpus } from "./corpora.js";

const WORDS = 2500;
const TARGET = "src/analysis/topics/commonWords.json";

const counts = new Map<string, number>();
let total = 0;
for (const { text } of readCorpus(process.argv[2] ?? DEFAULT_CORPORA, "train/gmb.train")) {
  for (const { block } of readSourceText(text).blocks) {
    for (let i = 0; i < block.tokens.count; i++) {
      const word = tokenText(block, i);
      if (block.tokens.kinds[i] !== TokenKind.Word || !/^\p{Ll}{2,}$/u.test(word)) continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
      total++;
    }
  }
}
const common = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, WORDS);
const byRarity = new Map<number, string[]>();
for (const [word, count] of common) {
  const bits = Math.floor(-Math.log2(count / total));
  byRarity.set(bits, [...(byRarity.get(bits) ?? []), word]);
}
const rows = [...byRarity].map(([bits, words]) => `    "${bits}": ${JSON.stringify(words.join(" "))}`);
const source =
  "Counted in the training part of the Groningen Meaning Bank (public domain texts) by src/training/makeCommonWords.ts: the commonest words of news in lower case, by the bits of information one of them carries.";
writeFileSync(TARGET, `{\n  "source": ${JSON.stringify(source)},\n  "bits": {\n${rows.join(",\n")}\n  }\n}\n`);
