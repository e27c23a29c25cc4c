import { describe, expect, it } from "vitest";
import { beginLabel, LABEL_COUNT } from "../../../src/analysis/names/labels.js";
import { firstOf, openModel, secondOf } from "../../../src/analysis/names/model.js";
import { Crf } from "../../../src/training/crf.js";
import { modelBytes, SCALE } from "../../../src/training/modelFile.js";
import type { Instances } from "../../../src/training/namesInstances.js";
import { predict } from "../../../src/training/namesTraining.js";
import { seededRandom } from "../../../src/training/random.js";

const PERSON = beginLabel("person");
const PLACE = beginLabel("place");

/** One stretch for each list of tokens; a token is its features and the labels it may have. */
function instancesOf(
  stretches: readonly (readonly { readonly features: readonly number[]; readonly labels: readonly number[] }[])[],
): Instances {
  const tokens = stretches.flat();
  const starts = (lengths: readonly number[]): Int32Array =>
    Int32Array.from([0, ...lengths].map((_, i) => lengths.slice(0, i).reduce((a, b) => a + b, 0)));
  const features = Int32Array.from(tokens.flatMap((token) => token.features));
  return {
    stretchStarts: starts(stretches.map((stretch) => stretch.length)),
    featureStarts: starts(tokens.map((token) => token.features.length)),
    features,
    families: new Uint8Array(features.length),
    allowed: Uint16Array.from(tokens, (token) => token.labels.reduce((bits, label) => bits | (1 << label), 0)),
    blocks: new Int32Array(stretches.length),
    tokens: new Int32Array(tokens.length),
  };
}

const WITHOUT_DROPOUT = { form: 0, naming: 0, context: 0, allButForm: 0, single: 0 };
const SETTINGS = { epochs: 40, rate: 0.2, dropout: WITHOUT_DROPOUT, seed: 1 };

const LEARNED = instancesOf([
  [
    { features: [0], labels: [0] },
    { features: [1], labels: [PERSON] },
    { features: [2], labels: [PERSON + 1] },
  ],
  [
    { features: [3], labels: [PLACE] },
    { features: [0], labels: [0] },
  ],
]);

describe("a conditional random field", () => {
  it("learns what its data says", () => {
    const crf = new Crf(4);
    crf.train(LEARNED, SETTINGS);
    expect([...predict(LEARNED, crf)]).toEqual([0, PERSON, PERSON + 1, PLACE, 0]);
  });

  it("learns from data that leaves labels open what the rest of the data suggests", () => {
    const open = Array.from({ length: LABEL_COUNT }, (_, label) => label);
    const data = instancesOf([
      [{ features: [0, 1], labels: [PLACE] }],
      [{ features: [0, 2], labels: open }],
      [{ features: [3], labels: [0] }],
    ]);
    const crf = new Crf(4);
    crf.train(data, SETTINGS);
    expect(predict(data, crf)[1]).toBe(PLACE);
  });

  it("gives the same weights each time", () => {
    const weights = [0, 1].map(() => {
      const crf = new Crf(4);
      crf.train(LEARNED, { ...SETTINGS, dropout: { form: 0, naming: 0.3, context: 0.2, allButForm: 0.1, single: 0.1 } });
      return [...crf.weights, ...crf.steps];
    });
    expect(weights[0]).toEqual(weights[1]);
  });
});

describe("a model's file", () => {
  it("gives back the weights that were written, to a step of its scale", () => {
    const random = seededRandom(7);
    const keys = Int32Array.from([5, -3, 123_456_789, -2_000_000_000, 0]);
    const weights = Float32Array.from({ length: keys.length * LABEL_COUNT }, () => random() * 4 - 2);
    const steps = Float32Array.from({ length: LABEL_COUNT * LABEL_COUNT }, () => random() - 0.5);
    const model = openModel(modelBytes(keys, weights, steps));
    keys.forEach((key, i) => {
      const found = new Int32Array(1);
      expect(model.findRows(Int32Array.of(key), 1, found)).toBe(1);
      const row = found[0];
      for (let y = 0; y < LABEL_COUNT; y++) {
        const pair = model.rows[row + (y >> 1)];
        const score = y % 2 === 0 ? firstOf(pair) : secondOf(pair);
        expect(Math.abs(score / SCALE - weights[i * LABEL_COUNT + y])).toBeLessThanOrEqual(0.5 / SCALE + 1e-6);
      }
    });
    expect(model.steps[5]).toBe(Math.round(steps[5] * SCALE));
  });

  it("has no row for a feature it does not know", () => {
    const model = openModel(
      modelBytes(Int32Array.from([1]), new Float32Array(LABEL_COUNT).fill(1), new Float32Array(LABEL_COUNT * LABEL_COUNT)),
    );
    const keys = Int32Array.from({ length: 10_000 }, (_, i) => i + 1);
    const found = new Int32Array(keys.length);
    expect(model.findRows(keys, keys.length, found)).toBe(1);
    expect(found[0]).toBe(0);
  });

  it("of another form is refused", () => {
    expect(() => openModel(new Uint8Array(64))).toThrow("another form");
  });
});
