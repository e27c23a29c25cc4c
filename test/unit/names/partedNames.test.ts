import { describe, expect, it } from "vitest";
import { tidied } from "./tidied.js";

describe("names that the labels took for one", () => {
  it.each([
    ["in the People's Republic of China then", [["People's Republic of China", "place"]], ["place: People's Republic of China"]],
    ["down to St Mary's Lake again", [["St Mary's Lake", "place"]], ["place: St Mary's Lake"]],
    ["down Vesk's Road again", [["Vesk's Road", "place"]], ["place: Vesk's Road"]],
    ["at London's National Gallery then", [["London's National Gallery", "place"]], ["place: London", "place: National Gallery"]],
    ["Gary Vesk of DVB won.", [["Gary Vesk of DVB", "person"]], ["person: Gary Vesk", "organization: DVB"]],
    ["Gary Vesk of Auchmar won.", [["Gary Vesk of Auchmar", "person"]], ["person: Gary Vesk", "place: Auchmar"]],
    [
      "Gary Vesk of DVB and Eunice Hale won.",
      [["Gary Vesk of DVB and Eunice Hale", "person"]],
      ["person: Gary Vesk", "organization: DVB", "person: Eunice Hale"],
    ],
    ["She was Man of the Match twice.", [["Man of the Match", "person"]], []],
    [
      "The Members of the Security Council met.",
      [["The Members of the Security Council", "organization"]],
      ["organization: Security Council"],
    ],
    ["in Frontiers in Public Health then", [["Frontiers in Public Health", "organization"]], ["organization: Frontiers in Public Health"]],
    [
      "in the National Hockey League for the Vesk Eagles then",
      [
        ["National Hockey League", "organization"],
        ["Vesk Eagles", "organization"],
      ],
      ["organization: National Hockey League", "organization: Vesk Eagles"],
    ],
    [
      "by Halden State University of the US then",
      [
        ["Halden State University", "organization"],
        ["US", "place"],
      ],
      ["organization: Halden State University", "place: US"],
    ],
    [
      "by the Centre for Irish and Scottish Studies then",
      [
        ["Centre", "organization"],
        ["Irish", "group"],
        ["Scottish", "group"],
      ],
      ["organization: Centre for Irish and Scottish Studies"],
    ],
    [
      "A Royal Nepalese Army spokesman spoke.",
      [
        ["Nepalese", "group"],
        ["Army", "organization"],
      ],
      ["organization: Royal Nepalese Army"],
    ],
  ] as const)("%s", (text, labelled, names) => {
    expect(tidied(text, ...labelled)).toEqual(names);
  });
});

describe("what a name is by its words", () => {
  it.each([
    ["VOA's Deborah Block has a report.", "Deborah Block", "person", ["person: Deborah Block"]],
    ["They met on Deborah Street then.", "Deborah Street", "person", ["place: Deborah Street"]],
    ["She wrote for Jim Press first.", "Jim Press", "person", ["person: Jim Press"]],
    ["at the Hancock Dock then", "Hancock Dock", "person", ["place: Hancock Dock"]],
    ["the Varnholm Lottery paid", "Varnholm Lottery", "place", ["organization: Varnholm Lottery"]],
    ["the Varnholm Army fell", "Varnholm Army", "place", ["organization: Varnholm Army"]],
    [
      "the Varnholm Department of Public Safety said",
      "Varnholm Department of Public Safety",
      "place",
      ["organization: Varnholm Department of Public Safety"],
    ],
    ["The Sheikh Lotfar Mosque is old.", "Sheikh Lotfar Mosque", "place", ["place: Sheikh Lotfar Mosque"]],
    ["buildings in Umm Naser village stood", "Umm Naser", "place", ["place: Umm Naser"]],
    ["by North Bridgton then", "North Bridgton", "place", ["place: North Bridgton"]],
    ["the chief, Chaudhry Mohammed Vesk, said", "Chaudhry Mohammed Vesk", "person", ["person: Chaudhry Mohammed Vesk"]],
    ["party secretary Tan Zhengyu left", "Tan Zhengyu", "person", ["person: Tan Zhengyu"]],
    ["Then Tan Sri Vesk Hale left.", "Tan Sri Vesk Hale", "person", ["person: Vesk Hale"]],
    ["to the firm in Boston, MA 02108 then", "MA", "place", ["place: MA"]],
    ["half of China's reported cases", "China", "place", ["place: China"]],
    ["by the writer L. Ron Hale in 1954", "Ron Hale", "person", ["person: L. Ron Hale"]],
    ["by the writer L. Robert Hale in Paris", "Paris", "place", ["person: L. Robert Hale", "place: Paris"]],
    ["has vitamin C. Ron Hale said", "Ron Hale", "person", ["person: Ron Hale"]],
    ["as shown (Vesk, 1964; Hale & Roe, 2004)", "Vesk", "work", ["person: Vesk", "person: Hale", "person: Roe"]],
    ["As Vesk et al. have shown", "Vesk", "organization", ["person: Vesk"]],
    ["a film (in Vesk, 1964) of it", "Vesk", "place", ["place: Vesk"]],
    ["the White House Press Secretary said", "White House Press", "organization", ["organization: White House"]],
    [
      "Ambassador to the United States Robert Hale left.",
      "United States Robert Hale",
      "organization",
      ["place: United States", "person: Robert Hale"],
    ],
    ["Transport Scotland closed the bridge.", "Scotland", "place", ["organization: Transport Scotland"]],
    ["The campaign Yes Scotland won.", "Scotland", "place", ["organization: Yes Scotland"]],
    ["Visit Scotland in May.", "Scotland", "place", ["place: Scotland"]],
    ["the Milli Vesk Partisi won", "Milli Vesk Partisi", "person", ["organization: Milli Vesk Partisi"]],
    ["The activist Mahrang Baloch spoke.", "Baloch", "group", ["person: Mahrang Baloch"]],
    ["The activist Native American spoke.", "American", "group", ["group: American"]],
    ["Driver Hamid Vesk died.", "Driver Hamid Vesk", "person", ["person: Hamid Vesk"]],
    [
      "Then Vesk Minerals and Anglo Tarvo fell.",
      "Vesk Minerals and Anglo Tarvo",
      "organization",
      ["organization: Vesk Minerals", "organization: Anglo Tarvo"],
    ],
    ["Lawyers for the imprisoned man spoke.", "Lawyers", "group", ["group: Lawyers"]],
  ] as const)("%s", (text, words, type, names) => {
    expect(tidied(text, [words, type])).toEqual(names);
  });
});
