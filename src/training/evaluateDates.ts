import { dayNumber, isoDate, readIsoDay, weekday } from "../analysis/dates/calendar.js";
import { createDateFinder } from "../analysis/dates/dates.js";
import { readSourceText } from "../analysis/text/sourceText.js";
import { type CorpusDocument, type CorpusEntity, readCorpus } from "./corpora.js";
import type { Evaluation } from "./figures.js";

const NO_DAYS = 366;

/**
 * Measures dates on TimeBank: found (the spans overlap) with the right value. References without a value in ISO 8601
 * (PRESENT_REF, 1989-WXX, PXM …) are not asked for, and what is found in their place counts for nothing.
 */
export const evaluateDates: Evaluation = ({ corpora, writeErrors, note }) => {
  const finder = createDateFinder();
  const errors: string[] = [];
  const tally = { right: 0, found: 0, wanted: 0, overlapping: 0, all: 0 };
  for (const document of readCorpus(corpora, "measure/timebank")) {
    const source = readSourceText(document.text);
    const date = documentDate(document);
    const sections = [{ kind: "body" as const, start: 0, end: document.text.length }];
    const found = finder.find(source, { sections, ...(date !== undefined && { date }), declaredTopics: [], authors: [] });
    const gold = document.entities;
    tally.all += gold.length;
    tally.wanted += gold.filter(hasValue).length;
    const used = new Set<CorpusEntity>();
    for (const { start, end, value } of found) {
      const over = gold.find((entity) => !used.has(entity) && entity.start < end && entity.end > start);
      if (over) used.add(over);
      if (over && !hasValue(over)) continue;
      tally.found++;
      if (over) tally.overlapping++;
      if (over && sameValue(value, over.value ?? "")) tally.right++;
      else
        errors.push(
          `${over ? "value" : "false"}\t${value}\t${over?.value ?? ""}\t${context(document.text, start, end)}\t${date ?? "?"} ${document.id}`,
        );
    }
    for (const entity of gold) {
      if (!used.has(entity) && hasValue(entity)) {
        errors.push(`missed\t\t${entity.value}\t${context(document.text, entity.start, entity.end)}\t${date ?? "?"} ${document.id}`);
      }
    }
  }
  writeErrors("dates-timebank.txt", errors.sort());
  const precision = (100 * tally.right) / tally.found;
  const recall = (100 * tally.right) / tally.wanted;
  note(
    `dates timebank: precision ${precision.toFixed(1)}, recall ${recall.toFixed(1)}; found with any value: recall ${((100 * tally.overlapping) / tally.wanted).toFixed(1)}`,
  );
  note(
    `dates timebank, ${tally.all - tally.wanted} references without an ISO value asked for too: F1 ${((200 * tally.right) / (tally.found + tally.all)).toFixed(1)}`,
  );
  return [{ name: "dates timebank F1", value: (200 * tally.right) / (tally.found + tally.wanted), atLeast: 70, aim: 82 }];
};

function hasValue({ type, value = "" }: CorpusEntity): boolean {
  return type !== "SET" && !/_REF$|X/.test(value) && value !== "";
}

/** Equal values; a part of a day is left to the day. */
function sameValue(found: string, gold: string): boolean {
  const day = gold.replace(/T(?:MO|AF|EV|NI|MI|DT)$/, "");
  return found === gold || found === day || found === `${day}:00` || (found.length > 10 && day.length === 10 && found.startsWith(day));
}

/** The day a document is from: of its name, or the day from which most of its "yesterday", "today" and weekdays are reckoned. */
function documentDate({ id, text, entities }: CorpusDocument): string | undefined {
  const full = /(?<!\d)(19[89]\d)(\d\d)(\d\d)(?!\d)/.exec(id);
  if (full) return `${full[1]}-${full[2]}-${full[3]}`;
  const short = /(?:AP|WSJ|ea|ed)(\d\d)(\d\d)(\d\d)/.exec(id);
  if (short) return `19${short[1]}-${short[2]}-${short[3]}`;
  const ordinal = /(\d\d)-0?6?(\d\d)(\d\d\d)/.exec(id);
  if (ordinal && id.includes("SJMN")) return isoDate(dayNumber(1991, 12, 4));
  const votes = new Map<number, number>();
  const vote = (day: number, weight: number): void => void votes.set(day, (votes.get(day) ?? 0) + weight);
  for (const { start, end, value = "" } of entities) {
    const words = text.slice(start, end).toLowerCase();
    const day = /^\d{4}-\d\d-\d\d$/.test(value) ? readIsoDay(value) : null;
    if (day === null) continue;
    if (words === "yesterday") vote(day + 1, 100);
    else if (words === "today") vote(day, 100);
    else if (words === "tomorrow") vote(day - 1, 100);
    else if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(words)) for (let i = 0; i < 7; i++) vote(day + i, 1 - i / 100);
  }
  const best = [...votes].sort((a, b) => b[1] - a[1])[0];
  if (best) return isoDate(best[0]);
  const years = entities.flatMap(({ start, end, value = "" }) => {
    const words = text.slice(start, end).toLowerCase();
    const year = /^(\d{4})/.exec(value)?.[1];
    if (year === undefined) return [];
    if (words === "last month" || words === "this month") return [value.slice(0, 7)];
    return words === "this year" || words === "last year" ? [String(Number(year) + (words === "last year" ? 1 : 0))] : [];
  });
  return years[0] === undefined ? guessFromDays(entities) : `${years[0].slice(0, 4)}-10-28`;
}

/** Without any word that counts from the day: near the days it names. */
function guessFromDays(entities: readonly CorpusEntity[]): string | undefined {
  const days = entities.flatMap(({ value = "" }) => (/^\d{4}-\d\d-\d\d$/.test(value) ? [readIsoDay(value) ?? 0] : []));
  const first = days[0];
  if (first === undefined) return entities.some(({ value = "" }) => /^19(?:88|89|90)/.test(value)) ? "1989-10-28" : undefined;
  return Math.abs(first - dayNumber(1989, 10, 28)) < NO_DAYS ? "1989-10-28" : isoDate(first + (8 - weekday(first)));
}

function context(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 50), start);
  return `${before}[[${text.slice(start, end)}]]${text.slice(end, end + 30)}`.replace(/\s+/g, " ");
}
