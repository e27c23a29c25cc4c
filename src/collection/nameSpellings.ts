import type { Analysis } from "../analysis/analysis.js";
import type { Finding } from "./finding.js";
import { spelledOtherwise } from "./nameFolding.js";
import { namesIn } from "./nameRegister.js";
import { exactPassages, wordIds } from "./passages.js";
import type { SourceIndex } from "./sourceIndex.js";
import { readWords } from "./words.js";

/** The names of a draft that no source spells so, while one has the same name in another spelling; each at its first place. */
export function nameSpellings(index: SourceIndex, text: string, analysis: Analysis): readonly Finding[] {
  const reported = new Set<string>();
  return namesIn(0, text, analysis).flatMap(({ surface, type, parts, start, end }) => {
    const key = parts.join(" ");
    if (reported.has(key) || stands(index, surface) || stands(index, key)) return [];
    const known = index.names.find((name) => name.type === type && spelledOtherwise(parts, name.parts));
    if (known === undefined) return [];
    reported.add(key);
    const { path } = index.documents[known.document];
    const message = `No source spells this name “${surface}”; ${path} has “${known.surface}”.`;
    return [
      {
        rule: "name-spelling",
        start,
        end,
        message,
        places: [{ path, start: known.start, end: known.end, words: known.surface }],
        differences: [],
      } satisfies Finding,
    ];
  });
}

function stands(index: SourceIndex, name: string): boolean {
  return exactPassages(index, wordIds(index, readWords(name).keys)).length > 0;
}
