import type { Entity, Quote, Span, Speaker } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import { compiled } from "../text/compiled.js";
import type { Block, SourceText } from "../text/sourceText.js";
import { withoutAddressee } from "./addressees.js";
import { ATTRIBUTION_MODEL } from "./attributionModel.js";
import { clauseSource } from "./clauseSource.js";
import { contentStart } from "./contentStart.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import { type CueReading, holds } from "./cueReading.js";
import { isListener } from "./emptyObjects.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { withLastSpeakers } from "./lastSpeakers.js";
import { isSpace } from "./marks.js";
import { MentionIndex } from "./mentionIndex.js";
import { isByname, isPerformed, isTitleOfWork } from "./nicknames.js";
import type { QuotationSpan } from "./quotationSpans.js";
import { type RememberedQuote, recallQuote, rememberQuote } from "./quoteMemory.js";
import { type BlockReading, type QuotationPlace, readBlocks } from "./readings.js";
import { findReports, type Report, type ReportMemory } from "./reports.js";
import { quotationRule, reportRule, turnRule } from "./rules.js";
import type { SpeakerCandidate } from "./speakerCandidates.js";
import { LEAST_SPEECH, LEAST_SURE, type RankedSpeaker, RankMemory, rankSpeakers } from "./speakerRanking.js";
import { speakerOf } from "./speakers.js";
import { isNotice } from "./stageDirections.js";
import { contentSpans, coveringReading, cueSpan, firstFrom, isWholeStatement, sourceSpan } from "./stripSpans.js";
import type { Strip } from "./strips.js";
import { isSentence, LEAST_IN_TALK, readTalk } from "./talk.js";
import { labelInMarks } from "./turnLabels.js";
import { type NewQuote, speakingTurns, wholeQuote } from "./turnQuotes.js";
import { withWriter } from "./whoseText.js";
import { WordClass } from "./wordClasses.js";

/** What attribution keeps of one text for the next, of which most is the same. */
export class AttributionMemory {
  readonly readings = new WeakMap<Block, BlockReading>();
  /** What was made of the readings; nothing yet while the first text is read: most are read once. */
  made: MadeMemory | null = null;
}

/** What was chosen and made before. */
class MadeMemory {
  readonly ranks = new RankMemory();
  readonly found: ReportMemory = new WeakMap();
  /** The quotations in marks, by the strip they stand in and their position there. */
  readonly marked = new WeakMap<Strip, Map<number, KnownMarked>>();
  readonly reports = new WeakMap<CueReading, KnownReport>();
}

/**
 * Finds the cue and the speaker of each quotation, reported speech without marks, and the turns of a transcript.
 * The ranking of candidates follows the quotation attribution of O'Keefe et al. (2012), with features that name no word;
 * sources, cues and contents are those of the PolNeAR corpus (Newell et al., 2018).
 */
export function attributeQuotes(
  source: SourceText,
  layout: Layout,
  quotations: readonly QuotationSpan[],
  entities: readonly Entity[],
  memory: AttributionMemory = new AttributionMemory(),
): readonly Quote[] {
  const mentions = new MentionIndex(entities);
  const { made, readings } = memory;
  const blocks = readBlocks(source, quotations, ATTRIBUTION_MODEL, readings);
  const { isTalk, takesTurns } = readTalk(source.text, quotations);
  const ranked = rankSpeakers(blocks, quotations, takesTurns, ATTRIBUTION_MODEL, made?.ranks ?? null);
  const isSpeech = ranked.map(
    ({ speech }, i) =>
      (speech >= LEAST_SPEECH || (isTalk && speech >= LEAST_IN_TALK && isSentence(source.text, quotations[i]))) &&
      !isByname(source.text, quotations[i]) &&
      !isPerformed(source.text, quotations[i]) &&
      !isTitleOfWork(source.text, quotations[i]),
  );
  const turns = speakingTurns(source, layout, mentions);
  const all: NewQuote[] = [];
  const add = (quote: NewQuote): void => {
    if (turns.overLabel(quote.cue?.start ?? quote.start) || (quote.kind === "indirect" && turns.overLabel(quote.start))) return;
    all.push(turns.ofTurn(withoutPartOfName(quote, mentions), source.text));
  };
  quotations.forEach((quotation, i) => {
    if (isSpeech[i]) add(withoutTopic(source.text, markedQuote(source, blocks, quotation, ranked[i], mentions, made), mentions));
  });
  for (const report of findReports(blocks, layout, isSpeech, ATTRIBUTION_MODEL, made?.found ?? null)) {
    const quote = reportQuote(source, blocks[report.block], report, mentions, made);
    if (!isTopicsColon(source.text, quote, mentions) && !tellsNoWords(source.text, quote) && !turns.isOfHead(quote, source.text))
      add(quote);
  }
  for (const quote of turns.quotes) all.push(quote);
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  memory.made ??= new MadeMemory();
  const named = withLastSpeakers(source, all, mentions).map((quote) => withoutAddressee(source.text, quote, mentions));
  return withWriter(source, layout, named, mentions, turns.quotes.length > 0).map((quote, i) => numbered(quote, i + 1, mentions));
}

