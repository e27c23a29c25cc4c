import { describe, expect, it } from "vitest";
import { withFormNames } from "../../../src/analysis/names/formNames.js";
import { withOperations } from "../../../src/analysis/names/operations.js";
import type { TokenName } from "../../../src/analysis/names/spans.js";
import { WordLists } from "../../../src/analysis/names/wordLists.js";
import { readBlock } from "../../../src/analysis/text/sourceText.js";

const LISTS = new WordLists();

/** The names found by their form beside those given. */
function found(text: string, names: readonly TokenName[] = []): string[] {
  const block = readBlock(text);
  return withFormNames(block, names, LISTS).map(
    ({ first, end, type }) => `${type}: ${text.slice(block.tokens.starts[first], block.tokens.ends[end - 1])}`,
  );
}

describe("names that their form tells", () => {
  it("takes for no storm what is about storms", () => {
    const named = (text: string): number => withOperations(readBlock(text), []).length;
    expect(named("when Storm Vesk struck")).toBe(1);
    for (const text of ["The Storm Warning was lifted.", "in the Atlantic Hurricane Season", "the National Hurricane Center"])
      expect(named(text)).toBe(0);
  });

  it("takes for a firm's possessive neither what is or has, nor whom parents call so", () => {
    for (const text of ["It's said that the river rose.", "That's had its day.", "There's, the guide says, a shop.", "Mum's told me."])
      expect(found(text)).toEqual([]);
    expect(found("Karim's had enough.", [{ first: 0, end: 1, type: "person", confidence: 0.9 }])).toEqual(["person: Karim"]);
    expect(found("Dunmore's said it would close.")).toEqual(["organization: Dunmore's"]);
  });

  it("finds court cases without a full stop behind the v, but no matches", () => {
    expect(found("In Mills v Barnsley Council the court said otherwise.")).toEqual(["work: Mills v Barnsley Council"]);
    expect(found("R v Weld was cited.")).toEqual(["work: R v Weld"]);
    expect(found("Barnsley v Walsall was called off.")).toEqual([]);
    expect(found("Ms Roe relied on Mills v Hale [1996] AC 923.")).toEqual(["work: Mills v Hale"]);
    expect(found("See Mills v. Hale and R v Weld.")).toEqual(["work: Mills v. Hale", "work: R v Weld"]);
    expect(found("In Mills v Hale the judge spoke of neighbours.")).toEqual(["work: Mills v Hale"]);
  });

  it("finds the parks of queens and the shrines of saints", () => {
    expect(found("It was outside Queen's Park on Friday.")).toEqual(["place: Queen's Park"]);
    expect(found("a mass at St. Anthony's Shrine")).toEqual(["place: St. Anthony's Shrine"]);
  });

  it("finds laws by their last word, with their year", () => {
    expect(found("The plant breaks the Clean Water Act, she said.")).toEqual(["work: Clean Water Act"]);
    expect(found("He was charged under the Securities Act of 1933 and the Rome Statute.")).toEqual([
      "work: Securities Act of 1933",
      "work: Rome Statute",
    ]);
    expect(found("They marched against the Foreign Agents Law.")).toEqual(["work: Foreign Agents Law"]);
    expect(found("the First Amendment")).toEqual(["work: First Amendment"]);
  });

  it("takes no person and no firm for a law", () => {
    expect(found("Ann spoke to Jude Law on Friday.")).toEqual([]);
    expect(found("the Oslo Law Society met")).toEqual([]);
    expect(found("Act now, he said.")).toEqual([]);
  });

  it("finds ships with what stands before their names", () => {
    expect(found("the frigate HMS Argyll and INS Vikrant met")).toEqual(["place: HMS Argyll", "place: INS Vikrant"]);
    expect(found("the INS Commissioner resigned")).toEqual([]);
    expect(found("The ferry Dona Lind hit the M/V Lady Vesk.")).toEqual(["place: Dona Lind", "place: M/V Lady Vesk"]);
    expect(found("The ferry Captain Hale sailed the ferry Monday; a destroyer escort sank V Weld.")).toEqual([]);
  });

  it("leaves a firm the possessive that it is called by", () => {
    expect(found("Analysts at Moody's agreed with Ben & Jerry's.")).toEqual(["organization: Moody's", "organization: Ben & Jerry's"]);
    expect(found("Dunmore’s, the department store on High Street, closed. Tolliver's said so.")).toEqual([
      "organization: Dunmore’s",
      "organization: Tolliver's",
    ]);
    expect(found("near Land's End")).toEqual(["place: Land's End"]);
  });

  it("leaves a person the possessive of what is hers", () => {
    expect(found("Wendy's brother and Dunmore's wife saw Voss's, the doctor's, car.")).toEqual([]);
    expect(found("Wendy's closed.")).toEqual([]);
    expect(found("Wendy's and Macy's said so.")).toEqual(["organization: Wendy's", "organization: Macy's"]);
  });

  it("finds offices and events that a common word possesses", () => {
    expect(found("Tarrant County Sheriff's Office deputies")).toEqual(["organization: Tarrant County Sheriff's Office"]);
    expect(found("She died at St. Luke's Hospital near St. Anne's Square.")).toEqual([
      "organization: St. Luke's Hospital",
      "place: St. Anne's Square",
    ]);
    expect(found("It ended the Thirty Years' War.")).toEqual(["event: Thirty Years' War"]);
    expect(found("The Mayor's Office said so.")).toEqual(["organization: Mayor's Office"]);
  });

  it.each([
    ["Campaign for Clean Rivers chair Olive Barr marched.", ["organization: Campaign for Clean Rivers"]],
    ["She spoke for Physicians Against Noise and left.", ["organization: Physicians Against Noise"]],
    ["They marched with Save the Lakes and Keep Our Harbour.", ["organization: Save the Lakes", "organization: Keep Our Harbour"]],
    ["Save the Lakes, a charity, sued.", ["organization: Save the Lakes"]],
    ["Friends of the Fjord sued the county.", ["organization: Friends of the Fjord"]],
    ["Business Leaders for Open Seas wrote a letter.", ["organization: Business Leaders for Open Seas"]],
    ["Save the date. Keep the Lakes in mind.", []],
    ["Friends of Anna Holm said so.", []],
    ["Students for Open Seas Sue Harbour Board", []],
  ])("finds organizations that are called by their cause: %s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["In Harlan v. Board of Schools, the court held so.", ["work: Harlan v. Board of Schools"]],
    ["He cited Voss v. Norvik Shipping Ltd. on Monday.", ["work: Voss v. Norvik Shipping Ltd."]],
    ["Barnsley v Walsall", []],
    ["The Treaty of Varnholm ended it.", ["event: Treaty of Varnholm"]],
    ["peace of mind, Peace of mind", []],
    ["He drove on Highway 287 to State Route 12.", ["place: Highway 287", "place: State Route 12"]],
    ["Route planning", []],
  ])("finds court cases, events and roads: %s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["a supplier to Taiwan Vesk Manufacturing Co., it said", ["organization: Taiwan Vesk Manufacturing Co."]],
    ["But Hale & Sons Ltd fell.", ["organization: Hale & Sons Ltd"]],
    ["Ann Hale of Vesk & Hollis, P.A., spoke.", ["organization: Vesk & Hollis, P.A."]],
    ["the Co. and a Corp", []],
    ["Under the Railway Labor Act we stay.", ["work: Railway Labor Act"]],
  ])("finds firms by their legal form, and laws without what a sentence opens with: %s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["the KPT-N leaders met", ["organization: KPT-N"]],
    ["the Jamaat-e-Vesk called for it", ["organization: Jamaat-e-Vesk"]],
    ["KPT-N WINS", []],
    ["a DVD-R of it", []],
  ])("finds parties by their parts: %s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("leaves an organization the place that it is of", () => {
    const text = "the Workers' Party of Vesk met";
    expect(found(text, [{ first: 1, end: 6, type: "organization", confidence: 0.9 }])).toEqual(["organization: Workers' Party of Vesk"]);
  });

  it("puts them in place of what was found within", () => {
    const text = "the Rome Statute";
    expect(found(text, [{ first: 1, end: 2, type: "place", confidence: 0.9 }])).toEqual(["work: Rome Statute"]);
  });
});

