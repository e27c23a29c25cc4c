import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDateFinder } from "../../../src/analysis/dates/dates.js";
import { readSourceText } from "../../../src/analysis/text/sourceText.js";

/** The words and values found in a text of the day given; a Friday unless another is given. */
function dates(text: string, date: string | undefined = "2014-06-13"): [string, string][] {
  const sections = [{ kind: "body" as const, start: 0, end: text.length }];
  const layout = { sections, declaredTopics: [], authors: [], ...(date !== "" && { date }) };
  return createDateFinder()
    .find(readSourceText(text), layout)
    .map(({ start, end, value }) => [text.slice(start, end), value]);
}

it("counts days and months from what was told of where a document has no date of its own", () => {
  expect(dates("The strike began on 6 March 1894. On 11 March he wrote; it ended in June. Ten years later the mill burnt.", "")).toEqual([
    ["6 March 1894", "1894-03-06"],
    ["11 March", "1894-03-11"],
    ["June", "1894-06"],
    ["Ten years later", "1904"],
  ]);
  expect(dates("The strike began on 6 March. It was over in June.", "")).toEqual([]);
});

it("gives a day that is yet to come in the document's year, and not spoken of so, the year that was told of last", () => {
  const told = "The plant failed on Aug. 3, 2012. ";
  expect(dates(`${told}He died on Aug. 14.`).at(-1)).toEqual(["Aug. 14", "2012-08-14"]);
  expect(dates(`${told}It was shut on June 2.`).at(-1)).toEqual(["June 2", "2014-06-02"]);
  expect(dates(`${told}It will open on Aug. 14.`).at(-1)).toEqual(["Aug. 14", "2014-08-14"]);
});

describe("days and months without a year, in a text of November 22, 2026", () => {
  it.each([
    ["Karki, who served as minister until March, told reporters so.", "2026-03"],
    ["The road was closed until March.", "2027-03"],
    ["“March 3: nine sectors, no food,” reads one entry.", "2026-03-03"],
    ["It opened on 5 December.", "2025-12-05"],
    ["It opens on 5 December.", "2026-12-05"],
    ["They met on November 30 last year.", "2025-11-30"],
    ["They meet on November 30 of next year.", "2027-11-30"],
    ["He has lived there since May and died in June.", "2026-06"],
    ["She intended to stand in April.", "2027-04"],
  ])("%s", (text, value) => {
    expect(dates(text, "2026-11-22").at(-1)?.[1]).toBe(value);
  });
});

describe("dates that say themselves", () => {
  it.each([
    ["on Jan. 12, 2014 in Varna", "Jan. 12, 2014", "2014-01-12"],
    ["signed JAN. 12, 2014 in Varna", "JAN. 12, 2014", "2014-01-12"],
    ["on Friday, June 13, 2014", "Friday, June 13, 2014", "2014-06-13"],
    ["on the 13th of June 2014", "the 13th of June 2014", "2014-06-13"],
    ["on 13 June 2014", "13 June 2014", "2014-06-13"],
    ["sent at 2314 hours", "2314 hours", "T23:14"],
    ["on 2014-06-13.", "2014-06-13", "2014-06-13"],
    ["on 06/13/2014,", "06/13/2014", "2014-06-13"],
    ["in June 2014", "June 2014", "2014-06"],
    ["in 2012", "2012", "2012"],
    ["in the 1990s", "the 1990s", "199"],
    ["in the ’90s", "the ’90s", "199"],
    ["in the 20th century", "the 20th century", "19"],
    ["in Q3 2015", "Q3 2015", "2015-Q3"],
    ["in the third quarter of 2015", "the third quarter of 2015", "2015-Q3"],
    ["at the end of 1990", "the end of 1990", "1990"],
    ["in early September 2013", "early September 2013", "2013-09"],
    ["in the summer of 2006", "the summer of 2006", "2006-SU"],
    ["in the first half of 2020", "the first half of 2020", "2020-H1"],
    ["in H2 2020", "H2 2020", "2020-H2"],
    ["on Christmas Day 2012", "Christmas Day 2012", "2012-12-25"],
    ["after 9/11 he stayed", "9/11", "2001-09-11"],
    ["born on 29 February 1959", "29 February 1959", "1959-02"],
  ])("%s", (text, words, value) => {
    expect(dates(text, "")).toEqual([[words, value]]);
  });
});

