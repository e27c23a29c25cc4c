import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";
import { votedGender } from "../../../src/analysis/characters/pronounGenders.js";

const WARD = [
  "The surgeon washed her hands and hung up her coat. The porter leaned on his broom by the stove.",
  "“Is the boiler lit?” asked the surgeon.",
  "“It is lit,” said the porter.",
  "The porter shut the stove with his boot. Nobody else was awake in the house.",
  "“Then I can begin,” she said.",
  "“You can begin whenever you please,” he said.",
].join("\n\n");

function speakerOf(text: string, words: string): string | undefined {
  const { quotes, entities } = analyze(text);
  const at = text.indexOf(words);
  const quote = quotes.find(({ start, end, kind }) => kind !== "indirect" && start <= at && at < end);
  return entities.find(({ id }) => id === quote?.speaker?.entity)?.name.toLowerCase();
}

describe("genders that a text's pronouns tell", () => {
  it("“she” is the one whom the text calls “her”, whoever was named last", () => {
    expect(speakerOf(WARD, "Then I can begin")).toBe("the surgeon");
    expect(speakerOf(WARD, "You can begin whenever")).toBe("the porter");
  });

  it("the same words with the pronouns turned round mean the other one", () => {
    const turned = WARD.replace("her hands and hung up her", "his hands and hung up his").replace("on his broom", "on her broom");
    const text = turned.replace("with his boot", "with her boot");
    expect(speakerOf(text, "Then I can begin")).toBe("the porter");
  });

  it("believes what most of the pronouns say, and nothing where they differ", () => {
    expect(votedGender({ male: 6, female: 2 })).toBe("male");
    expect(votedGender({ male: 0, female: 2 })).toBe("female");
    expect(votedGender({ male: 4, female: 2 })).toBeNull();
    expect(votedGender({ male: 1, female: 0 })).toBeNull();
    expect(votedGender(undefined)).toBeNull();
  });
});
