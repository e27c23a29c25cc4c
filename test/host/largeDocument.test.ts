import assert from "node:assert/strict";
import * as vscode from "vscode";
import { figure, test } from "./suite.js";
import { eventually, extension, writeNew } from "./window.js";

const PARAGRAPH =
  "Minister Anna Kowalczyk told the parliament in Lisbon on Tuesday that the Harbour Council would answer. " +
  '"We have read the letter," Kowalczyk said. Two officials of the council, who asked not to be named, denied it.\n\n';

/** Named twice only: to ask for the places of a name that stands everywhere would be work of its own. */
const RARE = "Envoy Piotr Zielinski came to Lisbon on Monday.\n\n";

test("a document of 5 MB is analysed while the extension host goes on", async () => {
  await extension().activate();
  const content = new TextEncoder().encode(RARE + PARAGRAPH.repeat(Math.ceil(5_000_000 / PARAGRAPH.length)) + RARE);
  // The folder that is open is called "seeds": a name that no pattern of the setting matches is not under review.
  const aside = await writeNew("aside/large.plain", content);
  const large = await writeNew("sources/large.txt", content);
  await report("not under review", async () => {
    await vscode.window.showTextDocument(aside);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  });
  await report("under review", async () => {
    const { document } = await vscode.window.showTextDocument(large);
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
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  for (const uri of [aside, large]) await vscode.workspace.fs.delete(uri);
});

/** Reports the longest time for which this thread did nothing else while a job was done, and how much of one it worked at most. */
async function report(what: string, job: () => Promise<unknown>): Promise<void> {
  const { held, worked } = await longestTurns(job);
  figure(`extension host held up, 5 MB ${what}`, held, "ms");
  if (worked > 0) figure(`extension host held up, 5 MB ${what}, of its own processor time`, worked, "ms");
}

/** On a busy machine a thread is also held up by others: that is in `held`, and not in `worked`, which is 0 where it cannot be told. Milliseconds. */
async function longestTurns(job: () => Promise<unknown>): Promise<{ readonly held: number; readonly worked: number }> {
  const pause = 1;
  let [held, worked] = [0, 0];
  let [at, processor] = [performance.now(), processorTime()];
  let timer: NodeJS.Timeout;
  function turn(): void {
    const [now, used] = [performance.now(), processorTime()];
    held = Math.max(held, now - at - pause);
    worked = Math.max(worked, used - processor);
    [at, processor] = [now, used];
    timer = setTimeout(turn, pause);
  }
  timer = setTimeout(turn, pause);
  await job();
  await new Promise((resolve) => setTimeout(resolve, 500));
  clearTimeout(timer);
  return { held, worked };
}

/** The processor time of this thread in milliseconds; 0 in versions of Node that do not tell it. */
function processorTime(): number {
  const { threadCpuUsage } = process as { readonly threadCpuUsage?: () => { readonly user: number; readonly system: number } };
  const { user, system } = threadCpuUsage?.() ?? { user: 0, system: 0 };
  return (user + system) / 1000;
}
