import { type Disposable, window } from "vscode";
import type { PlacedNode } from "./model/treeModel.js";
import type { ReviewTree } from "./reviewTree.js";
import type { Sidebar } from "./sidebar.js";
import { VIEWS } from "./views.js";

/** The cursor rests after this many milliseconds. */
const REST = 120;

/** Keeps the trees that are seen on what the cursor is on, while the reader wants that. It takes no focus. */
export class CursorFollower implements Disposable {
  readonly #disposables: readonly Disposable[];
  #rest: NodeJS.Timeout | undefined;

  constructor(private readonly sidebar: Sidebar) {
    const follow = () => this.#followSoon();
    this.#disposables = [
      window.onDidChangeTextEditorSelection(follow),
      window.onDidChangeActiveTextEditor(follow),
      sidebar.state.onDidChange(follow),
      ...VIEWS.map((view) => sidebar.trees[view].onDidChangeVisibility(follow)),
    ];
  }

  dispose(): void {
    clearTimeout(this.#rest);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #followSoon(): void {
    clearTimeout(this.#rest);
    if (this.sidebar.state.follow) this.#rest = setTimeout(() => this.#follow(), REST);
  }

  #follow(): void {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const offset = editor.document.offsetAt(editor.selection.active);
    for (const view of VIEWS) {
      const tree = this.sidebar.trees[view];
      if (!tree.visible) continue;
      if (this.sidebar.state.scope === "all") {
        void followInAll(tree, editor.document.uri.toString(), offset);
        continue;
      }
      const row = rowToShow(tree, tree.rowsAt(editor.document.uri.toString(), offset));
      if (row && !isSelected(tree, row)) void tree.reveal(row, { focus: false, open: false });
    }
  }
}

async function followInAll(tree: ReviewTree, uri: string, offset: number): Promise<void> {
  const id = await tree.all?.entryAt(uri, offset);
  if (id !== undefined && !tree.selection.some((selected) => selected === id || selected.startsWith(`${id}/`))) {
    await tree.reveal({ id }, { focus: false, open: false });
  }
}

/** What stands at the cursor, or the row above it where that is closed: following opens nothing that the reader closed. */
function rowToShow(tree: ReviewTree, path: readonly PlacedNode[]): PlacedNode | undefined {
  const row = path.at(-1);
  const above = path.at(-2);
  return above && above.node.subject.kind !== "heading" && !tree.isOpen(above) ? above : row;
}

/** Whether the reader is on the row already, or on the entity or speaker it stands under: after a click in the tree, for one. */
function isSelected(tree: ReviewTree, { id }: PlacedNode): boolean {
  return tree.selection.some((selected) => {
    const kind = tree.find(selected)?.node.subject.kind;
    return id === selected || (kind !== "heading" && kind !== "document" && id.startsWith(`${selected}/`));
  });
}
