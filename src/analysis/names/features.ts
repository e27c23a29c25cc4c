import { fold, mix } from "./hashing.js";
import { type BlockReading, MARGIN } from "./reading.js";
import { isCapitalized, type WordStore } from "./words.js";

/** Where a word stands, seen from the token whose label is asked for. */
export const enum Slot {
  /** The token itself, inside a sentence. */
  Here = 0,
  /** The token itself, where a sentence opens and a capital says little. */
  Opening = 1,
  Before = 2,
  TwoBefore = 3,
  After = 4,
  TwoAfter = 5,
}
export const SLOT_COUNT = 6;

/** What a feature looks at. Training leaves out one family at random, so that each learns to judge alone. */
export const enum Family {
  /** How the word is written, and what the lists say of it. */
  Form = 0,
  /** Which word it is. */
  Naming = 1,
  /** The words around it. */
  Context = 2,
}

/** No token has more features. */
export const MOST_KEYS = 256;

/** The keys of features, gathered without making anything anew. */
export class KeyBuffer {
  readonly keys = new Int32Array(MOST_KEYS);
  readonly families = new Uint8Array(MOST_KEYS);
  count = 0;
  /** The family of the features that are added next. */
  family: Family = Family.Form;

  clear(): void {
    this.count = 0;
  }

  add(template: number, value: number): void {
    this.families[this.count] = this.family;
    this.keys[this.count++] = mix(TEMPLATE_SEEDS[template], value);
  }

  add2(template: number, a: number, b: number): void {
    this.families[this.count] = this.family;
    this.keys[this.count++] = mix(mix(TEMPLATE_SEEDS[template], a), b);
  }

  add3(template: number, a: number, b: number, c: number): void {
    this.families[this.count] = this.family;
    this.keys[this.count++] = mix(mix(mix(TEMPLATE_SEEDS[template], a), b), c);
  }
}

const SLOT_TEMPLATES = 32;
const CONTEXT_TEMPLATES = SLOT_COUNT * SLOT_TEMPLATES;
/** The hash that the features of each template begin with. */
const TEMPLATE_SEEDS = Int32Array.from({ length: CONTEXT_TEMPLATES + 64 }, (_, template) => mix(0x51ed270b, template));

/** Adds the features of one word in one slot. */
export function addWordKeys(store: WordStore, word: number, slot: Slot, out: KeyBuffer): void {
  const t = slot * SLOT_TEMPLATES;
  const own = slot <= Slot.Opening;
  const lower = store.lower[word];
  const casing = store.casing[word];
  const flags = store.flags[word];
  const common = store.commonness[word];
  out.family = own ? Family.Naming : Family.Context;
  out.add(t, lower);
  if (own) {
    out.add(t + 6, store.form[word]);
    out.family = Family.Form;
  }
  out.add2(t + 1, casing, common);
  out.add2(t + 2, casing, flags);
  out.add2(t + 3, store.cluster[word], casing);
  out.add2(t + 17, store.group[word], casing);
  if (slot === Slot.TwoBefore || slot === Slot.TwoAfter) return;
  const text = store.texts[word];
  out.add2(t + 4, ending(text, 3), casing);
  out.add(t + 5, store.shape[word]);
  if (!own) return;
  for (let bit = 0; bit < 20; bit++) if ((flags >> bit) & 1) out.add2(t + 7, bit, casing);
  out.add2(t + 8, ending(text, 2), casing);
  out.add2(t + 9, ending(text, 4), casing);
  out.add2(t + 10, beginning(text, 2), casing);
  out.add2(t + 11, beginning(text, 3), casing);
  out.add2(t + 12, beginning(text, 4), casing);
  out.add3(t + 13, store.shape[word], Math.min(text.length, 12), common);
  out.add2(t + 14, ending(text, 1), casing);
  const hyphen = text.indexOf("-");
  if (hyphen > 0) {
    out.add(t + 15, beginning(text, hyphen));
    out.add(t + 16, ending(text, text.length - hyphen - 1));
  }
}

function ending(text: string, length: number): number {
  let h = length;
  for (let i = Math.max(0, text.length - length); i < text.length; i++) h = mix(h, fold(text.charCodeAt(i)));
  return h;
}

function beginning(text: string, length: number): number {
  let h = length;
  for (let i = 0; i < Math.min(text.length, length); i++) h = mix(h, fold(text.charCodeAt(i)));
  return h;
}

