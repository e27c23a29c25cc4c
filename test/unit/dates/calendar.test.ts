import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, dayNumber, isoDate, isoWeek, readIsoDay, weekday } from "../../../src/analysis/dates/calendar.js";
import { readCalendarDate } from "../../../src/analysis/dates/calendarDate.js";

describe("the calendar", () => {
  it("numbers weeks as ISO 8601 does", () => {
    expect(isoWeek(dayNumber(2014, 6, 13))).toBe("2014-W24");
    expect(isoWeek(dayNumber(2016, 1, 3))).toBe("2015-W53");
    expect(isoWeek(dayNumber(2014, 12, 29))).toBe("2015-W01");
  });

  it("knows weekdays before 1970 too", () => {
    expect(weekday(dayNumber(2014, 6, 13))).toBe(5);
    expect(weekday(dayNumber(1969, 7, 20))).toBe(7);
  });

  it("ends a shorter month on its last day", () => {
    expect(isoDate(addMonths(dayNumber(2014, 1, 31), 1))).toBe("2014-02-28");
    expect(isoDate(addMonths(dayNumber(2014, 1, 31), -2))).toBe("2013-11-30");
  });

  it("reads the days that it writes", () => {
    fc.assert(fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => readIsoDay(isoDate(day)) === day));
  });

  it("refuses days that no calendar has", () => {
    expect(readCalendarDate("February 30, 2014")).toBeNull();
    expect(readCalendarDate("2014-13-01")).toBeNull();
  });

  it("tells day from month where one cannot be the other", () => {
    expect(readCalendarDate("13/6/2014")?.value).toBe("2014-06-13");
    expect(readCalendarDate("6/13/14")?.value).toBe("2014-06-13");
    expect(readCalendarDate("131530Z JUN 14")?.value).toBe("2014-06-13");
    expect(readCalendarDate("20140613")?.value).toBe("2014-06-13");
  });
});
