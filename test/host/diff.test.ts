import assert from "node:assert/strict";
import * as vscode from "vscode";
import { COMMANDS } from "../../src/contributions.js";
import { analysisOf, closeAll, positionIn, sourceReview, textAt } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, folder } from "./window.js";

const OLD = `The mill was shut on Monday.

“We counted 40 sacks of flour,” Ingrid Solheim said in Nitra. Solheim left at noon.
`;
const NEW = OLD.replace("40", "60").replace("in Nitra", "in Bratislava, and Tom Weld was there");

async function written(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), "sources", "versions", name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Both sides of a comparison of two sources, the right-hand one in front. */
async function compared(): Promise<readonly [vscode.TextEditor, vscode.TextEditor]> {
  const [left, right] = [await written("old.txt", OLD), await written("new.txt", NEW)];
  await vscode.commands.executeCommand("vscode.diff", left, right, "old ↔ new", { preview: false });
  const side = (uri: vscode.Uri) =>
    eventually(`a side with ${uri.path}`, () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString()),
    );
  return [await side(left), await side(right)];
}

test("both sides of a comparison of two sources are analysed, with hovers and the speakers beside", async () => {
  for (const { document } of await compared()) {
    const { analysis } = await analysisOf(document);
    assert.ok(analysis.entities.some(({ name }) => name === "Ingrid Solheim"));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      positionIn(document, "Solheim left"),
    );
    const said = hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === "string" ? content : content.value)));
    assert.ok(
      said.some((text) => text.includes("Ingrid Solheim")),
      `no hover in ${document.uri.path}`,
    );
    const hints = await eventually("the speaker's hint", async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        "vscode.executeInlayHintProvider",
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
      return found.length > 0 ? found : undefined;
    });
    assert.equal(hints.length, 1);
    const problems = vscode.languages.getDiagnostics(document.uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    assert.deepEqual(problems, []);
  }
  await closeAll();
});

test("the sidebar lists the side of a comparison that has the keyboard, and steps go through its mentions", async () => {
  const [left, right] = await compared();
  const { documents, sidebar } = await sourceReview();
  for (const [focus, { document }] of [
    ["workbench.action.compareEditor.focusSecondarySide", left],
    ["workbench.action.compareEditor.focusPrimarySide", right],
  ] as const) {
    await analysisOf(document);
    await vscode.commands.executeCommand(focus);
    await eventually(`${document.uri.path} in front`, () => documents.front === document.uri.toString() || undefined);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    const at = positionIn(document, "Ingrid Solheim");
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand(COMMANDS.nextMention);
    await eventually(
      "the next mention",
      () => editor.selection.active.isEqual(document.positionAt(document.getText().indexOf("Solheim left"))) || undefined,
    );
    sidebar.refresh();
    const rows = await sidebar.trees.entities.getChildren();
    const types = rows.map((id) => sidebar.trees.entities.getTreeItem(id).label);
    assert.ok(types.some((label) => (typeof label === "string" ? label : label?.label) === "People"));
  }
  await closeAll();
});

test("links of a hover and rows of the sidebar go to their places in the comparison", async () => {
  const [left] = await compared();
  await analysisOf(left.document);
  await vscode.commands.executeCommand("workbench.action.compareEditor.focusSecondarySide");
  const uri = left.document.uri.toString();
  const at = OLD.indexOf("Ingrid Solheim");
  await vscode.commands.executeCommand(COMMANDS.nextMention, { uri, offset: at });
  const wanted = left.document.positionAt(OLD.indexOf("Solheim left"));
  await eventually("the next mention", () => left.selection.active.isEqual(wanted) || undefined);
  assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff);
  await closeAll();
});

test("both sides are let go when the comparison is closed", async () => {
  const [left, right] = await compared();
  const uris = [left, right].map(({ document }) => document.uri.toString());
  await analysisOf(left.document);
  await analysisOf(right.document);
  await closeAll();
  const { documents } = await sourceReview();
  await eventually("an end of both", () => uris.every((uri) => documents.state(uri) === undefined) || undefined);
  await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), "sources", "versions"), { recursive: true });
});

test("the words of a side are those of its own text after an edit in the comparison", async () => {
  const [, right] = await compared();
  await analysisOf(right.document);
  await right.edit((change) => change.insert(new vscode.Position(0, 0), "Later that day.\n\n"));
  const { analysis } = await analysisOf(right.document);
  const person = analysis.entities.find(({ name }) => name === "Tom Weld");
  assert.ok(person);
  assert.equal(textAt(right.document, person.mentions[0]), "Tom Weld");
  await closeAll();
  await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), "sources", "versions"), { recursive: true });
});
