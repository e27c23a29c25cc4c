import * as vscode from "vscode";
import type { ReviewSelection } from "./reviewSelection.js";

const TEXTS = "**/*.{txt,text,md,markdown}";
/** So many texts are found at most before the search is ended. */
const MOST_TEXTS = 200;

/** Whether the workspace holds documents under review, by a quick search that may miss them: the first texts that VS Code comes upon. */
export async function seemsToHoldDocuments(selection: ReviewSelection): Promise<boolean> {
  const texts = await vscode.workspace.findFiles(TEXTS, "**/node_modules/**", MOST_TEXTS);
  return texts.some((uri) => selection.hasUri(uri));
}
