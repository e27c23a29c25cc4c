import * as vscode from "vscode";
import { decodedText } from "../../gathering/decodedText.js";
import type { DocumentText } from "../../sidebar/model/listedDocument.js";
import { PlainText } from "./plainText.js";

/** So many texts are kept: those of the rows that were opened last. */
const MOST_KEPT = 8;

/** The texts of documents that need not be open, for the lines that rows show. */
export class DocumentTexts {
  readonly #texts = new Map<string, Promise<DocumentText | null>>();

  /** @param path a document's address. @returns null where it cannot be read. */
  of(path: string): Promise<DocumentText | null> {
    const known = this.#texts.get(path);
    const text = known ?? readText(path);
    this.#texts.delete(path);
    this.#texts.set(path, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > MOST_KEPT) this.#texts.delete(oldest);
    return text;
  }

  /** Lets texts be read anew: documents are others than before. */
  clear(): void {
    this.#texts.clear();
  }
}

/** @returns a document's text as its editor has it, else as its file has it; null where it cannot be read. */
export async function readText(path: string): Promise<DocumentText | null> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === path);
  if (open) return new PlainText(open.getText());
  try {
    const decoded = decodedText(await vscode.workspace.fs.readFile(vscode.Uri.parse(path)));
    return decoded.kind === "text" ? new PlainText(decoded.text) : null;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return null;
    throw error;
  }
}
