import { describe, expect, it } from "vitest";
import { collectionOf } from "./collected.js";

const collection = collectionOf({
  "b.txt": "The ferry returns\n\n12 March 2019\n\nThe ferry sank on 3 March 2018. Mr. Weld raised it on Monday, the owners said.\n",
  "a.txt": "The pier\n\nThe pier was built in 1931. It burned in March 2018, and again on 3 March 2018.\n",
});

describe("dates over the collection", () => {
  it("come in the order of time, each with its sentence, the documents' own among them", () => {
    expect(collection.datesInOrder().items.map(({ value, path, kind, words, sentence }) => [value, path, kind, words, sentence])).toEqual([
      ["1931", "a.txt", "text", "1931", "The pier was built in 1931."],
      ["2018-03", "a.txt", "text", "March 2018", "It burned in March 2018, and again on 3 March 2018."],
      ["2018-03-03", "a.txt", "text", "3 March 2018", "It burned in March 2018, and again on 3 March 2018."],
      ["2018-03-03", "b.txt", "text", "3 March 2018", "The ferry sank on 3 March 2018."],
      ["2019-03-11", "b.txt", "text", "Monday", "Mr. Weld raised it on Monday, the owners said."],
      ["2019-03-12", "b.txt", "document", "The ferry returns", ""],
      ["2019-03-12", "b.txt", "text", "12 March 2019", "12 March 2019"],
    ]);
  });

  it("are counted by year", () => {
    expect(collection.years()).toEqual([
      { year: "1931", dates: 1 },
      { year: "2018", dates: 3 },
      { year: "2019", dates: 3 },
    ]);
  });

  it("are cut to a span of time and to a page", () => {
    const values = (request: Parameters<typeof collection.datesInOrder>[0]) => {
      const { items, total } = collection.datesInOrder(request);
      return [total, ...items.map(({ value }) => value)];
    };
    expect(values({ from: "2018-03-02", to: "2018" })).toEqual([2, "2018-03-03", "2018-03-03"]);
    expect(values({ from: "2019", textOnly: true })).toEqual([2, "2019-03-11", "2019-03-12"]);
    expect(values({ offset: 3, count: 2 })).toEqual([7, "2018-03-03", "2019-03-11"]);
  });
});
