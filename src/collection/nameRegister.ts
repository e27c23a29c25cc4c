import type { Analysis, Entity, EntityType } from "../analysis/analysis.js";
import { readNameForm } from "../analysis/identity/nameForms.js";

/** One spelling of a name in the sources, with the first place where it stands. */
export interface KnownName {
  /** The name as it stands there. */
  readonly surface: string;
  readonly type: EntityType;
  /** The folded words that are compared: a person's without titles and particles. */
  readonly parts: readonly string[];
  /** Those of the fullest form that the document has of the name. */
  readonly fullest: readonly string[];
  /** The number of the document in the index. */
  readonly document: number;
  readonly start: number;
  readonly end: number;
}

/** The types whose names have a spelling to check; the others are words of the language or titles. */
const CHECKED: ReadonlySet<EntityType> = new Set(["person", "organization", "place"]);

/** Whether the text names an entity: one who only speaks ("the old doctor") is somebody of its document alone. */
export function isNamed({ mentions }: Entity): boolean {
  return mentions.some(({ kind }) => kind === "name");
}

/** The names that a document's analysis has, each spelling once, at its first place. */
export function namesIn(document: number, text: string, { entities }: Analysis): readonly KnownName[] {
  return entities
    .filter(({ type }) => CHECKED.has(type))
    .flatMap(({ type, mentions }) => {
      let fullest: readonly string[] = [];
      const spellings = new Map<string, KnownName>();
      for (const { kind, start, end } of mentions) {
        const surface = text.slice(start, end);
        if (kind !== "name" || spellings.has(surface)) continue;
        const form = readNameForm(surface);
        const parts = type === "person" ? form.person.parts : form.words;
        if (form.acronym !== null || parts.length === 0) continue;
        if (parts.length > fullest.length) fullest = parts;
        spellings.set(surface, { surface, type, parts, fullest: parts, document, start, end });
      }
      return Array.from(spellings.values(), (name) => ({ ...name, fullest }));
    });
}

/** Keeps each spelling of the sources' names once. */
export class NameRegister {
  readonly #names = new Map<string, KnownName>();

  add(document: number, text: string, analysis: Analysis): void {
    for (const name of namesIn(document, text, analysis)) {
      const key = `${name.type} ${name.parts.join(" ")}`;
      if (!this.#names.has(key)) this.#names.set(key, name);
    }
  }

  names(): readonly KnownName[] {
    return [...this.#names.values()];
  }
}
