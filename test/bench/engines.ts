/** What is compared: text in, names and quotations out. */
export interface Engine {
  /** Reads one text whole and gives how much it found, so that no work can be left out. */
  read(text: string): number;
}

/** Each engine is loaded only when it is asked for: a cold run counts its own loading and no other's. */
export const ENGINES = {
  "source-review": async (): Promise<Engine> => {
    const { createAnalyzer } = await import("../../src/analysis/analyze.js");
    const { sha256 } = await import("../../src/sha256.js");
    return {
      read: (text) => {
        const { entities, quotes } = createAnalyzer(sha256).analyze(text);
        return entities.length + quotes.length;
      },
    };
  },
  compromise: async (): Promise<Engine> => {
    const { default: nlp } = await import("compromise/three");
    return {
      read: (text) => {
        const doc = nlp(text);
        return [doc.people(), doc.places(), doc.organizations(), doc.quotations()].reduce(
          (sum, found) => sum + found.out("array").length,
          0,
        );
      },
    };
  },
  "wink-nlp": async (): Promise<Engine> => {
    const { default: winkNLP } = await import("wink-nlp");
    const { default: model } = await import("wink-eng-lite-web-model");
    const nlp = winkNLP(model);
    return { read: (text) => nlp.readDoc(text).entities().out().length };
  },
} as const;

export type EngineName = keyof typeof ENGINES;

export const ENGINE_NAMES = ["source-review", "compromise", "wink-nlp"] as const satisfies readonly EngineName[];
