import * as vscode from "vscode";
import { decodedText } from "../gathering/decodedText.js";
import { LARGEST_DOCUMENT, NO_TEXT, TOO_LARGE, unreadableReason } from "../worker/unreadable.js";

/** VS Code shows no text where the first bytes of a file are none. */
const FIRST_BYTES = 512;
/** So much of a text, in UTF-16 units, tells whether it is one. */
const TELLING = 100_000;
/** So many lines are looked at for them. */
const TELLING_LINES = 1000;

/** Why VS Code does not hand over the text of a file that a tab shows, as sentences for the reader; undefined where it yet may. */
export async function whyMissing(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST_DOCUMENT) return TOO_LARGE;
    const bytes = await vscode.workspace.fs.readFile(uri);
    return decodedText(bytes.subarray(0, FIRST_BYTES)).kind === "unreadable" ? NO_TEXT : undefined;
  } catch {
    return "The file cannot be read.";
  }
}

/** Why a document that is open could not be analysed if it were under review, as far as its beginning tells; null where it could. */
export function whyUnfit(document: vscode.TextDocument): string | null {
  // By lines: for a place by its offset VS Code would first measure every line of the document.
  return unreadableReason(document.getText(new vscode.Range(0, 0, TELLING_LINES, 0)).slice(0, TELLING));
}
