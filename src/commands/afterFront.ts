import type { DocumentReader } from "../review/documentStore.js";

/** Milliseconds after which nothing is waited for any more. */
const PATIENCE = 1500;
/** Milliseconds that the document's marks are given to be drawn. */
const DRAWING = 100;

/** @returns when the first document has its analysis, or soon where none comes: what follows takes nothing from the reader's first look. */
export function afterFront(reader: DocumentReader): Promise<void> {
  return new Promise((settle) => {
    const last = setTimeout(done, PATIENCE);
    const subscription = reader.onDidChange(({ reason }) => {
      if (reason !== "analysis") return;
      clearTimeout(last);
      setTimeout(done, DRAWING);
      subscription.dispose();
    });
    function done(): void {
      subscription.dispose();
      settle();
    }
  });
}
