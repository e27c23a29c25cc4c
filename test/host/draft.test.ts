import assert from "node:assert/strict";
import * as vscode from "vscode";
import { RULES } from "../../src/collection/finding.js";
import { DRAFT_COMMANDS, SECTION } from "../../src/contributions.js";
import { closeAll } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, folder, showNew } from "./window.js";

const SOURCE = `BASRA — The port was shut on Monday.

“The two cranes are forty years old and nobody has ever looked at them,” said Layla Hassan, a spokeswoman for the port.
`;
const ALTERED = "“The two cranes are fifty years old and nobody has ever looked at them,” said Layla Hassan.\n";
const EXACT = ALTERED.replace("fifty", "forty");

async function draftWith(name: string, text: string): Promise<vscode.TextDocument> {
  const source = vscode.Uri.joinPath(folder(), "sources", "port.txt");
  await vscode.workspace.fs.writeFile(source, new TextEncoder().encode(SOURCE));
  const { document } = await showNew(name, text);
  return document;
}

/** What the check found; the folder's name has drafts under review, too, where the desk's lint may ask more. */
function findings(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  const isOurs = ({ source, code }: vscode.Diagnostic) => source === "Source Review" && RULES.some((rule) => rule === code);
  return vscode.languages.getDiagnostics(document.uri).filter(isOurs);
}

async function found(document: vscode.TextDocument, rules: readonly string[]): Promise<readonly vscode.Diagnostic[]> {
  let last = "";
  try {
    return await eventually(`the findings ${rules.join(", ") || "gone"}`, () => {
      const now = findings(document);
      last = now.map(({ message }) => message).join(" | ");
      return now.map(({ code }) => code).join() === rules.join() ? now : undefined;
    });
  } catch (error) {
    throw new Error(`In “${document.getText()}”: ${last || "nothing was found"}`, { cause: error });
  }
}

/** Accepts what a command asks, as Enter does, until it is done. */
async function whileAsked(running: Thenable<unknown>): Promise<void> {
  let done = false;
  void running.then(() => {
    done = true;
  });
  await eventually("an end of the question", async () => {
    if (!done) await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    return done || undefined;
  });
}

async function fixes(document: vscode.TextDocument, { range }: vscode.Diagnostic): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range);
}

test("a draft's altered quotation is a problem that leads to its source, and a fix puts the source's words in", async () => {
  const document = await draftWith("draft.md", ALTERED);
  await vscode.commands.executeCommand(DRAFT_COMMANDS.check);
  const [finding] = await found(document, ["quote-altered"]);
  assert.match(finding.message, /fifty.*forty/);
  assert.ok(finding.relatedInformation?.[0].location.uri.path.endsWith("/sources/port.txt"));
  const titles = (await fixes(document, finding)).map(({ title }) => title);
  for (const title of ["Put in the source’s words", "Open the source beside", "Insert the citation", "Ignore, with a reason…"])
    assert.ok(titles.includes(title), `${title} is not offered: ${titles.join(", ")}`);
  const fix = (await fixes(document, finding)).find(({ title }) => title === "Put in the source’s words");
  assert.ok(fix?.edit);
  const cite = (await fixes(document, finding)).find(({ title }) => title === "Insert the citation")?.edit;
  assert.deepEqual(
    cite?.get(document.uri).map(({ newText }) => newText),
    [" Layla Hassan (port.txt, line 3)"],
  );
  await vscode.workspace.applyEdit(fix.edit);
  assert.equal(document.getText(), EXACT);
  await found(document, []);
  await vscode.commands.executeCommand("undo");
  assert.equal(document.getText(), ALTERED);
  await found(document, ["quote-altered"]);
  await closeAll();
});

test("an exact quotation of a draft tells in its hover where it stands", async () => {
  const document = await draftWith("exact.md", EXACT);
  await vscode.commands.executeCommand(DRAFT_COMMANDS.check);
  const at = document.positionAt(EXACT.indexOf("cranes"));
  const text = await eventually("a hover", async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, at);
    const said = hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === "string" ? content : content.value)));
    return said.find((one) => one.includes("As in"));
  });
  assert.match(text, /port.*line 3/);
  assert.match(text, /Layla Hassan/);
  await closeAll();
});

