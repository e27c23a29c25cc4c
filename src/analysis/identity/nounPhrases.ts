import type { Block } from "../text/sourceText.js";
import type { NamedEntity } from "./entities.js";
import type { NounReference } from "./references.js";
import type { FoundRole } from "./roles.js";

/** A role or a name's own noun is remembered this many sentences. */
const ROLE_REACH = 40;
const NAME_REACH = 12;
const CONFIDENCE_ROLE = 0.85;
const CONFIDENCE_ROLE_OF_SEVERAL = 0.65;
const CONFIDENCE_NAME_NOUN = 0.75;

interface Bearer {
  readonly entity: number;
  sentence: number;
}

/** Resolves definite noun phrases by the roles that the text gives and by the nouns inside names: "the prime minister", "the ministry". */
export class NounPhraseResolver {
  readonly #nounsOf: readonly (readonly string[])[];
  /** The entities that bear each noun, the one named last first. */
  readonly #bearers = new Map<string, Bearer[]>();

  constructor(entities: readonly NamedEntity[], roles: readonly (readonly FoundRole[])[]) {
    this.#nounsOf = entities.map(({ type, names }, i) => {
      const nouns = new Set(roles[i].map(({ head }) => head));
      for (const { mention } of names) {
        const { titleWords, form } = mention;
        if (type === "person") {
          if (titleWords.length > 0) nouns.add(titleWords[titleWords.length - 1]);
        } else if (form.words.length > 1) nouns.add(form.words[form.words.length - 1]);
      }
      return [...nouns];
    });
  }

  /** Notes that an entity was named. */
  meet(entity: number, sentence: number): void {
    for (const noun of this.#nounsOf[entity]) {
      const bearers = this.#bearers.get(noun);
      if (!bearers) {
        this.#bearers.set(noun, [{ entity, sentence }]);
        continue;
      }
      const at = bearers.findIndex((bearer) => bearer.entity === entity);
      if (at >= 0) bearers.splice(at, 1);
      else if (bearers.length >= 4) bearers.pop();
      bearers.unshift({ entity, sentence });
    }
  }

  /** The entity that a definite noun phrase means here, or null where the evidence is thin. */
  resolve(reference: NounReference, block: Block, sentence: number): { readonly entity: number; readonly confidence: number } | null {
    const bearers = this.#bearers.get(reference.noun);
    if (!bearers || isNarrowed(block, reference.endToken)) return null;
    const reach = reference.type === "person" ? ROLE_REACH : NAME_REACH;
    const near = bearers.filter((bearer) => sentence - bearer.sentence <= reach);
    if (near.length === 0) return null;
    if (reference.type !== "person") return near.length === 1 ? { entity: near[0].entity, confidence: CONFIDENCE_NAME_NOUN } : null;
    return { entity: near[0].entity, confidence: near.length === 1 ? CONFIDENCE_ROLE : CONFIDENCE_ROLE_OF_SEVERAL };
  }
}

/** "the president of Egypt" says itself who is meant, and may mean another. */
function isNarrowed({ text, tokens }: Block, after: number): boolean {
  if (after >= tokens.count) return false;
  const word = text.slice(tokens.starts[after], tokens.ends[after]);
  return word === "of" || word === "for" || word === "who" || word === "'s" || word === "’s" ? word === "of" || word === "for" || word === "who" : /^\p{Ll}+s$/u.test(word) && tokens.starts[after] === tokens.ends[after - 1];
}