/** "Appeal" of "the Court of Appeal" names nobody who speaks. */
function withoutPartOfName(quote: NewQuote, mentions: MentionIndex): NewQuote {
  const { speaker } = quote;
  if (speaker === null || speaker.entity !== null || mentions.around(speaker.start)?.mention.kind !== "name") return quote;
  return { ...quote, speaker: null, cue: null };
}

/** Spelled out: to spread an object behind other properties costs several times as much. */
function numbered({ start, end, kind, speaker, cue, spans, content }: NewQuote, number: number, mentions: MentionIndex): Quote {
  const about = mentions.entitiesInside(spans, kind === "direct" ? (speaker?.entity ?? null) : null);
  const id = `q${number}`;
  if (content) return { id, start, end, kind, speaker, cue, spans, content, about };
  return { id, start, end, kind, speaker, cue, spans, about };
}

/** What a quotation in marks was made of, besides its home's words. */
interface KnownMarked {
  readonly remembered: RememberedQuote;
  readonly ranked: RankedSpeaker;
  /** The strip of the block with the words for its speaker. */
  readonly there: Strip | undefined;
}

/** What reported speech was made of, besides its reading. */
interface KnownReport {
  readonly remembered: RememberedQuote;
  readonly likelihood: number;
}

function markedQuote(
  source: SourceText,
  blocks: readonly BlockReading[],
  quotation: QuotationSpan,
  ranked: RankedSpeaker,
  mentions: MentionIndex,
  made: MadeMemory | null,
): NewQuote {
  if (made === null) return readMarkedQuote(source, blocks, quotation, ranked, mentions);
  const { place, candidate } = ranked;
  const { start, strip } = blocks[place.block];
  const there = blocks[candidate.block]?.strip;
  const here = made.marked.get(strip) ?? new Map<number, KnownMarked>();
  const known = here.get(place.position);
  const recalled = known && isSameMarked(known, quotation, ranked, there, start) ? recallQuote(known.remembered, start, mentions) : null;
  if (recalled) return recalled;
  const quote = readMarkedQuote(source, blocks, quotation, ranked, mentions);
  here.set(place.position, { remembered: rememberQuote(quote, start, mentions), ranked, there });
  made.marked.set(strip, here);
  return quote;
}

function isSameMarked(
  { remembered: { origin, quote }, ranked: before, there: otherStrip }: KnownMarked,
  { spans }: QuotationSpan,
  ranked: RankedSpeaker,
  there: Strip | undefined,
  start: number,
): boolean {
  if (otherStrip !== there || quote.spans.length !== spans.length || !(before === ranked || isSameWords(before, ranked))) return false;
  const by = start - origin;
  for (let i = 0; i < spans.length; i++)
    if (spans[i].start - by !== quote.spans[i].start || spans[i].end - by !== quote.spans[i].end) return false;
  return true;
}

/** Whether a speaker is found by the same words as before, and as surely. */
function isSameWords(before: RankedSpeaker, { zone, likelihood, candidate: { reading, source } }: RankedSpeaker): boolean {
  if (before.zone !== zone || before.likelihood !== likelihood) return false;
  return before.candidate.reading === reading && before.candidate.source === source;
}

