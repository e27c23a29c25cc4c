import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { RULES } from "../../../src/collection/finding.js";
import { sarifLog } from "../../../src/export/sarif.js";

/** SARIF 2.1.0 as OASIS published it. */
const SCHEMA = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
);
// The schema has a pattern that is none under the flag u.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const isSarif = ajv.compile(SCHEMA);

function problems(log: unknown): readonly string[] {
  return isSarif(log) ? [] : (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const TEXT = "The mayor 🚢 spoke.\r\n“We will close the harbour,” Ann Weld said.\nNothing else.";

function draft(path: string) {
  return {
    path,
    text: TEXT,
    findings: RULES.map((rule, i) => ({
      rule,
      start: 21 + i,
      end: 40,
      message: "Words differ.",
      places: [{ path: "/sources/a b#1.txt", start: 0, end: 4, words: "open" }],
      differences: [],
    })),
  };
}

describe("SARIF against its schema", () => {
  it.each(["draft.md", "C:\\texts\\draft.md", "/home/ann/the draft#2?.md", "-", "\ud800.md", "line\nbreak.md", "a:b.md", "ü/é.md"])(
    "a log of every rule, the draft at %j",
    (path) => {
      expect(problems(sarifLog([draft(path)], "1.2.3"))).toEqual([]);
    },
  );

  it("a log without findings, and one without drafts", () => {
    expect(problems(sarifLog([{ path: "a.md", text: "", findings: [] }], "1.2.3"))).toEqual([]);
    expect(problems(sarifLog([], "1.2.3"))).toEqual([]);
  });

  it("tells a wrong log from a right one", () => {
    const log = sarifLog([draft("a.md")], "1.2.3");
    expect(problems({ ...log, version: "2.0.0" })).not.toEqual([]);
    expect(problems({ ...log, runs: [{ results: [] }] })).not.toEqual([]);
  });
});
