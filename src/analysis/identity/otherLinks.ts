import formNames from "../names/formNames.json" with { type: "json" };
import wordKinds from "../names/wordKinds.json" with { type: "json" };
import { isBodyKey, isCountryKey, isPeopleKey } from "./countryForms.js";
import { Groups } from "./groups.js";
import type { NameMention } from "./nameMentions.js";
import nameData from "./nameWords.json" with { type: "json" };

/** The entity that each mention of an organization, place, group, event or work names. */
export interface OtherLinks {
  /** The entity's number for each mention given. */
  readonly entities: Int32Array;
  readonly confidences: Float64Array;
  readonly count: number;
}

const GENERIC_HEADS: ReadonlySet<string> = new Set(nameData.genericHeads);

/** "Boeing-Air Force": two that have something together. */
const HYPHENATED = /^[^\s-]+-/;
/** "Moody's Investors Service", which is called "Moody's". */
const BEGINS_POSSESSIVE = /^[^\s'’]+['’]s /;

/** So many tokens at most stand between a name and its letters in brackets, and before what it is known as. */
const FARTHEST_BRACKETED = 3;
const FARTHEST_KNOWN = 6;
/** What a firm is called by last, and without: "Tarvo Electric Power". */
const TRADES: ReadonlySet<string> = new Set(`${wordKinds.firmWords} power electric`.split(" "));
const SHIPS: ReadonlySet<string> = new Set(formNames.ships.toLowerCase().split(" "));
const STORM = /^(?:hurricane|typhoon|cyclone|storm)$/;
const CONFIDENCE_SHORTENED = 0.85;
const CONFIDENCE_HEAD_ALONE = 0.7;

interface Form {
  readonly id: number;
  readonly mention: NameMention;
  /** Whether organizations bear it: only their names are shortened to single words. */
  organization: boolean;
  /** Whether it is a place: where it is tagged as one as often as as an organization. */
  place: boolean;
  /** How much oftener it is tagged as an organization than as a place. */
  balance: number;
  /** Whether it stands somewhere with a firm's ending: such a name is no part of a longer one. */
  incorporated: boolean;
  /** Whether it stands behind "the" everywhere. */
  behindThe: boolean;
  /** Where it stands first behind the first block, which may be a headline. */
  inBody: number;
}

/**
 * Joins the names of organizations, places, groups, events and works: equal words, known short forms, acronyms with the names whose initials
 * they are, names in brackets after names, and organizations shortened by their inner words or to their first or last word.
 * @param mentions in text order, no persons among them.
 */
export function linkOthers(mentions: readonly NameMention[]): OtherLinks {
  const groups = new Groups();
  const forms = new Map<string, Form>();
  const formOf = mentions.map((mention) => {
    const key = formKey(mention);
    const known = forms.get(key);
    if (known) {
      known.organization ||= mention.type === "organization";
      known.balance += balanceOf(mention);
      known.place = known.balance < 0 || (known.balance === 0 && (known.place || mention.type === "place"));
      known.incorporated ||= isIncorporated(mention);
      known.behindThe &&= mention.behindThe;
      if (mention.block > 0) known.inBody = Math.min(known.inBody, mention.start);
      return known;
    }
    const { type } = mention;
    const form: Form = {
      id: groups.add(),
      mention,
      organization: type === "organization",
      place: type === "place",
      balance: balanceOf(mention),
      incorporated: isIncorporated(mention),
      behindThe: mention.behindThe,
      inBody: mention.block > 0 ? mention.start : Number.POSITIVE_INFINITY,
    };
    forms.set(key, form);
    return form;
  });
  const all = [...forms.values()];
  joinAcronyms(all, groups);
  joinBracketed(mentions, formOf, groups);
  joinStorms(all, groups);
  joinShips(all, groups);
  const doubts = joinShortened(all, groups);
  const entities = new Int32Array(mentions.length);
  const confidences = new Float64Array(mentions.length).fill(1);
  const heads = readHeads(all);
  mentions.forEach((mention, i) => {
    const form = formOf[i];
    entities[i] = groups.find(form.id);
    const { core } = mention.form;
    if (core.length > 1) {
      for (const word of headWords(form)) heads.set(word, form.id);
      if (doubts.has(form.id)) confidences[i] = CONFIDENCE_SHORTENED;
      return;
    }
    const named = form.organization && GENERIC_HEADS.has(core[0]) ? heads.get(core[0]) : undefined;
    if (named !== undefined) {
      entities[i] = groups.find(named);
      confidences[i] = CONFIDENCE_HEAD_ALONE;
    } else if (doubts.has(form.id)) confidences[i] = CONFIDENCE_SHORTENED;
  });
  return { entities, confidences, count: all.length };
}

