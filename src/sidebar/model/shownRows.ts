import { rowMark } from "./rowMark.js";
import type { PlacedNode, TreeModel } from "./treeModel.js";
import type { TreeNode } from "./treeNode.js";

/** Which rows the window has been given, and how they looked, so that only what looks different is drawn again. */
export class ShownRows {
  readonly #children = new Map<string, readonly string[]>();
  readonly #looks = new Map<string, string>();

  /** Notes the rows given out under a row. */
  note(parent: string, rows: readonly PlacedNode[]): void {
    this.#children.set(
      parent,
      rows.map((row) => row.id),
    );
    for (const row of rows) this.#looks.set(row.id, look(row.node));
  }

  clear(): void {
    this.#children.clear();
    this.#looks.clear();
  }

  /**
   * Tells what has to be drawn again, once: the window asks for it anew, and is taken to know it from then on.
   * @returns the ids of the rows to draw again, with all that stands under them, in the model's newest state; the model's root
   * id where the first level itself is different.
   */
  takeChanges(model: TreeModel): readonly string[] {
    const changed: string[] = [];
    this.#take(model, model.rootId, changed);
    return changed;
  }

  #take(model: TreeModel, id: string, changed: string[]): void {
    const before = this.#children.get(id);
    if (!before) return;
    const now = model.children(id);
    if (now.length !== before.length || now.some((row, index) => row.id !== before[index])) {
      this.#children.delete(id);
      changed.push(id);
      return;
    }
    for (const row of now) {
      const newLook = look(row.node);
      if (newLook === this.#looks.get(row.id)) this.#take(model, row.id, changed);
      else {
        this.#looks.set(row.id, newLook);
        this.#children.delete(row.id);
        changed.push(row.id);
      }
    }
  }
}

function look(node: TreeNode): string {
  const { label, highlights, description, spoken, icon, uncertain, standing, branch, subject } = node;
  const marks = highlights.map((mark) => `${mark.start}-${mark.end}`).join(",");
  return [subject.kind, label, marks, description, spoken, icon ?? "", uncertain, rowMark(standing) ?? "", branch !== undefined].join(
    "\u0000",
  );
}
