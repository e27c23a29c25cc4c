import { expect, it } from "vitest";
import { findDatelines } from "../../../src/analysis/names/datelines.js";
import { readBlock } from "../../../src/analysis/text/sourceText.js";
import { tidied } from "./tidied.js";

it("May is a surname behind a given name, and a month before a day", () => {
  expect(tidied("Theresa May told them so.", ["Theresa", "person"])).toEqual(["person: Theresa May"]);
  expect(tidied("He met Theresa May 5 in Oslo.", ["Theresa", "person"])).toEqual(["person: Theresa"]);
});

it("a dateline may have two places", () => {
  const placesOf = (text: string) => findDatelines(readBlock(text)).map(({ first, end }) => [first, end]);
  expect(placesOf("KYIV/NEW VESK, Feb 2 (Meridian) - Three died.")).toEqual([
    [0, 1],
    [2, 4],
  ]);
  expect(placesOf("AC/DC played, and three died.")).toEqual([]);
});

it("what is called after a person is no person", () => {
  expect(tidied("a deputy of the Yulia Tarvoq Bloc", ["Yulia Tarvoq", "person"])).toEqual(["organization: Yulia Tarvoq Bloc"]);
  expect(tidied("Scott & White Hospital took nine.", ["Scott", "person"], ["White Hospital", "organization"])).toEqual([
    "organization: Scott & White Hospital",
  ]);
});

it("two given names in one, and what persons alone do, make a person", () => {
  expect(tidied("with Jean-Claude Tarvoq's spokesman", ["Jean-Claude Tarvoq", "organization"])).toEqual(["person: Jean-Claude Tarvoq"]);
  expect(tidied("In May Michael Tarvoq died.", ["Michael Tarvoq", "organization"])).toEqual(["person: Michael Tarvoq"]);
  expect(tidied("In May Michael Tarvoq fell 3 percent.", ["Michael Tarvoq", "organization"])).toEqual(["organization: Michael Tarvoq"]);
  expect(tidied("She spoke for Koigi wa Tarvoq.", ["Koigi wa Tarvoq", "work"])).toEqual(["person: Koigi wa Tarvoq"]);
});

it("a bank is no place, and a seat no organization", () => {
  expect(tidied("Jane Foley at Tarvobank disagreed.", ["Tarvobank", "place"])).toEqual(["organization: Tarvobank"]);
  expect(tidied("The member for Tarvoq wept.", ["Tarvoq", "organization"])).toEqual(["place: Tarvoq"]);
});

it("a state has its prosecutors, and a place its second word", () => {
  expect(tidied("Guerrero state prosecutors said so.", ["Guerrero", "person"])).toEqual(["place: Guerrero"]);
  expect(tidied("during the Hale state visit", ["Hale", "person"])).toEqual(["person: Hale"]);
  expect(tidied("in Coyuca de Catalán", ["Coyuca de", "place"], ["Catalán", "group"])).toEqual(["place: Coyuca de Catalán"]);
});

it("who leads “Los …” leads no town, unless the lists have one", () => {
  expect(tidied("the leader of Los Tarveros", ["Los Tarveros", "place"])).toEqual(["organization: Los Tarveros"]);
  expect(tidied("the streets of Los Tarveros", ["Los Tarveros", "place"])).toEqual(["place: Los Tarveros"]);
});

it("an office behind “and” is no person", () => {
  expect(tidied("Amber Rudd, the Work and Pensions Secretary, left.", ["Amber Rudd", "person"], ["Pensions Secretary", "person"])).toEqual([
    "person: Amber Rudd",
  ]);
});

it("who stands before “et al.” keeps the given name", () => {
  expect(tidied("a claim against Michael Tarvoq et al. failed", ["Michael Tarvoq", "person"])).toEqual(["person: Michael Tarvoq"]);
});
