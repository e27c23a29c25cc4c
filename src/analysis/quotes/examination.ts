import type { Span } from "../analysis.js";
import { memoByBlock } from "../text/blockMemo.js";
import { compiled } from "../text/compiled.js";
import type { Block, PlacedBlock } from "../text/sourceText.js";

const LONGEST = 240;
const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|la|van|von|der|bin|al)){0,5}`;
/** "BY MS. ARCHER:", "EXAMINATION BY MR. WEISS". */
const EXAMINER = compiled(
  /^(?:(?:(?:FURTHER|DIRECT|CROSS|REDIRECT|RECROSS|RE-DIRECT|RE-CROSS)[ -])*EXAMINATION\s+)?BY\s+((?:MR|MRS|MS|DR)\.?\s+\p{Lu}[\p{L}.'’ -]{1,40}|THE COURT):?$/iu,
);
/** "DEPOSITION OF RAYMOND POOLE", "Testimony of Dr. Ada Byron, resumed". */
const WITNESS_OF = compiled(
  new RegExp(
    String.raw`^(?:(?:VIDEOTAPED|ORAL|CONTINUED|VIDEO|DIRECT|CROSS|Videotaped|Oral|Continued|Direct|Cross)[ -])*(?:DEPOSITION|EXAMINATION|TESTIMONY|Deposition|Examination|Testimony)\s+(?:OF|of)\s+(${NAME})(?:$|,|\s\()`,
    "u",
  ),
);
/** "RAYMOND POOLE, having been first duly sworn, testified as follows:", "CAPTAIN RAYMOND POOLE (sworn)". */
const SWORN = compiled(
  new RegExp(
    String.raw`^(?=\p{Lu}{2})(${NAME})(?:,[^\n]{0,80}?\b(?:[Ss]worn|SWORN|[Aa]ffirmed|AFFIRMED|called as (?:a|the) witness)\b|\s\((?:[Ss]worn|SWORN|[Aa]ffirmed|AFFIRMED|[Rr]ecalled|RECALLED|[Rr]esumed|RESUMED)\))`,
    "u",
  ),
);

interface Line {
  readonly tells: "examiner" | "witness";
  /** Offsets in the block. */
  readonly name: Span;
}

const lineOf = memoByBlock(({ text }: Block): Line | null => {
  if (text.length > LONGEST) return null;
  const examiner = EXAMINER.exec(text);
  if (examiner) return { tells: "examiner", name: placed(text, examiner[1]) };
  const witness = WITNESS_OF.exec(text) ?? SWORN.exec(text);
  return witness && { tells: "witness", name: placed(text, witness[1]) };
});

function placed(text: string, words: string): Span {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

const ASKS: ReadonlySet<string> = new Set(["Q", "QUESTION"]);
const ANSWERS: ReadonlySet<string> = new Set(["A", "ANSWER", "THE WITNESS", "WITNESS", "THE DEPONENT", "DEPONENT"]);

/** Who asks and who answers in what a court takes down, where its lines say so: told of each block in turn. */
export class Examination {
  #examiner: Span | null = null;
  #witness: Span | null = null;

  /** Notes whom a line names; whether it is such a line, and said by nobody. */
  meet({ start, block }: PlacedBlock): boolean {
    const line = lineOf(block);
    if (!line) return false;
    const name = { start: start + line.name.start, end: start + line.name.end };
    if (line.tells === "examiner") this.#examiner = name;
    else this.#witness = name;
    return true;
  }

  /** The words of a line above that name whom a label means; null where none do. */
  meantBy(label: string): Span | null {
    return ASKS.has(label) ? this.#examiner : ANSWERS.has(label.toUpperCase()) ? this.#witness : null;
  }
}
