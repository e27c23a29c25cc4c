import * as vscode from "vscode";
import type { CollectionDecision, IdentityDecision, IdentityTarget, MayBeSame } from "../collection/answers.js";
import type { Decisions } from "../decisions/decisions.js";
import type { ReviewSelection } from "../editor/reviewSelection.js";
import type { NameTarget } from "../review/decision.js";
import { collectionDecisions } from "./decidedIdentity.js";

/** What reviewers decided that counts in all documents: what holds everywhere in a folder of who is who, what is listed and how. */
export class IdentityDecisions implements vscode.Disposable {
  readonly #decisions: Decisions;
  readonly #selection: Pick<ReviewSelection, "chosen">;
  readonly #tell: (decisions: readonly CollectionDecision[]) => void;
  readonly #disposables: readonly vscode.Disposable[];
  #told = "[]";

  /** @param tell takes all of them, whenever they are others than before. */
  constructor(decisions: Decisions, selection: Pick<ReviewSelection, "chosen">, tell: (decisions: readonly CollectionDecision[]) => void) {
    this.#decisions = decisions;
    this.#selection = selection;
    this.#tell = tell;
    this.#disposables = [
      decisions.onDidChangeFiles(() => this.#tellIfOther()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#tellIfOther()),
    ];
    this.#tellIfOther();
  }

  /** Tells them again to one who knows nothing. */
  tellAgain(): void {
    this.#told = "[]";
    this.#tellIfOther();
  }

  /**
   * Decides once for all documents of a folder whether two are one. It is kept with the decisions that hold everywhere in the folder.
   * @param path a document that has the second of the two.
   */
  async decide(kind: IdentityDecision["kind"], { left, right, decision }: MayBeSame, path: string): Promise<void> {
    const uri = vscode.Uri.parse(decision.right.path ?? path);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const [one, other] = [nameTarget(decision.left, folder), nameTarget(decision.right, folder)];
    const body =
      kind === "apart"
        ? ({ kind: "keep-apart", target: one, from: other } as const)
        : ({ kind: "merge", target: other, into: one } as const);
    await this.#decisions.make(uri, [body], "everywhere");
    const words = kind === "same" ? "are the same" : "are not the same";
    vscode.window.setStatusBarMessage(`${left.name} and ${right.name} ${words}, in all documents of the folder.`, 4000);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #tellIfOther(): void {
    const within = [
      ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => vscode.Uri.joinPath(uri, "document")),
      ...this.#selection.chosen.map((address) => vscode.Uri.parse(address)),
    ];
    const kept = within.flatMap((uri) => {
      const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? "";
      return this.#decisions.everywhere(uri).map((decision) => ({ decision, folder }));
    });
    const decided = collectionDecisions(kept, addressIn);
    const told = JSON.stringify(decided);
    if (told === this.#told) return;
    this.#told = told;
    this.#tell(decided);
  }
}

function addressIn(folder: string, path: string): string {
  return vscode.Uri.joinPath(vscode.Uri.parse(folder), path).toString();
}

function nameTarget({ name, type, path }: IdentityTarget, folder: vscode.WorkspaceFolder | undefined): NameTarget {
  const uri = path === undefined ? undefined : vscode.Uri.parse(path);
  const isInside = uri && folder && vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.uri.toString();
  return { kind: "name", name, type, ...(isInside && { document: uri.path.slice(folder.uri.path.length).replace(/^\/+/, "") }) };
}
