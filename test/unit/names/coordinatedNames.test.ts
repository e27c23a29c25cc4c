import { describe, expect, it } from "vitest";
import { createNameTagger } from "../../../src/analysis/names/nameTagger.js";
import type { Layout } from "../../../src/analysis/sections/layout.js";
import { readSourceText } from "../../../src/analysis/text/sourceText.js";
import { tidied } from "./tidied.js";

function shown(text: string): string[] {
  const layout: Layout = { sections: [{ kind: "body", start: 0, end: text.length }], declaredTopics: [], authors: [] };
  return createNameTagger()
    .tag(readSourceText(text), layout)
    .map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`);
}

describe("two names around “and”", () => {
  it("a surname that is a common word is one beside a person, where it is said who the two are", () => {
    const text = "Hart and Low, two retired engineers, said the bridge was unsafe.\n\nLow said nothing more.";
    expect(tidied(text.split("\n")[0], ["Hart", "person"])).toEqual(["person: Hart", "person: Low"]);
    expect(tidied("Low and Hart, both engineers, left.", ["Hart", "person"])).toEqual(["person: Low", "person: Hart"]);
    expect(tidied("Hart and Low, which is a town, met.", ["Hart", "person"])).toEqual(["person: Hart"]);
    expect(shown(text).filter((name) => name === "person: Low")).toHaveLength(2);
  });
  it("two firms of the lists are firms, though one is called by a surname", () => {
    expect(tidied("Bayer and Syngenta met.", ["Bayer", "person"], ["Syngenta", "organization"])).toEqual([
      "organization: Bayer",
      "organization: Syngenta",
    ]);
    expect(tidied("Vesk and Syngenta met.", ["Vesk", "person"], ["Syngenta", "organization"])).toEqual([
      "person: Vesk",
      "organization: Syngenta",
    ]);
  });
  it("two universities that share “University of” are two", () => {
    const of = (name: string) => tidied(`the ${name} agreed`, [name, "organization"]);
    expect(of("University of Leeds and Makerere")).toEqual(["organization: University of Leeds", "organization: Makerere"]);
    expect(of("University of Leeds and York")).toEqual(["organization: University of Leeds", "place: York"]);
    expect(of("University of Trinidad and Tobago")).toEqual(["organization: University of Trinidad and Tobago"]);
    expect(of("University of Arts and Design")).toEqual(["organization: University of Arts and Design"]);
  });
});

describe("names behind “the” that the document has in full elsewhere", () => {
  it("families", () => {
    const text = "The Topals live in two rooms.\n\nMehmet Topal found work, and the Topals hope to stay. The Vesks left.";
    expect(shown(text)).toEqual(["person: Topals", "person: Mehmet Topal", "person: Topals"]);
    expect(shown("The Topals live in two rooms. Mehmet Vesk found work.")).not.toContain("person: Topals");
  });
  it("ships", () => {
    const text = "The MV Torvol capsized in April.\n\nDivers recovered the bodies from the Torvol.";
    expect(shown(text)).toEqual(["place: MV Torvol", "place: Torvol"]);
    expect(tidied("Divers recovered the bodies from the Torvol.")).toEqual([]);
  });
});

describe("ships by what is said beside them", () => {
  it.each([
    ["The Torvol sank in 1912.", ["place: Torvol"]],
    ["They found the wreck of the Torvol Star.", ["place: Torvol Star"]],
    ["He sailed aboard the Torvol.", ["place: Torvol"]],
    ["A second ferry, the Torvol Star, came.", ["place: Torvol Star"]],
    ["The owner of the Torvol Star ferry paid.", ["place: Torvol Star"]],
    ["the crew of the Norwegian trawler", []],
    ["the loss of the France of old", []],
  ])("%s", (text, names) => {
    expect(tidied(text)).toEqual(names);
  });
});

describe("the figure of a note behind a name", () => {
  it("is no part of it, but of a handle and of a name that is written so", () => {
    expect(shown("Dr Ann Weld3, who led the study, left.")).toEqual(["person: Ann Weld"]);
    expect(shown("RT @AnnWeld3: good").join()).not.toContain("person: AnnWeld,");
  });
});
