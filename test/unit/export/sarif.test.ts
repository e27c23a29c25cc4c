import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/collection/finding.js";
import { sarifLog, uriOf } from "../../../src/export/sarif.js";

const text = "One.\r\n🙂 “Two words,” she said.";
const start = text.indexOf("“");
const finding: Finding = {
  rule: "quote-altered",
  start,
  end: start + 11,
  message: "The draft has “words”.",
  places: [{ path: "a folder/é.txt", start: 3, end: 8, words: "Three" }],
  differences: [],
};

describe("the SARIF log", () => {
  it("is one the standard's types know, with places in UTF-16 code units", () => {
    const log: Log = sarifLog([{ path: "draft.md", text, findings: [finding] }], "1.2.3");
    expect(log.version).toBe("2.1.0");
    expect(log.runs[0].columnKind).toBe("utf16CodeUnits");
    const [result] = log.runs[0].results ?? [];
    expect(result.ruleId).toBe("quote-altered");
    expect(log.runs[0].tool.driver.rules?.[result.ruleIndex ?? -1].id).toBe("quote-altered");
    expect(result.locations?.[0].physicalLocation?.region).toEqual({
      startLine: 2,
      startColumn: 4,
      endLine: 2,
      endColumn: 15,
      charOffset: start,
      charLength: 11,
      snippet: { text: "“Two words," },
    });
    expect(result.relatedLocations?.[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: "a%20folder/%C3%A9.txt" },
      region: { charOffset: 3, charLength: 5 },
    });
  });

  it("has a run without results where nothing was found", () => {
    expect(sarifLog([{ path: "draft.md", text, findings: [] }], "1.2.3").runs[0].results).toEqual([]);
  });

  it("writes paths as URIs", () => {
    expect(uriOf("/a b/#c.txt")).toBe("file:///a%20b/%23c.txt");
    expect(uriOf("C:\\a\\b.txt")).toBe("file:///C:/a/b.txt");
    expect(uriOf("x/\ud800.txt")).toBe("x/%EF%BF%BD.txt");
  });
});
