import { describe, expect, it } from "vitest";
import { quotesOf } from "./quotesOf.js";

const speakers = (text: string): readonly (string | null)[] =>
  quotesOf(text).map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end));

describe("who is from where", () => {
  it.each([
    ["Tom Hale, 34, from Leeds said the river had risen fast.", "Tom Hale, 34, from Leeds"],
    ["Joan Pike, 61, of Cardiff said the river had risen fast.", "Joan Pike, 61, of Cardiff"],
    ["Joan Pike, from Selby, said the lane was dark.", "Joan Pike, from Selby"],
    ["“It was dark,” Joan Pike, 61, from Selby said.", "Joan Pike, 61, from Selby"],
    ["Tom Hale (Con, Leeds and Bradford) said the bill would hurt farmers.", "Tom Hale (Con, Leeds and Bradford)"],
    ["Mr. Hill (Lab, Derby North) asked whether the minister would resign.", "Mr. Hill (Lab, Derby North)"],
    ["In Leeds, Ada Byron said the bridge was shut.", "Ada Byron"],
    ["The union, of Leeds, is small, and Ada Byron said the bridge was shut.", "Ada Byron"],
  ])("is named whole: %s", (text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });

  it.each(["The plan was confirmed by phone on Monday.", "The closure was announced by e-mail."])(
    "means of telling are nobody: %s",
    (text) => {
      expect(speakers(text).filter((speaker) => speaker !== null)).toEqual([]);
    },
  );
});

describe("whom a headline names before a participle", () => {
  it.each([
    "Firm criticised for delay in repairs",
    "Council urged to act on flood",
    "Man accused over harbour murder",
    "Residents told to boil water",
    "Driver ordered to pay costs",
  ])("says nothing: %s", (text) => {
    expect(speakers(text).filter((speaker) => speaker !== null)).toEqual([]);
  });

  it.each([
    ["Mayor urged drivers to stay away", "Mayor"],
    ["Weld warned of floods in the old town", "Weld"],
    ["Weld criticised the firm for its delay", "Weld"],
  ])("but speaks where the verb has an object: %s", (text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });
});

describe("courts and counsel", () => {
  it.each([
    ["The judge held that the lease was void.", "The judge", "that the lease was void"],
    ["The judge held (Opinion, April 30th) that the lease was void.", "The judge", "that the lease was void"],
    ["Counsel for the claimant submitted that no notice had been given.", "Counsel for the claimant", "that no notice had been given"],
    ["Mr. Hill submits that the tribunal erred in law.", "Mr. Hill", "that the tribunal erred in law"],
  ])("say what they hold and submit: %s", (text, source, content) => {
    expect(speakers(text)).toEqual([source]);
    expect(quotesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([content]);
  });

  it.each(["He held that post for years.", "She submitted that report on Friday."])("but not what they hold in their hands: %s", (text) => {
    expect(quotesOf(text)).toEqual([]);
  });
});
