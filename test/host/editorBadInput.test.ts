import assert from "node:assert/strict";
import * as vscode from "vscode";
import { VIEWS } from "../../src/contributions.js";
import { analysisOf, closeAll, edit, settledState, sourceReview, textAt } from "./reviewing.js";
import { figure, test } from "./suite.js";
import { eventually, revert, showNew } from "./window.js";

const PARAGRAPH = "President Barack Obama met Angela Merkel in Berlin. “We agree,” Obama said. The United Nations welcomed the meeting.";

/** Every name that was found is where the text says a name of its entity. */
function assertOffsetsRight(document: vscode.TextDocument, state: Awaited<ReturnType<typeof settledState>>): void {
  if (state.kind !== "ready") return;
  const { analysis } = state.document;
  assert.equal(analysis.document.length, document.getText().length);
  for (const { name, aliases, mentions } of analysis.entities) {
    for (const mention of mentions.slice(0, 50)) {
      const words = textAt(document, mention).replace(/\s+/g, " ");
      if (mention.kind === "name") assert.ok([name, ...aliases].includes(words), `${words} is no name of ${name}`);
    }
  }
}

const odd: Readonly<Record<string, string | Uint8Array>> = {
  "empty.txt": "",
  "only marks.txt": '“”""\'\'«»‘’“„"'.repeat(400),
  "unbalanced.txt": `“${PARAGRAPH}\n\n${PARAGRAPH} “\n\n”${PARAGRAPH}`,
  "emoji.txt": `👩‍👩‍👧 ${PARAGRAPH} 🇮🇶 ${PARAGRAPH}`,
  "spaces.txt": PARAGRAPH.replaceAll(" ", "\u00a0"),
  "crlf.txt": `${PARAGRAPH}\r\n\r\n${PARAGRAPH}\r\n`,
  "mixed ends.txt": `${PARAGRAPH}\r\n\n${PARAGRAPH}\r${PARAGRAPH}\n`,
  "bom.txt": `\ufeff${PARAGRAPH}`,
  "combining.txt": PARAGRAPH.replaceAll("e", "e\u0301"),
  "right to left.txt": `قال رئيس الوزراء نوري المالكي: «سننتصر».\n\nראש הממשלה אמר: "ננצח".\n\n${PARAGRAPH}`,
  "no utf-8.txt": Uint8Array.from([
    ...new TextEncoder().encode(PARAGRAPH),
    0xff,
    0xfe,
    0xc3,
    0x28,
    0x20,
    ...new TextEncoder().encode(PARAGRAPH),
  ]),
};

for (const [name, content] of Object.entries(odd)) {
  test(`a document such as "${name}" is read and every offset is right`, async () => {
    const { document } = await showNew(`sources/${name}`, content);
    assertOffsetsRight(document, await settledState(document));
  });
}

test("a text that is mostly in another encoding is left alone, and the reason is told", async () => {
  const bytes = Uint8Array.from({ length: 4000 }, (_, i) => (i % 3 === 0 ? 0xe9 : 0x61 + (i % 20)));
  const { document } = await showNew("sources/encoding.txt", bytes);
  const state = await settledState(document);
  assert.equal(state.kind, "unreadable");
  assert.match(state.kind === "unreadable" ? state.reason : "", /encoding/);
});

test("a binary file that calls itself .txt opens without a fault", async () => {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0].uri ?? vscode.Uri.file("/"), "sources", "binary.txt");
  await vscode.workspace.fs.writeFile(
    uri,
    Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7919) % 256),
  );
  await vscode.commands.executeCommand("vscode.open", uri);
  const { documents } = await sourceReview();
  const state = await eventually("word of the binary", () => documents.state(uri.toString()));
  assert.match(state.kind === "unreadable" ? state.reason : state.kind, /no text/);
  assert.equal(documents.front, uri.toString());
  await vscode.commands.executeCommand("sourceReview.reviewDocument");
  assert.equal(documents.state(uri.toString())?.kind, "unreadable");
  await closeAll();
  await eventually("an end to the binary", () => (documents.state(uri.toString()) ? undefined : true));
});

test("a document that is not under review and holds no text says why it cannot be, until it does", async () => {
  const { documents, sidebar } = await sourceReview();
  // VS Code looks for such characters in the first 512 bytes alone.
  const editor = await showNew("characters.csv", `${"words ".repeat(200)}\0\n`);
  const uri = editor.document.uri.toString();
  const state = await eventually("word of the document", () => documents.state(uri));
  assert.match(state.kind === "unreadable" ? state.reason : state.kind, /no text/);
  await vscode.commands.executeCommand(`${VIEWS.entities}.focus`);
  await eventually("a view that says it", () => (sidebar.trees.entities.message.includes("no text") ? true : undefined));
  await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 1, 0), "Angela Merkel spoke.\n"));
  await vscode.window.showTextDocument(editor.document);
  await vscode.commands.executeCommand("sourceReview.reviewDocument");
  await analysisOf(editor.document);
  await vscode.commands.executeCommand("sourceReview.stopReviewing");
  assert.equal(documents.state(uri), undefined);
  await closeAll();
});

