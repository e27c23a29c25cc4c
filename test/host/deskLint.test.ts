import assert from "node:assert/strict";
import * as vscode from "vscode";
import { HISTORY_COMMANDS, SECTION, VERSION_SCHEME } from "../../src/contributions.js";
import { analysisOf, closeAll, eventuallyGathered, textAt } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, folder, showNew } from "./window.js";

const encoder = new TextEncoder();

function problems(document: vscode.TextDocument, rule: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source, code }) => source === "Source Review" && code === rule);
}

async function problem(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  return eventuallyGathered(`a problem of ${rule}`, () => problems(document, rule)[0]);
}

async function gone(document: vscode.TextDocument, rule: string): Promise<void> {
  await eventually(`an end of ${rule}`, () => problems(document, rule).length === 0 || undefined);
}

/** Runs a fix as a click on it does. */
async function fix(document: vscode.TextDocument, { range }: vscode.Diagnostic, title: string | RegExp): Promise<void> {
  const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const command = offered.find((action) => (typeof title === "string" ? action.title === title : title.test(action.title)))?.command;
  assert.ok(command, `${title} is not offered: ${offered.map((action) => action.title).join(", ")}`);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

test("a mark that is never closed is a problem, and the rule can be switched off from its lightbulb", async () => {
  const { document } = await showNew(
    "sources/lint/open.txt",
    "The hall was full.\n\n“Nobody will close this theatre, said Mona Lind. The lights went out.\n\nShe left.\n",
  );
  await analysisOf(document);
  const found = await problem(document, "markNeverClosed");
  assert.equal(document.getText(found.range), "“Nobody");
  assert.equal(found.severity, vscode.DiagnosticSeverity.Information);
  try {
    await fix(document, found, "Ask nothing of this kind any more");
    await gone(document, "markNeverClosed");
    const rules = vscode.workspace.getConfiguration(SECTION).get<Record<string, boolean>>("lint");
    assert.equal(rules?.markNeverClosed, false);
    assert.equal(rules?.staleVerdict, true);
  } finally {
    await vscode.workspace.getConfiguration(SECTION).update("lint", undefined, vscode.ConfigurationTarget.Global);
  }
  await fix(document, await problem(document, "markNeverClosed"), "End the quotation with its sentence");
  await gone(document, "markNeverClosed");
  const quote = await eventually("the quotation's end", async () =>
    (await analysisOf(document)).analysis.quotes.find(({ end }) => document.getText().slice(0, end).endsWith("Mona Lind.")),
  );
  assert.equal(textAt(document, quote), "“Nobody will close this theatre, said Mona Lind.");
  await closeAll();
});

test("a spelling that is accepted from its lightbulb is asked about no more", async () => {
  const { document } = await showNew(
    "sources/lint/spelled.txt",
    "Ibrahim al-Jaafari, the former prime minister, met Layla Hassan on Monday.\n\nIbrahim al-Jafari will travel on Tuesday. Al-Jaafari was born in Karbala.\n",
  );
  await analysisOf(document);
  const found = await problem(document, "nameSpelledTwoWays");
  const [usual] = found.relatedInformation ?? [];
  assert.equal(document.getText(usual?.location.range), "al-Jaafari");
  // Both spellings are one person's: there is nobody to say that he is the same as.
  const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, found.range);
  assert.deepEqual(
    offered.filter(({ title }) => title.includes("is the same as")),
    [],
  );
  await fix(document, found, "“Ibrahim al-Jafari” is right as it stands");
  await gone(document, "nameSpelledTwoWays");
  await closeAll();
});

test("each fix that decides by itself answers its problem, and undone the problem is there again", async () => {
  const { document } = await showNew(
    "sources/lint/undone.txt",
    "Berg left the hall early on Monday.\n\nAnna Berg, the mayor, met her brother Karl Berg, a builder, in Uppsala. The hall was full.\n\n“Nobody will close this theatre, said Mona Lind. The lights went out.\n\nShe left.\n\n“There were far more people in the hall than anybody had seen there before that day.”\n",
  );
  await analysisOf(document);
  const settings = vscode.workspace.getConfiguration(SECTION);
  await settings.update("lint", { ...settings.get<object>("lint"), quotationWithoutSpeaker: true }, vscode.ConfigurationTarget.Global);
  try {
    for (const [rule, title] of [
      ["markNeverClosed", "End the quotation with its sentence"],
      ["markNeverClosed", "The quotation ends where it is marked"],
      ["quotationWithoutSpeaker", "Not a quotation"],
      ["shortFormOfTwo", /^“Berg” is (?:Anna|Karl) Berg$/],
    ] as const) {
      const found = await problem(document, rule);
      const isThere = () => problems(document, rule).some(({ range }) => range.isEqual(found.range));
      await fix(document, found, title);
      await eventually(`an end of ${rule}`, () => !isThere() || undefined);
      await vscode.commands.executeCommand(HISTORY_COMMANDS.undo);
      await eventually(`${rule} again`, () => isThere() || undefined);
    }
  } finally {
    await settings.update("lint", undefined, vscode.ConfigurationTarget.Global);
  }
  await closeAll();
});

test("a figure that another document has otherwise is a problem that leads to both versions", async () => {
  const words = "“The old theatre has 640 seats and every one of them was sold in the first hour,” said Mona Lind.\n";
  const other = vscode.Uri.joinPath(folder(), "sources", "lint", "seats.txt");
  await vscode.workspace.fs.writeFile(other, encoder.encode(words.replace("640", "460")));
  const { document } = await showNew("sources/lint/theatre.txt", words);
  const found = await problem(document, "figuresDiffer");
  assert.equal(document.getText(found.range), "640");
  assert.match(found.message, /640.*460.*seats\.txt/);
  assert.equal(found.relatedInformation?.[0].location.uri.toString(), other.toString());
  await fix(document, found, "Compare the versions");
  await eventually("a comparison", () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return (input instanceof vscode.TabInputTextDiff && input.original.scheme === VERSION_SCHEME) || undefined;
  });
  await fix(document, found, "Open the other version");
  assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), other.toString());
  const configuration = vscode.workspace.getConfiguration(SECTION);
  await configuration.update("lint", { enabled: false }, vscode.ConfigurationTarget.Workspace);
  try {
    await gone(document, "figuresDiffer");
  } finally {
    await configuration.update("lint", undefined, vscode.ConfigurationTarget.Workspace);
  }
  await closeAll();
});

test("the lint's tests leave nothing behind", async () => {
  await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), "sources", "lint"), { recursive: true });
});
