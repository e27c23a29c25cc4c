import assert from "node:assert/strict";
import * as vscode from "vscode";
import { analysisOf, closeAll, positionIn, textAt } from "./reviewing.js";
import { test } from "./suite.js";
import { eventually, extension, showNew } from "./window.js";

/** A link of the hover's own: its arguments are encoded, so no words of the document can stand in it. */
const OWN_LINK = /\]\(command:sourceReview\.[\w.]+\?[\w%.~!*'-]+ "[\w ,]+"\)/g;

const TEXT = `Council votes on the harbour

Jun 13, 2014

Prime Minister Robert Fico met Angela Merkel in Berlin on Friday. Fico said: “The harbour stays open.” He left for Bratislava in the evening.

“We have waited for years,” Angela Merkel said in Berlin.
`;

async function opened(name: string): Promise<vscode.TextDocument> {
  const { document } = await showNew(`sources/${name}.txt`, TEXT);
  await analysisOf(document);
  return document;
}

test("a text in a folder named sources is under review, its names found where they stand", async () => {
  const document = await opened("found");
  const { analysis } = await analysisOf(document);
  for (const { mentions, name, aliases } of analysis.entities) {
    for (const mention of mentions.filter(({ kind }) => kind === "name")) assert.ok([name, ...aliases].includes(textAt(document, mention)));
  }
  assert.ok(analysis.entities.some(({ name }) => name === "Angela Merkel"));
  assert.equal(analysis.quotes.filter(({ kind }) => kind !== "indirect").length, 2);
});

test("F12 leads from a short name to the first full mention", async () => {
  const document = await opened("definition");
  const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    "vscode.executeDefinitionProvider",
    document.uri,
    positionIn(document, "Fico said"),
  );
  const [link] = links;
  assert.equal(document.getText("targetRange" in link ? link.targetRange : link.range), "Robert Fico");
});

test("Shift+F12 and the highlights have every mention of the entity", async () => {
  const document = await opened("references");
  const position = positionIn(document, "Angela Merkel");
  const reviewed = await analysisOf(document);
  const wanted = reviewed.index.mentionAt(document.offsetAt(position))?.entity.mentions.map(({ start }) => start);
  const references = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", document.uri, position);
  const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
    "vscode.executeDocumentHighlights",
    document.uri,
    position,
  );
  assert.ok(wanted && wanted.length >= 2);
  // Those of other documents that were read meanwhile may stand before or behind the document's own.
  const own = references.filter(({ uri }) => uri.toString() === document.uri.toString());
  assert.deepEqual(
    own.map(({ range }) => document.offsetAt(range.start)),
    wanted,
  );
  assert.deepEqual(
    highlights.map(({ range }) => document.offsetAt(range.start)),
    wanted,
  );
});

test("beside names no word of a source document lights up", async () => {
  const document = await opened("quiet");
  const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
    "vscode.executeDocumentHighlights",
    document.uri,
    positionIn(document, "in Berlin"),
  );
  assert.deepEqual(
    highlights.map(({ range }) => document.getText(range)),
    [""],
  );
});

test("the hover says who a name is and leads on by our own commands alone", async () => {
  const document = await opened("hover");
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    positionIn(document, "Fico met"),
  );
  const parts = hovers
    .flatMap(({ contents }) => contents)
    .filter((part): part is vscode.MarkdownString => part instanceof vscode.MarkdownString);
  const text = parts.map(({ value }) => value).join("\n");
  assert.match(text, /Robert.{0,10}Fico/);
  assert.match(text, /Person/);
  assert.match(text, /command:sourceReview\.nextMention/);
  const contributed: readonly string[] = extension().packageJSON.contributes.commands.map(({ command }: vscode.Command) => command);
  for (const { isTrusted } of parts) {
    const enabled = typeof isTrusted === "object" ? isTrusted.enabledCommands : [];
    assert.notEqual(isTrusted, true);
    const foreign = enabled.filter((command) => !contributed.includes(command));
    assert.deepEqual(foreign, []);
  }
});

test("words of a document are shown as text in a hover, never as Markdown", async () => {
  const { document } = await showNew(
    "sources/markup.txt",
    "A visitor said: “[press me](command:workbench.action.quit) <b>now</b> $(flame) ![x](http://example.org/x.png)”, and left.\n",
  );
  await analysisOf(document);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    positionIn(document, "press"),
  );
  for (const part of hovers.flatMap(({ contents }) => contents)) {
    const value = (typeof part === "string" ? part : part.value).replace(OWN_LINK, "");
    assert.doesNotMatch(value, /[^\\]\]\(|<b>|[^\\]!\[/);
  }
});

test("the outline has the headline above all and the quotations beneath", async () => {
  const document = await opened("outline");
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
  const names = (list: readonly vscode.DocumentSymbol[]): string[] => list.flatMap(({ name, children }) => [name, ...names(children)]);
  assert.equal(symbols[0].name, "Council votes on the harbour");
  assert.ok(names(symbols[0].children).includes("“The harbour stays open.”"));
});

test("Ctrl+T finds the entities of the documents under review", async () => {
  const document = await opened("workspace-symbols");
  const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "merkel");
  const own = symbols.filter(({ location }) => location.uri.toString() === document.uri.toString());
  assert.deepEqual(
    own.map(({ name }) => name),
    ["Angela Merkel"],
  );
});

