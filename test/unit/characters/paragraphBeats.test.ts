import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";

const TRIAL = [
  "The clerk called the next witness shortly after eleven. Miriam Oduya, a ward nurse, took the oath with her eyes lowered.",
  "“You were on duty that night?” asked the prosecutor, Daniel Hale.",
  "“I was,” she said.",
  "“Alone?”",
  "“Yes. There should have been two of us.”",
  "Hale turned a page. “Who told you that nobody else was coming?”",
  "“The matron did.”",
  "The judge leaned forward. “Speak up, please,” he said.",
  "“The matron told me,” she repeated, louder.",
].join("\n\n");

function spoken(text: string, words: string): { readonly name: string | undefined; readonly rule: string | undefined } {
  const { quotes, entities } = analyze(text);
  const at = text.indexOf(words);
  const quote = quotes.find(({ start, end, kind }) => kind !== "indirect" && start <= at && at < end);
  return { name: entities.find(({ id }) => id === quote?.speaker?.entity)?.name, rule: quote?.speaker?.rule };
}

describe("a paragraph that tells of somebody before it quotes him", () => {
  it("“he” is the one with whom its sentence begins, whoever spoke before", () => {
    const { name, rule } = spoken(TRIAL, "Speak up");
    expect(name).toBe("The judge");
    expect(rule).toContain("of whom the paragraph tells");
  });

  it("speaks where nothing else names the speaker", () => {
    const text = TRIAL.replace("“Speak up, please,” he said.", "“Speak up, please.”");
    expect(spoken(text, "Speak up").name).toBe("The judge");
    expect(spoken(text, "Who told you").name).toBe("Daniel Hale");
  });

  it("who asks is answered by another one", () => {
    const text = TRIAL.replace(
      "The judge leaned forward. “Speak up, please,” he said.",
      "The judge asked for silence. “It is quiet already.”",
    );
    expect(spoken(text, "It is quiet").rule ?? "").not.toContain("the paragraph tells");
  });

  it("a pronoun is not one of another gender, nor the one whose name another's follows", () => {
    const text = TRIAL.replace(
      "The judge leaned forward. “Speak up, please,” he said.",
      "Hale’s wife leaned forward. “Speak up, please,” she said.",
    );
    expect(spoken(text, "Speak up").name).not.toBe("Daniel Hale");
  });

  it("the only one whom “he” can mean in the paragraph speaks, though its last sentence begins with a pronoun", () => {
    const text = [
      "My father did not trust the electric light. “It will burn the barn down,” he used to say.",
      "I remember the man from the power board. He stood at the gate with his hat in his hand. “Is your father in?” he asked me.",
      "“He is in the cowshed,” I said.",
      "“Would you fetch him?”",
      "“He will not come.”",
    ].join("\n\n");
    expect(spoken(text, "burn the barn").name).toBe("My father");
    expect(spoken(text, "Is your father in").name).toBe("the man");
  });
});
