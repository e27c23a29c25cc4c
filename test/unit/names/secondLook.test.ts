import { describe, expect, it } from "vitest";
import { ENTITY_TYPES } from "../../../src/analysis/analysis.js";
import { Evidence } from "../../../src/analysis/names/evidence.js";
import type { FirstLook } from "../../../src/analysis/names/firstLook.js";
import { LABEL_COUNT } from "../../../src/analysis/names/labels.js";
import { findAdditions } from "../../../src/analysis/names/secondLook.js";
import type { TokenName } from "../../../src/analysis/names/spans.js";
import { phraseHash, VoteBuffer } from "../../../src/analysis/names/votes.js";
import { type Block, readBlock } from "../../../src/analysis/text/sourceText.js";

const PERSON = ENTITY_TYPES.indexOf("person");

function person(first: number, end: number): TokenName {
  return { first, end, type: "person", confidence: 0.9 };
}

function lookAt(block: Block, names: readonly TokenName[]): FirstLook {
  const { count, starts, ends } = block.tokens;
  const hashes = Int32Array.from({ length: count }, (_, i) => phraseHash(block.text, starts[i], ends[i]));
  const votes = new VoteBuffer();
  votes.start((token) => hashes[token]);
  for (const name of names) votes.addName(block, name, false);
  const scores = new Int16Array(count * LABEL_COUNT);
  return { stretches: [0, count], scores, hashes, scale: 1, names, inCapitals: [], votes: votes.kept() };
}

/** What is added to "person" for the first word of a sentence, by what the document says elsewhere. */
function addedToPerson(elsewhere: FirstLook | null, introduces: boolean): number {
  const block = readBlock("Korvan spoke.");
  const look = lookAt(block, [person(0, 1)]);
  const evidence = new Evidence();
  evidence.add(look.votes);
  if (elsewhere) evidence.add(elsewhere.votes);
  const additions = findAdditions(block, look, evidence, introduces);
  let sum = 0;
  for (let i = 0; i < additions.length; i += 4) if (additions[i] === 0 && additions[i + 2] === PERSON) sum += additions[i + 3];
  return sum;
}

describe("a person named by one word", () => {
  it("is doubted where the document names nobody so in full", () => {
    expect(addedToPerson(null, true)).toBeLessThan(0);
    expect(addedToPerson(lookAt(readBlock("Lena Marlo spoke."), [person(0, 2)]), true)).toBeLessThan(0);
  });

  it("is not doubted where the document has the full name, and is surer for it", () => {
    expect(addedToPerson(lookAt(readBlock("Lena Korvan spoke."), [person(0, 2)]), true)).toBeGreaterThan(0);
    expect(addedToPerson(lookAt(readBlock("Abu Korvan Marlo spoke."), [person(0, 3)]), true)).toBeGreaterThanOrEqual(0);
  });

  it("is surer for the nickname in a full name", () => {
    const plain = addedToPerson(lookAt(readBlock("Lena Korvan Marlo spoke."), [person(0, 3)]), true);
    expect(addedToPerson(lookAt(readBlock('Lena "Korvan" Marlo spoke.'), [person(0, 5)]), true)).toBeGreaterThan(plain);
  });

  it("is not doubted in a short text", () => {
    expect(addedToPerson(null, false)).toBe(0);
  });
});

it("a town “Fort …” is a town, whoever has the surname", () => {
  const block = readBlock("They live in Fort Marlo.");
  const other = readBlock("Lena Marlo spoke.");
  const look = lookAt(block, [{ first: 3, end: 5, type: "place", confidence: 0.9 }]);
  const evidence = new Evidence();
  evidence.add(look.votes);
  evidence.add(lookAt(other, [person(0, 2)]).votes);
  const additions = findAdditions(block, look, evidence, true);
  for (let i = 0; i < additions.length; i += 4) expect([additions[i], additions[i + 2]]).not.toEqual([3, PERSON]);
});

it("a surname that is an organization elsewhere is a person's all the same, unless a longer organization begins with it", () => {
  const block = readBlock("Korvan spoke.");
  const look = lookAt(block, [{ first: 0, end: 1, type: "organization", confidence: 0.3 }]);
  const typesWith = (...others: readonly FirstLook[]): number[] => {
    const evidence = new Evidence();
    for (const { votes } of [look, ...others]) evidence.add(votes);
    const additions = findAdditions(block, look, evidence, true);
    return additions.filter((_, i) => i % 4 === 2);
  };
  const organization = (text: string, end: number): FirstLook =>
    lookAt(readBlock(text), [{ first: 0, end, type: "organization", confidence: 0.3 }]);
  const whole = lookAt(readBlock("Lena Korvan left."), [person(0, 2)]);
  const bare = [organization("Korvan sat.", 1), organization("Korvan ran.", 1)];
  expect(typesWith(whole, ...bare)).toEqual([PERSON]);
  expect(typesWith(whole, ...bare, organization("Korvan Motors sat.", 2))).not.toEqual([PERSON]);
});
