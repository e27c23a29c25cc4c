import type { DocumentReader } from "../review/documentStore.js";

/** Milliseconds after which no document is waited for that has not been opened. */
const PATIENCE = 1500;
/** Milliseconds that the document's marks are given to be drawn. */
const DRAWING = 100;

/**
 * @returns when the first document has its analysis, or soon where none comes: what follows takes nothing from the reader's first look.
 * The analysis of a document in front is waited for as long as it takes.
 */
export function afterFront(reader: DocumentReader): Promise<void> {
  return new Promise((settle) => {
    let last = setTimeout(look, PATIENCE);
    const subscription = reader.onDidChange(({ reason }) => {
      if (reason !== "analysis") return;
      clearTimeout(last);
      last = setTimeout(done, DRAWING);
      subscription.dispose();
    });
    function look(): void {
      const isPending = reader.front !== undefined && reader.state(reader.front)?.kind === "pending";
      if (isPending) last = setTimeout(look, PATIENCE);
      else done();
    }
    function done(): void {
      subscription.dispose();
      settle();
    }
  });
}