describe("dates counted from the document's", () => {
  it.each([
    ["It came on Christmas Day.", "Christmas Day", "2013-12-25"],
    ["It will come on New Year’s Eve.", "New Year’s Eve", "2014-12-31"],
    ["It came a fortnight ago.", "a fortnight ago", "2014-W22"],
    ["Yours of the 4th inst. came.", "the 4th inst.", "2014-06-04"],
    ["Yours of the 28th ultimo came.", "the 28th ultimo", "2014-05-28"],
    ["It sails on the 3rd prox.", "the 3rd prox.", "2014-07-03"],
    ["It came the week before last.", "the week before last", "2014-W22"],
    ["It came the night before last.", "the night before last", "2014-06-11"],
    ["It came the weekend before last.", "the weekend before last", "2014-W22-WE"],
    ["It will come the week after next.", "the week after next", "2014-W26"],
    ["It rained this time last year.", "this time last year", "2013-06"],
    ["It will rain this time next week.", "this time next week", "2014-06-20"],
    ["It came a week ago today.", "a week ago today", "2014-06-06"],
    ["He comes a week on Friday.", "a week on Friday", "2014-06-27"],
    ["He comes on Wednesday fortnight.", "Wednesday fortnight", "2014-07-02"],
    ["He wrote on Saturday last.", "Saturday last", "2014-06-07"],
    ["He will write on Saturday next.", "Saturday next", "2014-06-14"],
    ["It came last weekend.", "last weekend", "2014-W23-WE"],
    ["The vote is on Sunday.", "Sunday", "2014-06-15"],
    ["The bill passed on Dec. 12.", "Dec. 12", "2013-12-12"],
    ["The rules will be published on Dec. 12.", "Dec. 12", "2014-12-12"],
    ["It will open by the end of the year.", "the end of the year", "2014"],
    ["He was born on Feb. 29.", "Feb. 29", "2012-02-29"],
    ["It came yesterday.", "yesterday", "2014-06-12"],
    ["It failed yesterday [June 12] to meet.", "yesterday [June 12]", "2014-06-12"],
    ["They warned him four days ago.", "four days ago", "2014-06-09"],
    ["It met on Tuesday.", "Tuesday", "2014-06-10"],
    ["It met on Friday.", "Friday", "2014-06-13"],
    ["It will meet on Tuesday.", "Tuesday", "2014-06-17"],
    ["The deadline is next Monday.", "next Monday", "2014-06-16"],
    ["He came last week.", "last week", "2014-W23"],
    ["He came last month.", "last month", "2014-05"],
    ["He came two years ago.", "two years ago", "2012"],
    ["He said so this year.", "this year", "2014"],
    ["He came in November.", "November", "2013-11"],
    ["He left on Dec. 20.", "Dec. 20", "2013-12-20"],
    ["It is due on July 4.", "July 4", "2014-07-04"],
    ["She spoke late Thursday night.", "late Thursday night", "2014-06-12"],
    ["It met in June last year.", "June last year", "2013-06"],
    ["They meet at 10 p.m. Wednesday.", "10 p.m. Wednesday", "2014-06-11T22:00"],
  ])("%s", (text, words, value) => {
    expect(dates(text)).toEqual([[words, value]]);
  });

  it("counts the night before from the day the text spoke of last", () => {
    expect(dates("The session was held on June 9. The night before, they quarrelled.")).toEqual([
      ["June 9", "2014-06-09"],
      ["The night before", "2014-06-08"],
    ]);
  });

  it("are left out where the document has no date", () => {
    expect(dates("It came yesterday, four days ago, on Friday and in June.", "")).toEqual([]);
  });

  it("keep to the calendar over the turn of a year and a leap day", () => {
    expect(dates("It came yesterday.", "2016-03-01")).toEqual([["yesterday", "2016-02-29"]]);
    expect(dates("It was last week.", "2015-01-02")).toEqual([["last week", "2014-W52"]]);
    expect(dates("He came on Dec. 30.", "2015-01-02")).toEqual([["Dec. 30", "2014-12-30"]]);
  });
});

describe("durations", () => {
  it.each([
    ["It lasted two hours.", "two hours", "PT2H"],
    ["a three-day meeting", "three-day", "P3D"],
    ["It lasted 2 1/2 years.", "2 1/2 years", "P2Y6M"],
    ["for twenty-five minutes", "twenty-five minutes", "PT25M"],
    ["over the past three months", "the past three months", "P3M"],
    ["for a year", "a year", "P1Y"],
    ["two decades of war", "two decades", "P20Y"],
  ])("%s", (text, words, value) => {
    expect(dates(text)).toEqual([[words, value]]);
  });
});

