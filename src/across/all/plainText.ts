import type { DocumentText, TextLine } from "../../sidebar/model/listedDocument.js";

const LINE_BREAK = /\r\n|\r|\n/g;

/** The text of a document that no editor holds. Lines are those of the editor. */
export class PlainText implements DocumentText {
  readonly #text: string;
  /** Where each line begins, and where what it holds ends. */
  readonly #starts: number[] = [0];
  readonly #ends: number[] = [];

  constructor(text: string) {
    this.#text = text;
    for (const lineBreak of text.matchAll(LINE_BREAK)) {
      this.#ends.push(lineBreak.index);
      this.#starts.push(lineBreak.index + lineBreak[0].length);
    }
    this.#ends.push(text.length);
  }

  lineAt(offset: number): TextLine {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle] <= offset) low = middle + 1;
      else high = middle;
    }
    const line = Math.max(0, low - 1);
    return { number: line + 1, start: this.#starts[line], end: this.#ends[line] };
  }

  slice(start: number, end: number): string {
    return this.#text.slice(start, end);
  }
}
