import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../../src/analysis/analyze.js";
import { openRecord } from "../../../src/collection/documentRecord.js";
import { servedRecord } from "../../../src/gathering/recordServer.js";

const TEXT = "Robert Fico said in Berlin: “The harbour stays open to every ship.”\n";

describe("the thread that makes records", () => {
  it("makes one record of a file's bytes and of a text as an editor has it", () => {
    const ofBytes = servedRecord({ job: 7, path: "a.txt", content: new TextEncoder().encode(TEXT) }, createAnalyzer);
    const ofText = servedRecord({ job: 8, path: "a.txt", content: TEXT }, createAnalyzer);
    expect([ofBytes.job, ofText.job]).toEqual([7, 8]);
    expect(ofBytes.outcome).toEqual(ofText.outcome);
    const record = ofText.outcome.kind === "record" ? openRecord(ofText.outcome.record) : null;
    expect(record?.quotes().map(({ text }) => text)).toEqual(["“The harbour stays open to every ship.”"]);
  });

  it("says why bytes are no text", () => {
    const { outcome } = servedRecord({ job: 0, path: "a.txt", content: Uint8Array.of(0x89, 0x50, 0, 0xff) }, createAnalyzer);
    expect(outcome.kind).toBe("unreadable");
  });

  it("answers where the engine breaks", () => {
    const breaking = () => ({
      analyze: () => {
        throw new Error("broken");
      },
    });
    const { job, outcome } = servedRecord({ job: 3, path: "a.txt", content: TEXT }, breaking);
    expect(job).toBe(3);
    expect(outcome).toMatchObject({ kind: "failed", reason: expect.stringContaining("broken") });
  });
});
