import { ENTITY_TYPES, type EntityType } from "../analysis/analysis.js";
import { onOneLine } from "../analysis/oneLine.js";
import { anchorsIn } from "../review/anchors.js";
import { codePointsOf } from "../review/codePoints.js";
import { type Decision, type DecisionBody, decisionsOf, type Occasion, type SpanTarget, VERDICTS } from "../review/decision.js";
import { BRAT_QUOTATION, BRAT_TYPES } from "./brat.js";

/** What an import gave: decisions of one batch, and a sentence for each thing that could not be taken. */
export interface Imported {
  readonly decisions: readonly Decision[];
  readonly problems: readonly string[];
}

const OTHER_TYPES: ReadonlyMap<string, EntityType> = new Map([
  ["per", "person"],
  ["org", "organization"],
  ["organisation", "organization"],
  ["location", "place"],
  ["loc", "place"],
  ["gpe", "place"],
  ["place", "place"],
  ["norp", "group"],
]);

/** So much of a line is read, in UTF-16 code units. */
const LONGEST_LINE = 4096;

/**
 * Reads a brat `.ann` file on a text: names and quotations are added ones, other marks and notes comments; verdicts and speakers are kept.
 * @param text the document's. @param document its path.
 */
export function importBrat(ann: string, text: string, document: string, occasion: Occasion): Imported {
  const bodies: DecisionBody[] = [];
  const problems: string[] = [];
  const points = codePointsOf(text);
  const anchors = anchorsIn(text);
  const targets = new Map<string, SpanTarget>();
  const words = new Map<string, { readonly words: string; readonly type: EntityType }>();
  const lines = ann.split(/\r?\n/).filter((line) => line.trim() !== "");

  for (const line of lines) {
    const bound = /^(T\d+)\t(\S+) (\d+(?: \d+;\d+)* \d+)\t(.*)/.exec(line.slice(0, LONGEST_LINE));
    if (!bound) {
      if (line.startsWith("T")) problems.push(`This line of the .ann file is not understood: ${line.slice(0, 80)}`);
      continue;
    }
    const [, id, type, places, said] = bound;
    const numbers = places.split(/[ ;]/).map(Number);
    const span = { start: points.toUnits(numbers[0]), end: points.toUnits(numbers[numbers.length - 1]) };
    if (span.end <= span.start || span.end > text.length) {
      problems.push(`${id} lies outside the text.`);
      continue;
    }
    // The file may be on another text, or on this one as it was.
    if (numbers.length === 2 && line.length <= LONGEST_LINE && onOneLine(said) !== onOneLine(text.slice(span.start, span.end))) {
      problems.push(`${id} is not on the words that the .ann file gives it: ${onOneLine(said).slice(0, 80)}`);
      continue;
    }
    const entityType = typeNamed(type);
    const item = entityType ? "mention" : type === BRAT_QUOTATION ? "quotation" : "selection";
    const target = anchors.target(span, item);
    targets.set(id, target);
    const name = onOneLine(text.slice(span.start, span.end));
    if (entityType) {
      words.set(id, { words: name, type: entityType });
      bodies.push({ kind: "add-name", target, of: { kind: "name", name, type: entityType } });
    } else if (item === "quotation") {
      bodies.push({ kind: "add-quotation", target, quoteKind: /^["“„«'‘]/.test(name) ? "direct" : "indirect" });
    } else {
      bodies.push({ kind: "comment", target, text: type });
    }
  }
  for (const line of lines) bodies.push(...linkedBody(line, targets, words));
  return { decisions: decisionsOf(bodies, document, occasion), problems };
}

function linkedBody(
  line: string,
  targets: ReadonlyMap<string, SpanTarget>,
  words: ReadonlyMap<string, { readonly words: string; readonly type: EntityType }>,
): DecisionBody[] {
  const [, kind, rest = ""] = line.split("\t");
  if (kind === undefined) return [];
  const [label, first = "", second = ""] = kind.split(" ");
  if (line.startsWith("#")) {
    const target = targets.get(first);
    return target ? [{ kind: "comment", target, text: rest }] : [];
  }
  if (line.startsWith("A") || line.startsWith("M")) {
    const target = targets.get(first);
    const verdict = VERDICTS.find((one) => one === second);
    return target && verdict && label === "Verdict" ? [{ kind: "verdict", target, verdict }] : [];
  }
  if (line.startsWith("R") && label === "Speaker") {
    const target = targets.get(first.slice(first.indexOf(":") + 1));
    const named = words.get(second.slice(second.indexOf(":") + 1));
    if (!target || !named) return [];
    return [{ kind: "speaker", target, speaker: { kind: "entity", name: { kind: "name", name: named.words, type: named.type } } }];
  }
  return [];
}

function typeNamed(label: string): EntityType | undefined {
  const lower = label.toLowerCase();
  return ENTITY_TYPES.find((type) => type === lower || BRAT_TYPES[type].toLowerCase() === lower) ?? OTHER_TYPES.get(lower);
}
