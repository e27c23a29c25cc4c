import assert from "node:assert/strict";
import * as vscode from "vscode";
import { type Sources, writeInto, writeTo } from "../../src/commands/writeExport.js";
import { DOCUMENT_COMMANDS, HISTORY_COMMANDS } from "../../src/contributions.js";
import { type ReadingParts, readDocuments } from "../../src/editor/readDocuments.js";
import { EXPORT_FORMATS, exportedFiles } from "../../src/export/exports.js";
import { anchorsIn } from "../../src/review/anchors.js";
import { analysisOf, closeAll, positionIn, sourceReview } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, folder, showNew } from "./window.js";

const TEXT = `Robert Fico met Angela Merkel in Berlin on Friday. Fico said: “The harbour has 14 berths and stays open.”
`;
const QUOTATION = "“The harbour has 14 berths and stays open.”";

async function opened(name: string): Promise<vscode.TextEditor> {
  const editor = await showNew(`sources/${name}.txt`, TEXT);
  await analysisOf(editor.document);
  return editor;
}

async function written(path: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** What exporting is made of; an open document asks for no thread. */
async function parts(): Promise<ReadingParts> {
  const { documents, decisions } = await sourceReview();
  const log = vscode.window.createOutputChannel("Export Test", { log: true });
  const startThread = () => {
    throw new Error("An open document is not analysed again.");
  };
  return { reader: documents, decisions, startThread, log };
}

/** Takes one document for the only source. */
function sourcesIn(document: vscode.Uri): Sources {
  return { has: (uri) => uri.toString() === document.toString(), setApart: async () => undefined };
}

test("an open document is taken as it is, with its decisions, in every form; sources are never written to", async () => {
  const { document } = await opened("taken");
  const { decisions } = await sourceReview();
  const start = TEXT.indexOf(QUOTATION);
  const target = anchorsIn(TEXT).target({ start, end: start + QUOTATION.length }, "quotation");
  await decisions.make(document.uri, [{ kind: "verdict", target, verdict: "disputed" }]);
  const { token } = new vscode.CancellationTokenSource();
  const { documents, problems } = await readDocuments(await parts(), [document.uri], token, () => undefined);
  assert.deepEqual(problems, []);
  for (const format of EXPORT_FORMATS) {
    const files = exportedFiles(format, documents);
    assert.ok(
      files.some(({ text }) => text.includes("disputed")),
      format,
    );
    const out = vscode.Uri.joinPath(folder(), "out", format);
    const outcome = await writeInto(out, files, sourcesIn(document.uri));
    assert.deepEqual(
      outcome.map(({ kind }) => kind),
      files.map(() => "written"),
    );
  }
  const [refused] = await writeInto(folder(), exportedFiles("brat", documents), sourcesIn(document.uri));
  assert.equal(refused.kind, "failed");
  assert.equal((await writeTo(document.uri, "A report.", sourcesIn(document.uri))).kind, "failed");
  assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), TEXT);
  await closeAll();
});

test("annotations of other programs become comments, and a brat file's names and verdicts decisions", async () => {
  const { document } = await opened("brought");
  const start = TEXT.indexOf("Berlin");
  const annotation = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "urn:example:1",
    type: "Annotation",
    body: [{ type: "TextualBody", purpose: "commenting", value: "Not Bonn?" }],
    target: {
      source: "x",
      selector: [
        { type: "TextPositionSelector", start, end: start + 6 },
        { type: "TextQuoteSelector", exact: "Berlin" },
      ],
    },
  };
  await vscode.commands.executeCommand(DOCUMENT_COMMANDS.import, await written("in/one.jsonld", JSON.stringify([annotation])));
  const { review } = await analysisOf(document);
  assert.deepEqual(
    review.threads.map(({ comments: [first] }) => first.text),
    ["Not Bonn?"],
  );
  const friday = TEXT.indexOf("Friday");
  const brat = await written("in/two.ann", `T1\tEvent ${friday} ${friday + 6}\tFriday\n#1\tAnnotatorNotes T1\tWhich one?\n`);
  for (let times = 0; times < 2; times++) {
    await vscode.commands.executeCommand(DOCUMENT_COMMANDS.import, brat);
    const { analysis, review } = await analysisOf(document);
    assert.ok(analysis.entities.some(({ type, name }) => type === "event" && name === "Friday"));
    assert.deepEqual(
      review.threads.map(({ comments }) => comments.map(({ text }) => text)),
      [["Not Bonn?"], ["Which one?"]],
    );
  }
  await closeAll();
});

test("a file that holds no annotations changes nothing", async () => {
  const { document } = await opened("nothing");
  const { placed } = await analysisOf(document);
  await vscode.commands.executeCommand(DOCUMENT_COMMANDS.import, await written("in/broken.json", "{".repeat(10_000)));
  assert.equal((await analysisOf(document)).placed.length, placed.length);
  await closeAll();
});

test("the citation of the quotation at the cursor is copied in the form of the setting", async () => {
  const editor = await opened("cited");
  const position = positionIn(editor.document, "harbour");
  editor.selection = new vscode.Selection(position, position);
  const settings = vscode.workspace.getConfiguration("sourceReview");
  await settings.update("citation", "{speaker}: {quote} ({file}:{line}) {nothing}", vscode.ConfigurationTarget.Workspace);
  await vscode.commands.executeCommand(DOCUMENT_COMMANDS.copyCitation);
  await settings.update("citation", undefined, vscode.ConfigurationTarget.Workspace);
  const cited = await eventually("a citation", async () => (await vscode.env.clipboard.readText()) || undefined);
  assert.match(cited, /^(Robert )?Fico: “?The harbour has 14 berths and stays open\.”? \(cited\.txt:1\) \{nothing\}$/);
  await closeAll();
});

test("a document is unread, in review, and done, for one and for several at once", async () => {
  const { document } = await opened("status");
  const { documents } = await sourceReview();
  const status = () => documents.get(document.uri.toString())?.review.status;
  assert.equal(status(), "unread");
  await vscode.commands.executeCommand(DOCUMENT_COMMANDS.markInReview);
  assert.equal(status(), "in-review");
  const other = await written("sources/other.txt", TEXT);
  await vscode.commands.executeCommand(DOCUMENT_COMMANDS.markDone, document.uri, [document.uri, other]);
  assert.equal(status(), "done");
  const { decisions } = await sourceReview();
  assert.deepEqual(
    decisions.of(other.toString()).flatMap((decision) => (decision.kind === "status" ? decision.status : [])),
    ["done"],
  );
  const holding = () =>
    decisions
      .of(other.toString())
      .flatMap((decision) => (decision.kind === "status" && decision.state === "active" ? decision.status : []));
  await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
  assert.deepEqual([status(), holding()], ["in-review", []]);
  await vscode.commands.executeCommand(HISTORY_COMMANDS.redo);
  assert.deepEqual([status(), holding()], ["done", ["done"]]);
  const third = await written("sources/third.txt", TEXT);
  await vscode.commands.executeCommand(DOCUMENT_COMMANDS.markDone, other, [other, third]);
  await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
  const outside = await written("outside.log", TEXT);
  await vscode.commands.executeCommand(DOCUMENT_COMMANDS.markDone, outside, [outside, third]);
  await vscode.commands.executeCommand(DOCUMENT_COMMANDS.markDone, outside);
  assert.deepEqual(decisions.of(outside.toString()), []);
  await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
  const ofThird = decisions.of(third.toString()).filter(({ kind }) => kind === "status");
  assert.deepEqual([status(), ofThird.map(({ state }) => state)], ["done", ["undone", "undone"]]);
  await closeAll();
});