async function openLarge(name: string, content: string): Promise<void> {
  const { document } = await showNew(name, content);
  const state = await settledState(document, 55_000);
  assert.equal(state.kind, "ready");
  assertOffsetsRight(document, state);
  await closeAll();
  // What reads all documents would be busy with it through the tests that follow.
  await vscode.workspace.fs.delete(document.uri);
}

test("one line of 5 MB is analysed", async () => {
  await openLarge("sources/one line.txt", `${PARAGRAPH} `.repeat(Math.ceil((5 * 1024 * 1024) / (PARAGRAPH.length + 1))));
});

test("5 MB of paragraphs are analysed", async () => {
  await openLarge("sources/five megabytes.txt", `${PARAGRAPH}\n\n`.repeat(Math.ceil((5 * 1024 * 1024) / (PARAGRAPH.length + 2))));
});

test("100,000 different names are analysed", async () => {
  const syllables = ["Ba", "Do", "Ke", "Li", "Mu", "Na", "Po", "Ra", "Se", "Ti"];
  const word = (n: number) =>
    [...String(n).padStart(5, "0")]
      .map((digit, i) => (i === 0 ? syllables[Number(digit)] : syllables[Number(digit)].toLowerCase()))
      .join("");
  await openLarge("sources/names.txt", Array.from({ length: 100_000 }, (_, n) => `Mr. John ${word(n)} came.`).join("\n"));
});

test("while text is typed every mark stays on its own words, and the analysis follows", async () => {
  const { document } = await showNew("sources/typing.txt", `${PARAGRAPH}\n\n${PARAGRAPH}\n`);
  await analysisOf(document);
  const { documents } = await sourceReview();
  for (const word of ["So ", "it ", "was ", "😀 ", "\n\n"]) {
    await edit((edits) => edits.insert(document.uri, new vscode.Position(0, 0), word));
    const state = documents.state(document.uri.toString());
    assert.equal(state?.kind, "ready");
    if (state?.kind === "ready" && state.document.version === document.version) assertOffsetsRight(document, state);
  }
  const { analysis } = await analysisOf(document);
  assert.equal(analysis.document.length, document.getText().length);
});

test("a document whose line ends change is analysed anew", async () => {
  const { document } = await showNew("sources/ends.txt", `${PARAGRAPH}\n\n${PARAGRAPH}\n`);
  await analysisOf(document);
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edits) => edits.setEndOfLine(vscode.EndOfLine.CRLF));
  assertOffsetsRight(document, { kind: "ready", document: await analysisOf(document) });
  await vscode.commands.executeCommand("workbench.action.files.revert");
});

test("a document that is deleted, renamed or reverted while it is analysed leaves nothing behind and nothing wrong", async () => {
  const { documents } = await sourceReview();
  const text = `${PARAGRAPH}\n\n`.repeat(3000);
  const { document: deleted } = await showNew("sources/deleted.txt", text);
  await vscode.workspace.fs.delete(deleted.uri);
  assertOffsetsRight(deleted, await settledState(deleted));
  await closeAll();
  await eventually("an end to the deleted document", () => (documents.state(deleted.uri.toString()) ? undefined : true));

  const { document: renamed } = await showNew("sources/before.txt", text);
  const after = renamed.uri.with({ path: renamed.uri.path.replace("before", "after") });
  await edit((edits) => edits.renameFile(renamed.uri, after));
  const document = await eventually("the renamed document", () =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === after.toString()),
  );
  assertOffsetsRight(document, await settledState(document));
  await eventually("an end to the old name", () => (documents.state(renamed.uri.toString()) ? undefined : true));

  await edit((edits) => edits.insert(document.uri, new vscode.Position(0, 0), "Not this. "));
  await revert(document, text);
  assertOffsetsRight(document, { kind: "ready", document: await analysisOf(document) });
  await closeAll();
});

test("from opening a document of the seeds' size to its first analysis", async () => {
  const { document: warm } = await showNew("sources/warm.txt", PARAGRAPH);
  await analysisOf(warm);
  const uri = warm.uri.with({ path: warm.uri.path.replace("warm", "timed") });
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${PARAGRAPH} `.repeat(80)));
  const { documents } = await sourceReview();
  const done = new Promise<number>((resolve) => {
    const subscription = documents.onDidChange((change) => {
      if (change.reason !== "analysis" || change.uri !== uri.toString()) return;
      subscription.dispose();
      resolve(performance.now());
    });
  });
  const opened = new Promise<number>((resolve) => {
    const subscription = vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.uri.toString() !== uri.toString()) return;
      subscription.dispose();
      resolve(performance.now());
    });
  });
  await vscode.window.showTextDocument(uri);
  const [start, end] = await Promise.all([opened, done]);
  figure("from opened to analysed, 9 KB", end - start, "ms");
  assert.ok(end >= start);
  await closeAll();
});
