import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";

const BELOW =
  "Peter Collins and Susan Wright, who own the shop next door, have seen the harbour change.\n\n" +
  "Brian Hughes met Laura Stone at the council on Monday to talk about it.\n";

/** Who says the first quotation in marks of a text. */
function speakerOf(text: string): string | null {
  const { quotes, entities } = analyze(text);
  const entity = quotes.find(({ kind }) => kind === "direct")?.speaker?.entity;
  return entities.find(({ id }) => id === entity)?.name ?? null;
}

describe("a pronoun behind the only person named near it", () => {
  it.each([
    ["Thandeka Mabaso", "she"],
    ["Ngaire Tuhoro", "she"],
    ["Aigerim Sadykova", "she"],
    ["Halyna Kovach", "she"],
    ["Pham Thu Hang", "she"],
    ["Ingvild Dahl", "she"],
    ["Yerlan Bekov", "he"],
    ["Koffi Mensah", "he"],
    ["Bui Van Thanh", "he"],
  ])("means %s, whose gender no list knows", (name, pronoun) => {
    expect(speakerOf(`${name} keeps bees above the quarry.\n\n“I lost two hives in May,” ${pronoun} said.\n\n${BELOW}`)).toBe(name);
    expect(speakerOf(`${name} keeps bees above the quarry. “I lost two hives in May,” said ${pronoun}.\n\n${BELOW}`)).toBe(name);
  });

  it("means the person in spite of the noun for what she is", () => {
    expect(speakerOf("Ngaire Tuhoro, a nurse at the port clinic, moved here in May.\n\n“The roof leaks,” she said.\n")).toBe(
      "Ngaire Tuhoro",
    );
  });

  it("means the person in spite of one of the other gender", () => {
    const text = "The council met on Monday. Pham Thu Hang, who sells fish, was there with Brian Hughes.\n\n“Nobody asked us,” she said.\n";
    expect(speakerOf(text)).toBe("Pham Thu Hang");
  });

  it("is not told as sure as where the gender is known", () => {
    const [first] = analyze(`Ingvild Dahl keeps bees.\n\n“I lost two hives,” she said.\n`).quotes;
    expect(first.speaker?.confidence).toBeLessThan(0.9);
  });

  it("does not mean the person where somebody unnamed came up since", () => {
    const text = "Ingvild Dahl called for help at noon. A doctor came to the house.\n\n“There was nothing to see,” she said.\n";
    expect(speakerOf(text)).not.toBe("Ingvild Dahl");
  });
});
