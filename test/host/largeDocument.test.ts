import assert from "node:assert/strict";
import { monitorEventLoopDelay } from "node:perf_hooks";
import * as vscode from "vscode";
import { figure, test } from "./suite.js";
import { eventually, extension, folder, showNew } from "./window.js";

const PARAGRAPH =
  "Minister Anna Kowalczyk told the parliament in Lisbon on Tuesday that the Harbour Council would answer. " +
  '"We have read the letter," Kowalczyk said. Two officials of the council, who asked not to be named, denied it.\n\n';

/** Named twice only: to ask for the places of a name that stands everywhere would be work of its own. */
const RARE = "Envoy Piotr Zielinski came to Lisbon on Monday.\n\n";

test("a document of 5 MB is analysed while the extension host goes on", async () => {
  await extension().activate();
  const text = RARE + PARAGRAPH.repeat(Math.ceil(5_000_000 / PARAGRAPH.length)) + RARE;
  figure("extension host held up, 5 MB not under review", await longestStop(() => showNew("aside/large.txt", text)), "ms");
  const stop = await longestStop(async () => {
    const { document } = await showNew("sources/large.txt", text);
    const at = new vscode.Position(0, RARE.indexOf("Zielinski"));
    const highlights = await eventually(
      "both places of the envoy",
      async () => {
        const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
          "vscode.executeDocumentHighlights",
          document.uri,
          at,
        );
        return found !== undefined && found.length > 1 ? found : undefined;
      },
      55_000,
    );
    assert.ok(highlights.length > 1);
  });
  figure("extension host held up, 5 MB under review", stop, "ms");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  for (const place of ["aside", "sources"]) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), place, "large.txt"));
});

/** The longest time, in milliseconds, for which this thread did nothing else while a job was done. */
async function longestStop(job: () => Promise<unknown>): Promise<number> {
  const resolution = 5;
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  await job();
  await new Promise((resolve) => setTimeout(resolve, 500));
  delays.disable();
  return delays.max / 1e6 - resolution;
}
