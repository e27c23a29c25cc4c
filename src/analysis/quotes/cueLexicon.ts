import cues from "./cues.json" with { type: "json" };

/** What a cue does with what is said. */
export const CUE_CLASSES = ["neutral", "assertive", "denying", "asking", "doubting"] as const;
export type CueClass = (typeof CUE_CLASSES)[number];

export const enum CueForm {
  Base = 0,
  /** says */
  Third = 1,
  /** said, and the participle where it is the same */
  Past = 2,
  /** spoken, known: only after an auxiliary */
  Participle = 3,
  /** saying */
  Ing = 4,
  Noun = 5,
  Adjective = 6,
  /** "according to", and the colon of "Mayor: bridge is open" */
  Phrase = 7,
}

/** A word that can be a cue, in one of its forms. */
export interface CueWord {
  /** The word's place among all cue words. */
  readonly index: number;
  readonly text: string;
  /** The form under which the lexicon lists it. */
  readonly lemma: string;
  readonly form: CueForm;
  /** Whether the word is listed as a noun, too: "a call for calm", but never "a blast". */
  readonly isNoun: boolean;
  readonly class: CueClass;
  /** The class's place among all classes. */
  readonly classIndex: number;
  /** Whether it reports nothing where all it has is an object: who found a coat or named a coach did something and said nothing. */
  readonly isAct: boolean;
  /** Whether the passive says what its subject thinks or says: who is worried worries, but who is told says nothing. */
  readonly isState: boolean;
  /** Whether the words behind it are who is spoken to: "told the council". */
  readonly hasListener: boolean;
  /** Whether it tells how something looks, mostly to nobody in particular: "seemed to". */
  readonly isImpression: boolean;
}

/** Stands for every verb that is not listed. */
const UNLISTED = "(a verb)";

const VOWEL_Y = /[aeiou]y$/;

function inflect(lemma: string): readonly [third: string, past: string, participle: string, ing: string] {
  const irregular: Readonly<Record<string, readonly string[]>> = cues.irregular;
  const listed = irregular[lemma];
  if (listed) return [listed[0], listed[1], listed[2], listed[3]];
  if (lemma.endsWith("e")) return [`${lemma}s`, `${lemma}d`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  if (lemma.endsWith("y") && !VOWEL_Y.test(lemma)) {
    const stem = lemma.slice(0, -1);
    return [`${stem}ies`, `${stem}ied`, `${stem}ied`, `${lemma}ing`];
  }
  const third = /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  return [third, `${lemma}ed`, `${lemma}ed`, `${lemma}ing`];
}

function readLexicon(): readonly CueWord[] {
  const words: CueWord[] = [];
  const known = new Set<string>();
  const acts = new Set(cues.acts);
  const states = new Set(cues.states);
  const nouns = new Set(
    Object.values(cues.nouns)
      .flat()
      .flatMap((lemma) => [lemma, inflect(lemma)[0]]),
  );
  const impressions = new Set(cues.impressions);
  const listeners = new Set(cues.listeners);
  const add = (text: string, lemma: string, form: CueForm, cueClass: CueClass): void => {
    if (known.has(text)) return;
    known.add(text);
    words.push({
      index: words.length,
      text,
      lemma,
      form,
      isNoun: nouns.has(text),
      class: cueClass,
      classIndex: CUE_CLASSES.indexOf(cueClass),
      isAct: acts.has(lemma),
      isState: states.has(lemma),
      hasListener: listeners.has(lemma),
      isImpression: impressions.has(lemma),
    });
  };
  for (const cueClass of CUE_CLASSES) {
    for (const lemma of cues.verbs[cueClass]) {
      const [third, past, participle, ing] = inflect(lemma);
      add(lemma, lemma, CueForm.Base, cueClass);
      add(third, lemma, CueForm.Third, cueClass);
      add(past, lemma, CueForm.Past, cueClass);
      add(participle, lemma, CueForm.Participle, cueClass);
      add(ing, lemma, CueForm.Ing, cueClass);
    }
  }
  const others = [
    [cues.nouns, CueForm.Noun],
    [cues.adjectives, CueForm.Adjective],
    [cues.adverbs, CueForm.Adjective],
  ] as const;
  for (const [lists, form] of others) {
    for (const [cueClass, lemmas] of Object.entries(lists)) {
      for (const lemma of lemmas) {
        add(lemma, lemma, form, cueClass as CueClass);
        if (form === CueForm.Noun) add(inflect(lemma)[0], lemma, form, cueClass as CueClass);
      }
    }
  }
  add("according", "according to", CueForm.Phrase, "neutral");
  add(":", ":", CueForm.Phrase, "neutral");
  add(UNLISTED, UNLISTED, CueForm.Past, "neutral");
  return words;
}

/** Every form of every cue word. */
export const CUE_WORDS: readonly CueWord[] = readLexicon();

/** The cue word for a verb that is not listed and stands where a cue does: “It was never a foul,” he fumed. */
export const UNLISTED_CUE = CUE_WORDS.findIndex(({ text }) => text === UNLISTED);