function readMarkedQuote(
  source: SourceText,
  blocks: readonly BlockReading[],
  { spans, form }: QuotationSpan,
  ranked: RankedSpeaker,
  mentions: MentionIndex,
): NewQuote {
  const { place, candidate, zone, likelihood } = ranked;
  const home = blocks[place.block];
  const covering = coveringReading(home, place);
  const isContent = covering && form === "marks" && !isWholeStatement(home, covering) && !isListener(home.strip, covering);
  const content = isContent ? contentSpans(home, covering) : null;
  const kind = content || (form === "marks" && isPartOfClause(home, ranked)) ? "mixed" : "direct";
  const { reading } = candidate;
  const there = blocks[candidate.block];
  const words = there && reading && candidate.source ? clauseSource(there.strip, reading, candidate.source) : candidate.source;
  const cue = (candidate.block === place.block ? addingCue(home, candidate, place) : null) ?? (there ? cueOf(there, candidate) : null);
  const labelEnd = labelInMarks(home.strip.text, home.strip.starts[place.position]);
  if (labelEnd > 0) {
    const label = { start: spans[0].start + 1, end: home.start + labelEnd };
    const turn = wholeQuote("direct", spans, speakerOf(source.text, label, mentions, turnRule(source.text, label), 0.9), null);
    return { ...turn, content: behindLabel(source.text, spans, label.end) };
  }
  let speaker: Speaker | null = null;
  if (words && there && likelihood >= LEAST_SURE) {
    const named = sourceSpan(there, words);
    const rule = quotationRule(source.text, { zone, reading, cue, source: named });
    if (!isNone(source.text, named)) speaker = speakerOf(source.text, named, mentions, rule, likelihood);
  }
  const quote = wholeQuote(kind, spans, speaker, speaker ? cue : null);
  return kind === "mixed" && content ? { ...quote, content } : quote;
}

/** The spans of a turn in marks without its label. @param labelEnd where that ends, before its colon. */
function behindLabel(text: string, [first, ...others]: readonly Span[], labelEnd: number): readonly Span[] {
  let start = labelEnd + 1;
  while (start < first.end && isSpace(text.charCodeAt(start))) start++;
  return [{ start, end: first.end }, ...others];
}

/** “Tom!” No answer. */
function isNone(text: string, { start, end }: Span): boolean {
  return end - start === 2 && text.slice(start, end).toLowerCase() === "no";
}

/** "adding" of "Weld said it was shut, adding, “For good.”": Weld says it, and the nearest cue reports it. */
function addingCue(block: BlockReading, candidate: SpeakerCandidate, { position }: QuotationPlace): Span | null {
  const { classes, cues } = block.strip;
  const main = candidate.reading;
  if (main === null || candidate.source === null || main.cue >= position) return null;
  for (let i = firstFrom(block.cues, position) - 1; i >= 0 && block.cues[i].cue > main.cue; i--) {
    const { cue, verb, likelihood, content } = block.cues[i];
    if (CUE_WORDS[cues[cue]]?.form !== CueForm.Ing || likelihood < LIKELY_ADDING || !holds(content, position)) continue;
    // “Every time,” Weld said, pointing at the bridge, “you say that.”
    if (classes[position - 1] === WordClass.Comma && position - 2 > cue) return null;
    const before = classes[verb.start - 1];
    return before === WordClass.Comma || before === WordClass.Quotation ? cueSpan(block, block.cues[i]) : null;
  }
  return null;
}

const LIKELY_ADDING = 0.3;

function cueOf(block: BlockReading, { reading, phrase }: SpeakerCandidate): Span | null {
  if (reading) return cueSpan(block, reading);
  const { start, strip } = block;
  return phrase ? { start: start + strip.starts[phrase.start], end: start + strip.ends[phrase.end - 1] } : null;
}

/** Whether the words in marks go on a clause outside them: no comma, colon or dash stands before, and no sentence begins with them. */
function isPartOfClause({ strip }: BlockReading, { place }: RankedSpeaker): boolean {
  if (place.position === place.from) return false;
  const before = strip.text[strip.ends[place.position - 1] - 1];
  const first = strip.text[strip.starts[place.position] + 1] ?? "";
  return !",:;—–-".includes(before) && first === first.toLowerCase();
}