function balanceOf({ type }: NameMention): number {
  return type === "organization" ? 1 : type === "place" ? -1 : 0;
}

/** The words that can stand alone for an organization: "Congress" for the United States Congress, "House" for the House of Representatives. */
function headWords({ organization, mention }: Form): readonly string[] {
  const { core } = mention.form;
  if (!organization || core.length < 2) return [];
  const last = core[core.length - 1];
  const words = GENERIC_HEADS.has(last) && last !== "house" ? [last] : [];
  return GENERIC_HEADS.has(core[0]) ? [...words, core[0]] : words;
}

/** The first organization that each head word can stand for, for the mentions before any is named. */
function readHeads(forms: readonly Form[]): Map<string, number> {
  const heads = new Map<string, number>();
  for (const form of forms) for (const word of headWords(form)) if (!heads.has(word)) heads.set(word, form.id);
  return heads;
}

/** "Apple Inc.", and so "Apple", are not "Apple Corps". */
function isIncorporated({ form: { words, core } }: NameMention): boolean {
  return words.length > core.length && words[words.length - 1] !== core[core.length - 1];
}

function formKey({ form, type }: NameMention): string {
  if (type !== "group" || isPeopleKey(form.plainKey)) return form.plainKey;
  return form.plainKey.endsWith("s") && form.core.length === 1 ? form.plainKey.slice(0, -1) : form.plainKey;
}

function joinAcronyms(forms: readonly Form[], groups: Groups): void {
  const spelledOut = new Map<string, Form>();
  const organizations = new Map<string, Form>();
  for (const form of forms) {
    for (const letters of form.mention.form.initials) {
      setOnce(spelledOut, letters, form);
      if (form.organization) setOnce(organizations, letters, form);
    }
  }
  const branches = new Map<string, Form>();
  for (const form of forms) for (const letters of form.mention.form.initials) setOnce(branches, letters.slice(0, -1), form);
  for (const form of forms) {
    // "UN" is no University of Nairobi.
    if (isBodyKey(form.mention.form.plainKey)) continue;
    const letters = form.mention.form.acronym;
    // "RNC" is the Republican National Committee, though the text has the convention first.
    const alike = letters !== null && form.organization ? organizations.get(letters) : undefined;
    const spelled = letters === null ? undefined : (alike ?? spelledOut.get(letters) ?? branchOf(letters, branches));
    const full = spelled && isOfTwo(form) && !isOfTwo(spelled) ? undefined : spelled;
    if (full && (letters ?? "").length > (full.mention.type === form.mention.type ? 1 : 2)) groups.join(form.id, full.id);
  }
}

/** "CAIR" for "Council on American-Islamic Relations Michigan": an organization's own letters, and behind its name where a branch of it is. */
function branchOf(letters: string, branches: ReadonlyMap<string, Form>): Form | undefined {
  return letters.length < FEWEST_LETTERS_OF_BRANCH ? undefined : branches.get(letters);
}

const FEWEST_LETTERS_OF_BRANCH = 4;

/** "S&P", "Halden and Vesk": no letters with "&" stand for a name without "and". */
function isOfTwo({ mention }: Form): boolean {
  return /&| and | et | y | e | und /i.test(mention.form.surface);
}

/** "Hurricane Vesk", "Tropical Storm Vesk", "Vesk". */
function joinStorms(forms: readonly Form[], groups: Groups): void {
  const storms = new Map<string, Form>();
  for (const form of forms) {
    const { core } = form.mention.form;
    if (form.mention.type !== "event") continue;
    const kind = core.findIndex((word) => STORM.test(word));
    if (kind < 0 ? core.length > 2 : kind === core.length - 1) continue;
    const name = core.slice(kind + 1).join(" ");
    const known = storms.get(name);
    if (known) groups.join(form.id, known.id);
    else storms.set(name, form);
  }
}

/** "MV Halden" and "the Halden", but not the town of Halden. */
function joinShips(forms: readonly Form[], groups: Groups): void {
  const ships = new Map<string, Form>();
  for (const form of forms) {
    const { words } = form.mention.form;
    if (words.length > 1 && form.mention.type === "place" && SHIPS.has(words[0])) ships.set(words.slice(1).join(" "), form);
  }
  if (ships.size === 0) return;
  for (const form of forms) {
    const ship = form.behindThe ? ships.get(form.mention.form.key) : undefined;
    if (ship) groups.join(form.id, ship.id);
  }
}

