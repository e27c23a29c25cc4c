import { describe, expect, it } from "vitest";
import { entity, inMarks } from "./quotesOf.js";

describe("a message from somebody to somebody", () => {
  it("is its sender's words before a colon", () => {
    const text = "The judge read out the text message of 2 May from Holm to the chief executive, Bo Aasen: “Brandt is asking again.”";
    const [{ speaker }] = inMarks(text);
    expect(speaker && text.slice(speaker.start, speaker.end)).toBe("Holm");
  });

  it("says what its sender says", () => {
    const text = "An e-mail from Ruiz to Sir John Weld said: “We will not sell.”";
    const [{ speaker }] = inMarks(text, [entity(text, "e1", ["Ruiz"]), entity(text, "e2", ["John Weld"])]);
    expect(speaker?.entity).toBe("e1");
  });

  it("is not the words of whom the sender belongs to", () => {
    const text = "A letter from Ruiz's lawyer Ann Weld to Sir John said: “We will not sell.”";
    const [{ speaker }] = inMarks(text, [entity(text, "e1", ["Ruiz"]), entity(text, "e2", ["Ann Weld"])]);
    expect(speaker?.entity).not.toBe("e1");
  });
});