test("a speaker stands after the quotation as an inlay hint, unless speakers are hidden", async () => {
  const document = await opened("speakers");
  const { analysis } = await analysisOf(document);
  const range = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = () => vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, range);
  const spoken = analysis.quotes.filter(({ kind, speaker }) => kind !== "indirect" && speaker !== null);
  assert.deepEqual(
    (await hints()).map(({ position }) => document.offsetAt(position)),
    spoken.map(({ end }) => end),
  );
  await vscode.commands.executeCommand("sourceReview.hideSpeakers");
  assert.deepEqual(await hints(), []);
  await vscode.commands.executeCommand("sourceReview.showSpeakers");
  assert.equal((await hints()).length, spoken.length);
});

test("where a turn ends with what is quoted in it, their speaker is named once", async () => {
  const text =
    "ORLIK: We opened the gate at noon.\n\nHALE: I wrote to the council. I said, “The gate stays open.”\n\nORLIK: It stays open.\n";
  const { document } = await showNew("sources/together.txt", text);
  const { analysis } = await analysisOf(document);
  const end = text.indexOf("”") + 1;
  assert.ok(analysis.quotes.filter((quote) => quote.end === end).length > 1);
  const range = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, range);
  assert.equal(hints.filter(({ position }) => document.offsetAt(position) === end).length, 1);
});

test("what the marks' commands choose is a setting and lasts", async () => {
  await opened("toggles");
  const names = () => vscode.workspace.getConfiguration("sourceReview").get("marks.names");
  await vscode.commands.executeCommand("sourceReview.hideNames");
  assert.equal(names(), false);
  await vscode.commands.executeCommand("sourceReview.showNames");
  assert.equal(names(), true);
});

test("the steps go to the next and previous mention, name and quotation, and round", async () => {
  const document = await opened("steps");
  const { analysis } = await analysisOf(document);
  const editor = await vscode.window.showTextDocument(document);
  const start = new vscode.Position(0, 0);
  editor.selection = new vscode.Selection(start, start);
  const here = () => document.offsetAt(editor.selection.active);
  const arrives = (offset: number) => eventually(`a cursor at ${offset}`, () => (here() === offset ? true : undefined));
  const first = analysis.quotes[0];
  const last = analysis.quotes[analysis.quotes.length - 1];
  await vscode.commands.executeCommand("sourceReview.nextQuotation");
  await arrives(first.start);
  await vscode.commands.executeCommand("sourceReview.previousQuotation");
  await arrives(last.start);
  const names = analysis.entities.flatMap(({ mentions }) => mentions.filter(({ kind }) => kind === "name").map((mention) => mention.start));
  names.sort((a, b) => a - b);
  await vscode.commands.executeCommand("sourceReview.nextName");
  await arrives(names.find((at) => at > last.start) ?? names[0]);
  const merkel = document.getText().indexOf("Angela Merkel");
  editor.selection = new vscode.Selection(document.positionAt(merkel), document.positionAt(merkel));
  await eventually("a step to the next mention of the name under the cursor", async () => {
    await vscode.commands.executeCommand("sourceReview.nextMention").then(undefined, () => undefined);
    return here() === document.getText().lastIndexOf("Angela Merkel") ? true : undefined;
  });
});

test("a document outside is reviewed when asked for, until told to stop", async () => {
  const document = await vscode.workspace.openTextDocument({ content: TEXT, language: "plaintext" });
  await vscode.window.showTextDocument(document);
  const symbols = () =>
    vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>("vscode.executeDocumentSymbolProvider", document.uri);
  assert.equal((await symbols())?.length ?? 0, 0);
  await vscode.commands.executeCommand("sourceReview.reviewDocument");
  const { analysis } = await analysisOf(document);
  assert.ok(analysis.quotes.length >= 2);
  assert.equal((await symbols())?.length, 1);
  await vscode.commands.executeCommand("sourceReview.stopReviewing");
  assert.equal((await symbols())?.length ?? 0, 0);
  await closeAll();
});

test("an untitled document is under review as long as it is open, and the next one not unasked", async () => {
  const untitled = async () => {
    const document = await vscode.workspace.openTextDocument({ content: TEXT, language: "plaintext" });
    await vscode.window.showTextDocument(document);
    return document;
  };
  const first = await untitled();
  await vscode.commands.executeCommand("sourceReview.reviewDocument");
  await analysisOf(first);
  await vscode.languages.setTextDocumentLanguage(first, "markdown");
  await analysisOf(first);
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await eventually("the first document closed", () => (first.isClosed ? true : undefined));
  const second = await untitled();
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    "vscode.executeDocumentSymbolProvider",
    second.uri,
  );
  assert.equal(symbols?.length ?? 0, 0, `${second.uri} is reviewed, as ${first.uri} was.`);
  await closeAll();
});

test("no key of ours is a key of VS Code's", async () => {
  await vscode.commands.executeCommand("workbench.action.openDefaultKeybindingsFile");
  const editor = await eventually("the default key bindings", () =>
    vscode.window.activeTextEditor?.document.uri.path.includes("keybindings") ? vscode.window.activeTextEditor : undefined,
  );
  const bindings = [...editor.document.getText().matchAll(/"key":\s*"([^"]+)"[^}]*?"command":\s*"([^"]+)"/g)].map(([, key, command]) => ({
    key,
    command,
  }));
  assert.ok(bindings.length > 300, `Only ${bindings.length} key bindings were read.`);
  // F2 is VS Code's own key to rename with, in each of its lists for that list's things: in our lists it is for ours.
  const ours = bindings.filter(({ key, command }) => command.startsWith("sourceReview.") && key !== "f2");
  assert.ok(ours.length >= 10, `Only ${ours.length} of our own are bound.`);
  const firstKeys = new Set(ours.map(({ key }) => key.split(" ")[0]));
  const taken = bindings.filter(({ key, command }) => firstKeys.has(key.split(" ")[0]) && !command.startsWith("sourceReview."));
  assert.deepEqual(taken, []);
  await closeAll();
});