it("takes whom somebody's lawyers are for, for no cause", () => {
  expect(found("Lawyers for Mr Weld declined to comment.")).toEqual([]);
  expect(found("Lawyers for Human Rights said so.")).toEqual(["organization: Lawyers for Human Rights"]);
  const candidate = { first: 2, end: 3, type: "person", confidence: 0.9 } as const;
  expect(found("Citizens for Weld said so.", [candidate])).toEqual(["organization: Citizens for Weld"]);
});

describe("long names of laws, offices and storms", () => {
  it("keeps a law's brackets, fields and year", () => {
    expect(found("charged under the Harbours (Safety of Crews) Act 2025.")).toEqual(["work: Harbours (Safety of Crews) Act 2025"]);
    expect(found("under the Docks, Ferries and Harbours Act 2022")).toEqual(["work: Docks, Ferries and Harbours Act 2022"]);
    expect(found("under the Harbours Act, 2013")).toEqual(["work: Harbours Act, 2013"]);
    expect(found("He told Hale, Weld and the Harbours Act failed.")).toEqual(["work: Harbours Act"]);
    expect(found("He read it (as Ann did) Act by act.")).toEqual([]);
  });

  it("finds offices by whose or what for they are", () => {
    expect(found("the Office of the Special Envoy for Harbours said")).toEqual(["organization: Office of the Special Envoy for Harbours"]);
    expect(found("the Office of the old man")).toEqual([]);
  });

  it("keeps a storm's strength, and no word that opens the sentence", () => {
    const text = "Before Tropical Storm Vesk, and before Super Typhoon Hale, all was quiet.";
    const block = readBlock(text);
    const names = withOperations(block, [{ first: 0, end: 4, type: "place", confidence: 0.5 }]);
    expect(names.map(({ first, end }) => text.slice(block.tokens.starts[first], block.tokens.ends[end - 1]))).toEqual([
      "Tropical Storm Vesk",
      "Super Typhoon Hale",
    ]);
  });

  it("finds a firm of one word by its legal form, where that says nothing else", () => {
    expect(found("Aldermere plc said so.")).toEqual(["organization: Aldermere plc"]);
    expect(found("The LLC said so.")).toEqual([]);
    expect(found("He joined Vesk Homes (Midlands) Ltd in May.")).toEqual(["organization: Vesk Homes (Midlands) Ltd"]);
    expect(found("He joined (Midlands) Ltd in May.")).toEqual([]);
    const labelled = { first: 1, end: 4, type: "organization", confidence: 0.9 } as const;
    expect(found("at Vesk and Hale (Japan) Inc. today", [labelled])).toEqual(["organization: Vesk and Hale (Japan) Inc."]);
  });
});