test("a finding that is ignored is kept beside the drafts as an annotation, and can be shown again", async () => {
  const right = "“The old ferry crossed this bay four times a day until the bridge was built,” said Layla Hassan.\n";
  const source = vscode.Uri.joinPath(folder(), "sources", "ferry.txt");
  await vscode.workspace.fs.writeFile(source, new TextEncoder().encode(right));
  const document = await draftWith("ignored.md", right.replace("four", "five"));
  await vscode.commands.executeCommand(DRAFT_COMMANDS.check);
  const [finding] = await found(document, ["quote-altered"]);
  const ignore = (await fixes(document, finding)).find(({ title }) => title === "Ignore, with a reason…")?.command;
  assert.ok(ignore);
  await whileAsked(vscode.commands.executeCommand(ignore.command, ...(ignore.arguments ?? [])));
  await found(document, []);
  const kept = vscode.Uri.joinPath(folder(), ".source-review", "documents", "ignored.md.jsonl");
  const [line] = new TextDecoder().decode(await vscode.workspace.fs.readFile(kept)).split("\n");
  const annotation = JSON.parse(line);
  assert.equal(annotation["review:decision"].rule, "quote-altered");
  assert.match(annotation.target.selector[1].exact, /^“The old ferry crossed this bay five/);
  await whileAsked(vscode.commands.executeCommand(DRAFT_COMMANDS.ignored));
  await found(document, ["quote-altered"]);
  await closeAll();
  await vscode.workspace.fs.delete(kept);
  await vscode.workspace.fs.delete(source);
});

test("drafts that the settings name are checked as they are typed", async () => {
  const configuration = vscode.workspace.getConfiguration(SECTION);
  await configuration.update("drafts", ["**/typed.md"], vscode.ConfigurationTarget.Workspace);
  try {
    const document = await draftWith("typed.md", EXACT);
    const edit = new vscode.WorkspaceEdit();
    const start = EXACT.indexOf("forty");
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + 5)), "ninety");
    await vscode.workspace.applyEdit(edit);
    await found(document, ["quote-altered"]);
    // The setting taken back is the check taken back, and one that is asked for by hand stays.
    await configuration.update("drafts", [], vscode.ConfigurationTarget.Workspace);
    await found(document, []);
    await vscode.commands.executeCommand(DRAFT_COMMANDS.check);
    await found(document, ["quote-altered"]);
    await configuration.update("drafts", ["**/typed.md"], vscode.ConfigurationTarget.Workspace);
    await configuration.update("drafts", [], vscode.ConfigurationTarget.Workspace);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await found(document, ["quote-altered"]);
    await closeAll();
    await found(document, []);
  } finally {
    await configuration.update("drafts", undefined, vscode.ConfigurationTarget.Workspace);
  }
});

test("while a draft is typed in, its fixes stand where its words do", async () => {
  // The other drafts are in the folder, too, and may be sources themselves: this one has words and a source of its own.
  const right = "“The new lighthouse keeper counted every ship that came past in those nine weeks,” said Layla Hassan.\n";
  const source = vscode.Uri.joinPath(folder(), "sources", "lighthouse.txt");
  await vscode.workspace.fs.writeFile(source, new TextEncoder().encode(right));
  const document = await draftWith("moved.md", right.replace("nine", "seven"));
  await vscode.commands.executeCommand(DRAFT_COMMANDS.check);
  await found(document, ["quote-altered"]);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), "A new line.\n");
  await vscode.workspace.applyEdit(edit);
  // VS Code moves what it shows, and asks for the fixes of where the cursor is.
  const at = document.positionAt(document.getText().indexOf("lighthouse"));
  const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    new vscode.Range(at, at),
  );
  const fix = offered.find(({ title }) => title === "Put in the source’s words");
  assert.ok(fix?.edit, "no fix is offered before the next check");
  await vscode.workspace.applyEdit(fix.edit);
  assert.equal(document.getText(), `A new line.\n${right}`);
  await found(document, []);
  await closeAll();
});
