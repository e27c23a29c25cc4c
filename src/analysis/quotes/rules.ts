import type { Span } from "../analysis.js";
import { onOneLine } from "../oneLine.js";
import type { CueReading } from "./cueReading.js";
import { SpeakerZone } from "./speakerCandidates.js";

const LONGEST_WORDS = 60;

function quoted(text: string, start: number, end: number): string {
  const words = onOneLine(text.slice(start, end));
  return words.length > LONGEST_WORDS ? `“${words.slice(0, LONGEST_WORDS)}…”` : `“${words}”`;
}

/** The words on which a speaker stands, as offsets of the text. */
export interface Grounds {
  readonly zone: SpeakerZone;
  readonly reading: CueReading | null;
  readonly cue: { readonly start: number; readonly end: number } | null;
  readonly source: { readonly start: number; readonly end: number };
}

/** Says which rule decided who spoke a quotation, naming the words it stands on. */
export function quotationRule(text: string, { zone, reading, cue, source }: Grounds): string {
  const speaker = quoted(text, source.start, source.end);
  const verb = cue ? quoted(text, cue.start, cue.end) : "";
  const place = placeWords(zone);
  const known = cue ? `${verb} with ${speaker}` : speaker;
  if (zone === SpeakerZone.Carried) return `No cue of its own: goes on after the quotation before, which has ${known}`;
  if (zone === SpeakerZone.Alternating) return `No cue of its own: two speakers take turns, and the last but one has ${known}`;
  if (zone === SpeakerZone.Signature) return `${speaker} stands behind a dash, as a signature`;
  if (!cue) return zone === SpeakerZone.PhraseAfter ? `${speaker} stands behind the quotation` : `${speaker} stands before the quotation`;
  return `${verb} ${place}, ${roleWords(reading)} ${speaker}`;
}

/** Says which rule found reported speech. */
export function reportRule(text: string, { reading, cue, source }: Pick<Grounds, "reading" | "cue" | "source">): string {
  const verb = cue ? quoted(text, cue.start, cue.end) : "";
  return `Reported with ${verb}, ${roleWords(reading)} ${quoted(text, source.start, source.end)}`;
}

/** Says which rule found reported speech whose cue shares the subject of an earlier cue. */
export function sharedSubjectRule(text: string, cue: Span, subject: Span, earlier: Span): string {
  const [verb, speaker, before] = [cue, subject, earlier].map(({ start, end }) => quoted(text, start, end));
  return `Reported with ${verb}, its subject ${speaker}, as of ${before} before`;
}

/** Says that a transcript's label names the speaker. */
export function turnRule(text: string, label: { readonly start: number; readonly end: number }): string {
  return `The label ${quoted(text, label.start, label.end)} opens the turn`;
}

function placeWords(zone: SpeakerZone): string {
  switch (zone) {
    case SpeakerZone.Before:
      return "before the quotation";
    case SpeakerZone.After:
      return "behind the quotation";
    case SpeakerZone.SentenceBefore:
      return "in the sentence before";
    case SpeakerZone.SentenceAfter:
      return "in the sentence behind";
    case SpeakerZone.ParagraphBefore:
      return "at the end of the paragraph before";
    default:
      return "near the quotation";
  }
}

function roleWords(reading: CueReading | null): string {
  if (reading === null) return "with";
  return reading.source?.after ? "followed by" : "its subject";
}