/** "Kurdistan Workers' Party (PKK)", "Kurdistan Workers' Party, known as the PKK": the letters need not be the initials of the English name. */
function joinBracketed(mentions: readonly NameMention[], formOf: readonly Form[], groups: Groups): void {
  for (let i = 1; i < mentions.length; i++) {
    const inside = mentions[i];
    const before = mentions[i - 1];
    if ((!inside.bracketed && inside.tie !== "alias") || before.block !== inside.block) continue;
    if (inside.firstToken - before.endToken > (inside.bracketed ? FARTHEST_BRACKETED : FARTHEST_KNOWN)) continue;
    if (inside.type === "place" && before.type !== "place") continue;
    if (inside.type === "group") continue;
    const isAlias = inside.tie === "alias" && inside.type === "organization" && inside.type === before.type;
    const isShort = (inside.form.acronym !== null || isAlias) && before.form.words.length > 1;
    const isLong = before.form.acronym !== null && inside.form.words.length > 1 && inside.type === before.type;
    if (isShort || isLong) groups.join(formOf[i].id, formOf[i - 1].id);
  }
}

/** Organizations named by a part of their name. @returns the forms whose link is not certain. */
function joinShortened(forms: readonly Form[], groups: Groups): ReadonlySet<number> {
  const ends = new Map<string, Form>();
  const firsts = new Map<string, Form | null>();
  const tails = new Map<string, Form | null>();
  const lasts = new Map<string, Form | null>();
  const trading = new Map<string, Form | null>();
  for (const form of forms) {
    const { core } = form.mention.form;
    if (!form.organization || core.length < 2) continue;
    if (core.length > 2) {
      setOnce(ends, `${core[0]} ${core[core.length - 1]}`, form);
      if (core.length === 3 && TRADES.has(core[2])) setUnique(trading, `${core[0]} ${core[1]}`, form);
      setUnique(tails, `${core[core.length - 2]} ${core[core.length - 1]}`, form);
    }
    if (!HYPHENATED.test(form.mention.form.surface))
      setUnique(firsts, BEGINS_POSSESSIVE.test(form.mention.form.surface) ? `${core[0]}s` : core[0], form);
    setUnique(lasts, core[core.length - 1], form);
  }
  const doubts = new Set<number>();
  const hasUnion = forms.some(({ mention }) => isBodyKey(mention.form.plainKey));
  for (const form of forms) {
    const { core, plainKey } = form.mention.form;
    if (!form.organization || form.incorporated || isCountryKey(plainKey) || isPeopleKey(plainKey) || isBodyKey(plainKey)) continue;
    const full =
      core.length === 2
        ? (ends.get(`${core[0]} ${core[1]}`) ??
          tails.get(`${core[0]} ${core[1]}`) ??
          (form.place ? null : trading.get(`${core[0]} ${core[1]}`)))
        : core.length === 1 && !form.place && !GENERIC_HEADS.has(core[0])
          ? (firsts.get(core[0]) ?? lasts.get(core[0]))
          : undefined;
    if (!full || full === form || (hasUnion && isUnionsOwn(form, full)) || isOfAnother(form, full)) continue;
    groups.join(form.id, full.id);
    doubts.add(form.id);
  }
  return doubts;
}

/** What each state has one of. */
const STATES_OWN = /^(?:court|senate|assembly|legislature|congress|guard|patrol)$/;

/** "the Supreme Court" before "the Ohio Supreme Court": of two bodies the one that is named first, and without its place, is the country's. */
function isOfAnother({ mention, inBody }: Form, full: Form): boolean {
  const { core } = mention.form;
  if (core.length < 2 || !STATES_OWN.test(core[core.length - 1])) return false;
  return inBody < full.mention.start || (mention.block === full.mention.block && mention.start < full.mention.start);
}

const UNIONS_OWN: ReadonlySet<string> = new Set(nameData.unionsOwn);
const UNION_WORDS: ReadonlySet<string> = new Set(nameData.unionWords);

/** Whether a name is that of a union of states' own body, and the longer one another's: "the Security Council", and Kenya's National Security Council. */
function isUnionsOwn({ mention }: Form, full: Form): boolean {
  return UNIONS_OWN.has(mention.form.core.join(" ")) && !UNION_WORDS.has(full.mention.form.core[0]);
}

function setOnce(index: Map<string, Form>, key: string, form: Form): void {
  if (!index.has(key)) index.set(key, form);
}

/** Keeps null where two forms have the key. */
function setUnique(index: Map<string, Form | null>, key: string, form: Form): void {
  index.set(key, index.has(key) ? null : form);
}
