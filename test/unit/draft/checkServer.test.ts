import { describe, expect, it } from "vitest";
import { markedAlteration, sourceWords } from "../../../src/collection/fixes.js";
import { type CheckedDraft, placeKey } from "../../../src/draft/checkProtocol.js";
import { CheckServer } from "../../../src/draft/checkServer.js";

const SOURCE = [
  "BASRA — The port was shut on Monday.",
  "“The two cranes are forty years old and nobody has ever looked at them,” said Layla Hassan, a spokeswoman for the port.",
].join("\n\n");

function checked(server: CheckServer, text: string, path = "draft.md"): CheckedDraft {
  const reply = server.serve({ kind: "check", job: 1, path, text });
  if (reply?.kind !== "checked") throw new Error("The draft was not checked.");
  return reply.checked;
}

function serverWith(text: string): CheckServer {
  const server = new CheckServer();
  server.serve({ kind: "source", path: "sources/port.txt", text });
  return server;
}

function edited(text: string, edits: ReturnType<typeof sourceWords>): string {
  return [...(edits ?? [])].reverse().reduce((all, { start, end, words }) => all.slice(0, start) + words + all.slice(end), text);
}

describe("the server that checks drafts", () => {
  it("gives exact quotations with their places, and what a citation says of them", () => {
    const { findings, exact, cited } = checked(serverWith(SOURCE), "“The two cranes are forty years old,” said Layla Hassan.");
    expect(findings).toEqual([]);
    expect(exact).toHaveLength(1);
    const [place] = exact[0].places;
    expect(place.path).toBe("sources/port.txt");
    expect(cited[placeKey(place)]).toMatchObject({ line: 3, speaker: "Layla Hassan" });
  });

  it("forgets a source that is gone, and takes one that changed", () => {
    const server = serverWith(SOURCE);
    const draft = "“The two cranes are forty years old,” said Layla Hassan.";
    server.serve({ kind: "source", path: "sources/port.txt", text: SOURCE.replace("forty", "thirty") });
    expect(checked(server, draft).findings.map(({ rule }) => rule)).toEqual(["quote-altered"]);
    server.serve({ kind: "gone", path: "sources/port.txt" });
    expect(checked(server, draft).findings.map(({ rule }) => rule)).toEqual(["quote-not-found"]);
  });

  it("checks a draft that lies among the sources against the others alone", () => {
    const server = serverWith(SOURCE);
    const draft = "“Only this draft has these very words in it,” said Layla Hassan.";
    server.serve({ kind: "source", path: "sources/draft.md", text: draft });
    expect(checked(server, draft, "sources/draft.md").findings.map(({ rule }) => rule)).toEqual(["quote-not-found"]);
  });
});

describe("the fixes of a draft", () => {
  const fix = (draft: string) => {
    const [finding] = checked(serverWith(SOURCE), draft).findings;
    return { words: edited(draft, sourceWords(finding, draft)), marked: edited(draft, markedAlteration(finding, draft)) };
  };

  it("put in the source's word, or brackets around the draft's", () => {
    const { words, marked } = fix("“The two cranes are forty years old and nobody has ever checked at them,” said Layla Hassan.");
    expect(words).toBe("“The two cranes are forty years old and nobody has ever looked at them,” said Layla Hassan.");
    expect(marked).toBe("“The two cranes are forty years old and nobody has ever [checked] at them,” said Layla Hassan.");
  });

  it("put in words that were left out, or an ellipsis in their place", () => {
    const { words, marked } = fix("“The two cranes are forty years old and nobody has looked at them,” said Layla Hassan.");
    expect(words).toBe("“The two cranes are forty years old and nobody has ever looked at them,” said Layla Hassan.");
    expect(marked).toBe("“The two cranes are forty years old and nobody has … looked at them,” said Layla Hassan.");
  });

  it("take out words that were added", () => {
    const { words } = fix("“The two cranes are forty long years old and nobody has ever looked at them,” said Layla Hassan.");
    expect(words).toBe("“The two cranes are forty years old and nobody has ever looked at them,” said Layla Hassan.");
  });
});
