import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LABEL_COUNT } from "../../../src/analysis/names/labels.js";
import { tokenText } from "../../../src/analysis/text/sourceText.js";
import { labelBits, readLabelledDocuments } from "../../../src/training/namesData.js";

let folder = "";

function write(
  name: string,
  documents: readonly { readonly id: string; readonly text: string; readonly entities: readonly object[] }[],
): void {
  const lines = documents.map((document) => JSON.stringify({ genre: "test", ...document })).join("\n");
  writeFileSync(join(folder, "train", `${name}.jsonl.gz`), gzipSync(lines));
}

function entity(text: string, name: string, type: string, coarse: string | null): object {
  const start = text.indexOf(name);
  return { start, end: start + name.length, type, coarse, id: null };
}

/** The labels that each word may have. */
function allowedIn(corpus: string): Record<string, number> {
  const [document] = readLabelledDocuments(folder, [corpus]);
  return Object.fromEntries(
    document.blocks.flatMap(({ block, allowed }) => [...allowed].map((bits, i): [string, number] => [tokenText(block, i), bits])),
  );
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "corpora-"));
  mkdirSync(join(folder, "train"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("labels for training", () => {
  it("have no titles, and two places where a comma stands between", () => {
    const text = "Prime Minister Ana Ruiz met the Kurds in Lima, Peru.";
    write("wikigold", [
      { id: "w-0", text, entities: [entity(text, "Prime Minister Ana Ruiz", "PER", "PER"), entity(text, "Lima, Peru", "LOC", "LOC")] },
    ]);
    const allowed = allowedIn("wikigold");
    expect(allowed.Minister).toBe(labelBits([null], true));
    expect(allowed.Ana).toBe(labelBits(["person"], true));
    expect(allowed.Ruiz).toBe(labelBits(["person"], false));
    expect(allowed.Lima).toBe(labelBits(["place"], true));
    expect(allowed[","]).toBe(labelBits([null], true));
    expect(allowed.Peru).toBe(labelBits(["place"], true));
  });

  it("make a people a group where a corpus leaves it out", () => {
    expect(allowedIn("wikigold").Kurds).toBe(labelBits(["group"], true));
  });

  it("are left open where the corpus says only that it is none of the chief types", () => {
    const text = "They read Hamlet aloud.";
    write("wikigold", [{ id: "w-0", text, entities: [entity(text, "Hamlet", "MISC", "MISC")] }]);
    expect(allowedIn("wikigold").Hamlet).toBe(labelBits([null, "group", "event", "work"], true));
  });

  it("are left open within words that the corpus labels whole or not at all", () => {
    const text = "The Lima-based firm and the US-led force met Peru-born singers.";
    write("wikigold", [{ id: "w-0", text, entities: [entity(text, "Lima-based", "MISC", "MISC")] }]);
    const anything = (1 << LABEL_COUNT) - 1;
    const allowed = allowedIn("wikigold");
    expect([allowed.Lima, allowed.US, allowed.Peru].every((bits) => bits === anything)).toBe(true);
    expect([allowed["-"], allowed.based, allowed.led, allowed.force].every((bits) => bits === labelBits([null], true))).toBe(true);
    write("re3d", [{ id: "r-0", text, entities: [entity(text, "Lima", "Location", "LOC")] }]);
    expect(allowedIn("re3d")).toMatchObject({ Lima: labelBits(["place"], true), US: labelBits([null], true) });
  });

  it("leave out what names are measured on", () => {
    const text = "The Liberals won.";
    write("crossner", [{ id: "crossner-politics-dev-0", text, entities: [entity(text, "Liberals", "politicalparty", "ORG")] }]);
    expect(readLabelledDocuments(folder, ["crossner"])).toEqual([]);
  });
});