function reportQuote(source: SourceText, block: BlockReading, report: Report, mentions: MentionIndex, made: MadeMemory | null): NewQuote {
  if (made === null) return readReport(source, block, report, mentions);
  const known = made.reports.get(report.reading);
  const recalled = known && known.likelihood === report.likelihood ? recallQuote(known.remembered, block.start, mentions) : null;
  if (recalled) return recalled;
  const quote = readReport(source, block, report, mentions);
  made.reports.set(report.reading, { remembered: rememberQuote(quote, block.start, mentions), likelihood: report.likelihood });
  return quote;
}

/** "Lagos floods: “We lost it all”": what a headline is about, with a place in its name, says nothing. */
function withoutTopic(text: string, quote: NewQuote, mentions: MentionIndex): NewQuote {
  const { speaker, cue } = quote;
  if (speaker === null || cue === null || text[cue.start] !== ":") return quote;
  const [first, second] = mentions.within(speaker);
  if (first?.entity.type !== "place" || second !== undefined || first.mention.start !== speaker.start) return quote;
  return TOPIC.test(text.slice(first.mention.end, speaker.end)) ? { ...quote, speaker: null, cue: null } : quote;
}

/** A word in small letters behind a name. */
const TOPIC = /^\s\p{Ll}/u;

/** "Told that the paper had it, he was silent", "Quoting the poet, the bishop left", "Ann Weld reported from Varna": who was told something, and where somebody wrote. */
function tellsNoWords(text: string, { speaker, cue, start, end }: NewQuote): boolean {
  if (cue === null) return false;
  if (start < cue.end) return isAside(text, cue, start, end);
  if (text[cue.start] === ":" && isNotice(text.slice(start, end))) return true;
  const word = text.slice(cue.start, cue.end);
  if (word === "Quoting" && text[start - 2] === ",") return true;
  if ((speaker === null && word === "Told") || (word === "reported" && FROM_PLACE.test(text.slice(cue.end, start + 1)))) return true;
  return speaker?.entity === null && speaker.end + 1 === cue.start && word.endsWith("ed") && isTermsAgreed(text, speaker, cue.end);
}

/** What is agreed or proposed somewhere, and says nothing: "the framework agreed in Lausanne sets limits". */
const TERMS = compiled(new RegExp(`(?:^|\\s)(?:${functionWords.terms.join("|")})$`, "iu"));
const LONGEST_TERM = 20;

function isTermsAgreed(text: string, { start, end }: Span, cueEnd: number): boolean {
  return TERMS.test(text.slice(Math.max(start, end - LONGEST_TERM), end)) && AGREED_AT.test(text.slice(cueEnd, cueEnd + 8));
}

const AGREED_AT = /^ (?:in|at|by|on|with|between|under|last|this)\s/u;

/** "The bishop" of "The bishop, quoting the poet, left": who quotes, and nothing quoted. */
function isAside(text: string, cue: Span, start: number, end: number): boolean {
  if (text.slice(cue.start, cue.end) !== "quoting" || text.slice(end, cue.start) !== ", ") return false;
  return text.slice(start, end).split(" ").length <= LONGEST_QUOTER;
}

const LONGEST_QUOTER = 4;

const FROM_PLACE = /^\sfrom\s\p{Lu}$/u;

/** "Nigeria: How the ferry sank", "Typhoon Mara: Thousands flee": a place or an event before a colon says of what a headline tells, and seldom who speaks. */
function isTopicsColon(text: string, { speaker, cue }: NewQuote, mentions: MentionIndex): boolean {
  if (!speaker?.entity || !cue || text[cue.start] !== ":") return false;
  return mentions.within(speaker).some(({ entity: { id, type } }) => id === speaker.entity && (type === "place" || type === "event"));
}

function readReport({ text }: SourceText, block: BlockReading, { reading, likelihood }: Report, mentions: MentionIndex): NewQuote {
  const cue = cueSpan(block, reading);
  let speaker: Speaker | null = null;
  const source = reading.source && clauseSource(block.strip, reading, reading.source);
  if (source) {
    const named = sourceSpan(block, source);
    speaker = speakerOf(text, named, mentions, reportRule(text, { reading, cue, source: named }), likelihood * reading.sourceLikelihood);
  }
  const [first, ...others] = contentSpans(block, reading);
  return wholeQuote("indirect", [{ start: contentStart(text, cue, first), end: first.end }, ...others], speaker, cue);
}
