import { type Analysis, ENTITY_TYPES, type Entity, type Quote } from "../analysis/analysis.js";
import { withoutLineNumbers } from "../analysis/lineNumbers.js";
import { speakersOf } from "../analysis/speakersOf.js";
import { topicKey } from "../analysis/topics/topicKey.js";
import { LONGEST_QUOTATION, type SpeakerKind } from "./answers.js";
import { fingerprintsOf } from "./fingerprints.js";
import { identityFacts } from "./identityFacts.js";
import { identityKeys } from "./identityKeys.js";
import { linesOf } from "./lines.js";
import { isNamed } from "./nameRegister.js";
import { writePrints } from "./quotePrints.js";
import { RecordWriter } from "./recordBytes.js";
import { HEADER, LENGTH_AT, MAGIC, MENTION_KINDS, QUOTE_KINDS, RECORD_FORMAT, SECTIONS } from "./recordLayout.js";
import { sentenceAround } from "./sentence.js";

/**
 * Packs what a collection keeps of a document.
 * @param given the text that was analysed.
 */
export function recordOf(given: string, analysis: Analysis): Uint8Array<ArrayBuffer> {
  // The numbers in a transcript's margin are none of the words that were said.
  const text = withoutLineNumbers(given);
  const out = new RecordWriter();
  for (const word of [MAGIC, RECORD_FORMAT]) out.word(word);
  while (out.size < HEADER) out.word(0);
  const { document, quotes } = analysis;
  const entities = analysis.entities.filter(isNamed);
  out.string(document.sha256);
  out.number(document.length);
  out.string(document.title ?? "");
  out.string(document.date ?? "");
  const spoken = new Map<string, number>();
  for (const { speaker } of quotes) for (const id of speakersOf(speaker)) spoken.set(id, (spoken.get(id) ?? 0) + 1);
  const known = new Set(entities.map(({ id }) => id));
  const speakerless = quotes.filter(({ speaker }) => speaker?.entity == null || !known.has(speaker.entity));
  const unnamed = speakerless.filter(({ speaker }) => speaker?.anonymous).length;
  out.number(unnamed);
  out.number(speakerless.length - unnamed);
  out.number(entities.length);
  for (const entity of entities) {
    writeEntity(out, text, entity, document.date);
    out.number(spoken.get(entity.id) ?? 0);
  }
  const sources = new Map(analysis.entities.filter(({ anonymous }) => anonymous).map(({ id, name }) => [id, name]));
  writeDetails(out, text, { ...analysis, entities }, sources);
  out.patchWord(LENGTH_AT, out.size);
  return out.bytes();
}

function writeEntity(out: RecordWriter, text: string, entity: Entity, date: string | undefined): void {
  out.string(entity.id);
  out.number(ENTITY_TYPES.indexOf(entity.type));
  out.string(entity.name);
  const { main, others } = identityKeys(entity);
  out.string(main);
  out.number(others.length);
  for (const { key, form } of others) {
    out.string(key);
    out.string(form);
  }
  out.string(identityFacts(text, entity, date));
  out.number(entity.mentions.length);
}

/** @param sources what unnamed sources are called, by their ids. */
function writeDetails(
  out: RecordWriter,
  text: string,
  { entities, quotes, dates, topics }: Analysis,
  sources: ReadonlyMap<string, string>,
): void {
  const lineOf = linesOf(text);
  out.patchWord(SECTIONS.details, out.size);
  for (const { aliases, roles, mentions } of entities) {
    out.strings(aliases);
    out.strings(roles);
    let last = 0;
    for (const { start, end, kind } of [...mentions].sort((a, b) => a.start - b.start || a.end - b.end)) {
      out.number((start - last) * MENTION_KINDS.length + MENTION_KINDS.indexOf(kind));
      out.number(end - start);
      out.number(lineOf(start));
      last = start;
    }
  }
  const numbers = new Map(entities.map(({ id }, i) => [id, i]));
  out.patchWord(SECTIONS.quotes, out.size);
  out.placed(quotes, (quote) => writeQuote(out, text, quote, lineOf, numbers, sources));
  out.patchWord(SECTIONS.fingerprints, out.size);
  writePrints(
    out,
    quotes.map(({ kind, start, end, speaker }) => {
      const named = speaker?.entity == null ? undefined : entities[numbers.get(speaker.entity) ?? -1];
      const said: SpeakerKind = named !== undefined ? "named" : speaker?.anonymous ? "unnamed" : "nobody";
      const prints = fingerprintsOf(text.slice(start, Math.min(end, start + LONGEST_QUOTATION)), named?.name ?? "");
      return { ...prints, marked: kind !== "indirect", said };
    }),
  );
  out.patchWord(SECTIONS.dates, out.size);
  out.number(dates.length);
  for (const { start, end, value } of dates) {
    out.number(start);
    out.number(end - start);
    out.number(lineOf(start));
    out.string(value);
    out.string(text.slice(start, end));
    out.string(sentenceAround(text, start, end));
  }
  out.patchWord(SECTIONS.topics, out.size);
  out.number(topics.length);
  for (const { label, declared, mentions } of topics) {
    out.string(topicKey(label));
    out.string(label);
    out.number(declared ? 1 : 0);
    out.number(mentions.length);
    for (const { start, end } of mentions) {
      out.number(start);
      out.number(end - start);
      out.number(lineOf(start));
    }
  }
}

function writeQuote(
  out: RecordWriter,
  text: string,
  { id, kind, start, end, speaker }: Quote,
  lineOf: (offset: number) => number,
  numbers: ReadonlyMap<string, number>,
  sources: ReadonlyMap<string, string>,
): void {
  out.string(id);
  out.number(QUOTE_KINDS.indexOf(kind));
  out.number(start);
  out.number(end - start);
  out.number(lineOf(start));
  out.string(text.slice(start, Math.min(end, start + LONGEST_QUOTATION)));
  out.number(speaker === null ? 0 : speaker.anonymous ? 2 : 1);
  if (speaker === null) return;
  out.number(speaker.entity === null ? 0 : 1 + (numbers.get(speaker.entity) ?? -1));
  const others = (speaker.others ?? []).flatMap((id) => numbers.get(id) ?? []);
  out.number(others.length);
  for (const other of others) out.number(other);
  out.number(Math.round(speaker.confidence * 100));
  out.string(sources.get(speaker.entity ?? "") ?? text.slice(speaker.start, speaker.end));
}