describe("what is no date", () => {
  it.each([
    "May I ask? They may march, and the second man fell.",
    "It costs $1990 or 1,990 dollars a year; 1950 people came.",
    "April Jones and the Spring Hotel are well.",
    "a 52-year-old man, 37 years old",
    "room 2014/7, version 1.2014, #2014",
    "a quarter of the town",
    "He sat there. The rest is silence.",
  ])("%s", (text) => {
    expect(dates(text)).toEqual([]);
  });

  it("stands in boilerplate", () => {
    const text = "It met in 2012.\n\n© 2014 Meridian";
    const layout = {
      sections: [
        { kind: "body" as const, start: 0, end: 15 },
        { kind: "boilerplate" as const, start: 17, end: text.length },
      ],
      declaredTopics: [],
      authors: [],
    };
    expect(createDateFinder().find(readSourceText(text), layout)).toHaveLength(1);
  });
});

describe("dates of any text", () => {
  const words = fc.constantFrom(
    ..."the last next this a two 12 30 1990 2014 June May Friday yesterday , [ ] of ago quarter third week year years day before p.m. 10:30 - early mid-June night spring Q3 31 Feb. 29".split(
      " ",
    ),
  );

  it("are in order, do not overlap, and have a value of ISO 8601's form", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join(" ");
        let at = 0;
        const layout = { sections: [], declaredTopics: [], authors: [], date: "2014-06-13" };
        for (const { start, end, value } of createDateFinder().find(readSourceText(text), layout)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(value).toMatch(
            /^(?:\d{2,4}(?:-(?:\d\d(?:-\d\d(?:T\d\d:\d\d)?)?|W\d\d|Q[1-4]|S[PU]|FA|WI))?|P(?:T[\d.]+[HMS]|[\d.]+[DWMY](?:6M)?)|T\d\d:\d\d)$/,
          );
          at = end;
        }
      }),
    );
  });
});

describe("dates counted from what was told of before", () => {
  it("count from the day of a paragraph before", () => {
    expect(dates("It broke on 14 March 2012.\n\nNobody came.\n\nEleven days later it fell.").at(-1)).toEqual([
      "Eleven days later",
      "2012-03-25",
    ]);
  });

  it("count from a month or a year where that is enough", () => {
    expect(dates("She came in March 2012. Two months later she left. Two years later she died.").map(([, value]) => value)).toEqual([
      "2012-03",
      "2012-05",
      "2014",
    ]);
  });

  it("have no value where nothing tells of it", () => {
    expect(dates("He wrote three reports in 2012. He was sent away a month later.")).toEqual([["2012", "2012"]]);
    expect(dates("He was sent away a month later.")).toEqual([]);
    expect(dates("The rest will follow a month later.")).toEqual([["a month later", "2014-07"]]);
  });
});

describe("words around a date", () => {
  it.each([
    ["Please mend it before Monday.", "2014-06-16"],
    ["Mend it by Monday.", "2014-06-16"],
    ["A clerk reached him by telephone in July.", "2013-07"],
  ])("say whether it is still to come: %s", (text, value) => {
    expect(dates(text).map(([, found]) => found)).toEqual([value]);
  });
});

describe("two days of one month", () => {
  it.each([
    ["It was made on February 27 and 28 at the mill.", ["2014-02-27", "2014-02-28"]],
    ["It met on June 3-5, 2011.", ["2011-06-03", "2011-06-05"]],
    ["It met on 3 and 4 May 2011.", ["2011-05-03", "2011-05-04"]],
    ["On May 5 and 12 men left.", ["2014-05-05"]],
    ["Between 5 and 7 people came.", []],
    ["He was sent off for a second booking.", []],
  ])("%s", (text, values) => {
    expect(dates(text).map(([, found]) => found)).toEqual(values);
  });
});