/** Adds the features of one token that join several words, gazetteer matches and the form of the sentence. */
export function addContextKeys(reading: BlockReading, store: WordStore, i: number, out: KeyBuffer): void {
  const { words, places, others, runStart, runEnd, opens } = reading;
  const t = CONTEXT_TEMPLATES;
  const at = i + MARGIN;
  const { lower, casing, flags, shape, commonness, cluster, group } = store;
  const here = words[at];
  const before = words[at - 1];
  const after = words[at + 1];
  const first = runStart[i];
  const end = runEnd[i];
  const left = words[first + MARGIN - 1];
  const right = words[end + MARGIN];
  const open = opens[i];
  const kind = (reading.cases[i] * 8 + casing[here]) * 2 + open;
  out.family = Family.Naming;
  out.add2(t, lower[before], lower[here]);
  out.add2(t + 1, lower[here], lower[after]);
  out.family = Family.Context;
  out.add2(t + 2, lower[before], kind);
  out.add2(t + 3, lower[after], kind);
  out.add3(t + 4, lower[words[at - 2]], lower[before], kind);
  out.add3(t + 5, lower[after], lower[words[at + 2]], kind);
  out.add3(t + 6, shape[before], shape[here], shape[after]);
  out.add3(t + 7, flags[before], casing[before], flags[here] * 8 + casing[here]);
  out.add3(t + 8, flags[after], casing[after], flags[here] * 8 + casing[here]);
  out.add3(t + 29, group[before], group[here], group[after]);
  out.add3(t + 30, cluster[before], group[here], casing[here]);
  out.add3(t + 31, cluster[after], group[here], casing[here]);
  out.family = Family.Form;
  out.add2(t + 9, kind, commonness[here]);
  const place = places[i];
  const other = others[i];
  if (place > 0) {
    out.add2(t + 10, place, kind);
    out.add3(t + 11, place, casing[before], casing[after]);
    out.add2(t + 12, place, lower[before]);
    out.add2(t + 13, place, flags[here]);
  }
  if (other > 0) {
    out.add2(t + 14, other, kind);
    out.add3(t + 15, other, place, casing[after]);
  }
  if (i > 0 && (places[i - 1] > 0 || others[i - 1] > 0)) out.add3(t + 16, places[i - 1], others[i - 1], kind);
  if (i + 1 < reading.count && (places[i + 1] > 0 || others[i + 1] > 0)) out.add3(t + 17, places[i + 1], others[i + 1], kind);
  const length = Math.min(end - first, 6);
  if (isCapitalized(casing[here])) {
    const position = Math.min(i - first, 2) * 4 + Math.min(end - 1 - i, 2);
    out.add3(t + 18, length, position, kind);
    out.family = Family.Context;
    out.add3(t + 19, lower[left], length, opens[first]);
    out.add2(t + 20, lower[right], length);
    out.add3(t + 32, cluster[left], length, opens[first]);
    out.add2(t + 33, cluster[right], length);
    out.add3(t + 21, lower[left], lower[right], length);
    out.family = Family.Form;
    if (end - first > 1) {
      const last = words[end - 1 + MARGIN];
      if (i < end - 1) {
        out.add(t + 22, lower[last]);
        out.add2(t + 34, cluster[last], casing[last]);
        out.add2(t + 23, flags[last], casing[last]);
      }
      if (i > first) {
        out.add(t + 24, lower[words[first + MARGIN]]);
        out.add2(t + 25, flags[words[first + MARGIN]], i - first > 1 ? 1 : 0);
      }
      out.add3(t + 26, flags[words[first + MARGIN]], flags[last], length * 16 + position);
    }
    const ownGroup = group[words[end - 1 + MARGIN]];
    addSiblingKeys(reading, store, sibling(reading, store, first - 1, -1), kind, position, ownGroup, t + 35, out);
    addSiblingKeys(reading, store, sibling(reading, store, end, 1), kind, position, ownGroup, t + 38, out);
  } else {
    out.add3(t + 27, lower[here], casing[before], casing[after]);
    out.add3(t + 28, lower[here], flags[before], flags[after]);
  }
}

/** Adds what the name beside tells of a token: in a list, and on both sides of "and", names are mostly of one type. */
function addSiblingKeys(
  { words, places, others }: BlockReading,
  { flags, casing, cluster }: WordStore,
  beside: number,
  kind: number,
  position: number,
  ownGroup: number,
  template: number,
  out: KeyBuffer,
): void {
  if (beside < 0) return;
  const word = words[beside + MARGIN];
  out.add3(template, places[beside], others[beside], kind);
  out.add3(template + 1, cluster[word], ownGroup, position);
  out.add3(template + 2, flags[word], casing[word], position);
}

/** The last token of the run of capitalised words that stands beside, beyond a comma or "and"; -1 where there is none. */
function sibling({ words, runEnd, count }: BlockReading, { casing, links }: WordStore, from: number, step: 1 | -1): number {
  let i = from;
  let passed = 0;
  for (; passed < 2 && i >= 0 && i < count && links[words[i + MARGIN]] === 1; i += step) passed++;
  if (passed === 0 || i < 0 || i >= count || !isCapitalized(casing[words[i + MARGIN]])) return -1;
  return step < 0 ? i : runEnd[i] - 1;
}