describe("days that head what follows", () => {
  const values = (text: string, date?: string) => dates(text, date).map(([, value]) => value);

  it("a diary's entries have a today each", () => {
    expect(
      values("Monday 3 March 1941\n\nYesterday it rained.\n\nSaturday 8 March\n\nShe came yesterday.\n\nToday we walked.", "1941-03-03"),
    ).toEqual(["1941-03-03", "1941-03-02", "1941-03-08", "1941-03-07", "1941-03-08"]);
  });

  it("a mail that is quoted counts from its own day, what follows it from the document's", () => {
    const mail = "I read it yesterday.\n\n> On Mon, 2 Jun 2014 at 21:40, A. Wik wrote:\n>\n> Send it tomorrow.\n\nI left today.";
    expect(values(mail)).toEqual(["2014-06-12", "2014-06-02", "2014-06-03", "2014-06-13"]);
    expect(values("Sent: Monday, 2 June 2014 08:12\n\nI read it yesterday.")).toEqual(["2014-06-02", "2014-06-01"]);
  });

  it("a chronology's entries follow one another; the text behind it counts from the document's day", () => {
    expect(values("Jan. 5, 2013: A vote.\n\nFeb. 2: Talks fail. The next day they go.\n\nHe came yesterday.")).toEqual([
      "2013-01-05",
      "2013-02-02",
      "2013-02-03",
      "2014-06-12",
    ]);
  });

  it("does not hold of a day within a line", () => {
    expect(values("On June 2, 2013 he wrote a book.\n\nHe came yesterday.").at(-1)).toBe("2014-06-12");
  });
});

describe("days in numbers", () => {
  it("are read in the order that the document's other days show", () => {
    expect(dates("It met on 25/04/2014.\n\nThe meeting of 03/04/2014 was off.").at(-1)?.[1]).toBe("2014-04-03");
    expect(dates("It met on 04/25/2014.\n\nThe meeting of 03/04/2014 was off.").at(-1)?.[1]).toBe("2014-03-04");
  });
});

describe("days as a historian reads them", () => {
  it.each([
    ["It met on 4 June 2012. The same day it burned.", "The same day", "2012-06-04"],
    ["It fell in 1989. A decade later it was sold.", "A decade later", "1999"],
    ["It resumes on Tuesday week.", "Tuesday week", "2014-06-24"],
    ["They return a week from Tuesday.", "a week from Tuesday", "2014-06-24"],
    ["He will be sentenced on Jan. 8.", "Jan. 8", "2015-01-08"],
    ["He came on the Fourth of July 2012.", "the Fourth of July 2012", "2012-07-04"],
    ["I came in August ’72 and stayed.", "August ’72", "1972-08"],
    ["It expects growth in the first quarter of fiscal 2015.", "the first quarter of fiscal 2015", "2015-Q1"],
    ["See the bulletin 2014-W31.", "2014-W31", "2014-W31"],
    ["He left, and by Tuesday he was back.", "Tuesday", "2014-06-10"],
  ])("%s", (text, words, value) => {
    expect(dates(text).at(-1)).toEqual([words, value]);
  });

  it.each(["The fair is on Easter Monday.", "They march every Monday.", "The same day it burned."])(
    "%s: which day, it does not say",
    (text) => {
      expect(dates(text)).toEqual([]);
    },
  );
});

describe("“tomorrow” in words of another day", () => {
  it.each([
    ["On 3 June 2012 the guild said that talks would resume “tomorrow”.", "2012-06-04"],
    ['She said on 3 June 2012 that she "came yesterday".', "2012-06-02"],
    ["The mill, shut on 3 June 2012, “opens tomorrow”, she said.", "2014-06-14"],
    ["On 3 June 2012 she said it was “shut”. It opens tomorrow.", "2014-06-14"],
    ["On 3 June 2012 she said that it was “shut” and it opens tomorrow.", "2014-06-14"],
  ])("%s", (text, value) => {
    expect(dates(text).at(-1)?.[1]).toBe(value);
  });
});

it("takes for how much, not when, what is earlier than something", () => {
  expect(dates("They came 1,000 years earlier than thought.")).toEqual([["1,000 years", "P1000Y"]]);
});

it("counts halves", () => {
  expect(dates("It lasted two and a half years.")).toEqual([["two and a half years", "P2Y6M"]]);
  expect(dates("It was two and a day.")).toEqual([]);
});

it("takes what set something off for done, and what is set for a day for to come", () => {
  expect(dates("A fire set off a blast Thursday night that woke the town.")).toEqual([["Thursday night", "2014-06-12"]]);
  expect(dates("A vote is set for Thursday night.")).toEqual([["Thursday night", "2014-06-19"]]);
});

it("takes for none what is the time of day before an hour, and the end of a name", () => {
  expect(dates("The clock stopped at eight minutes to two. It was ten minutes past 11, they said.")).toEqual([]);
  expect(dates("He waited from five minutes to ten, and ten minutes to be sure.")).toHaveLength(2);
  expect(dates("Prices rose, said Andes Today. The paper of Varna Tomorrow agreed.")).toEqual([]);
  expect(dates("Storm Hits Coast Today")).toHaveLength(1);
  expect(dates("They came. Today it rains.")).toHaveLength(1);
});
