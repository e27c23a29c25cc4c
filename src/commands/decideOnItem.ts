import * as vscode from "vscode";
import type { ItemPlace } from "../decisions/decidable.js";
import { type Decidable, decidableAt, decidablesAt, isItemPlace } from "../decisions/decidable.js";
import { type DecidableKind, spanOfItem } from "../decisions/decidableItem.js";
import type { Decisions } from "../decisions/decisions.js";
import { reviewOf, wordsOf } from "../editor/textPlaces.js";
import { quoted } from "../editor/words.js";
import type { DocumentReader } from "../review/documentStore.js";

/** What decision commands work on. */
export interface Deciding {
  readonly reader: DocumentReader;
  readonly decisions: Decisions;
  /** The item that a row of the sidebar stands for, by the row's id; undefined where it stands for none. */
  readonly itemOfRow: (id: string) => ItemPlace | undefined;
}

/**
 * The item that a command is to decide on: the one it was given, else the one at the cursor.
 * @param kinds what the command can decide on. A mention stands for its entity, too.
 */
export function itemFor({ reader, itemOfRow }: Deciding, given: unknown, kinds: readonly DecidableKind[]): Decidable | undefined {
  const place = isItemPlace(given) ? given : typeof given === "string" ? itemOfRow(given) : undefined;
  if (place) {
    const item = decidableAt(reader, place);
    return item && asKind(item, kinds);
  }
  // A row that is gone stands for nothing, and least of all for what the cursor is on.
  if (typeof given === "string") return undefined;
  const editor = vscode.window.activeTextEditor;
  const reviewed = editor && reviewOf(reader, editor.document);
  if (!reviewed) return undefined;
  for (const item of decidablesAt(editor.document, reviewed, editor.document.offsetAt(editor.selection.start))) {
    const fitting = asKind(item, kinds);
    if (fitting) return fitting;
  }
  return undefined;
}

function asKind(item: Decidable, kinds: readonly DecidableKind[]): Decidable | undefined {
  if (kinds.includes(item.kind)) return item;
  if (item.kind === "mention" && kinds.includes("entity")) return { ...item, kind: "entity" };
  return undefined;
}

/** Longer words make a title of two lines, in UTF-16 code units. */
const LONGEST = 50;

/** An item in the words of the text, for the title of what asks about it. */
export function wordsOfItem(item: Decidable): string {
  return item.kind === "entity" ? item.entity.name : quoted(wordsOf(item.document, spanOfItem(item), LONGEST));
}

const NOTHING: Readonly<Record<DecidableKind, string>> = {
  mention: "a name",
  entity: "a name",
  quotation: "a quotation",
};

/** Registers a command that decides on an item; where there is none, it says what to put the cursor on. */
export function registerDecision(
  deciding: Deciding,
  command: string,
  kinds: readonly DecidableKind[],
  decide: (item: Decidable) => Promise<unknown>,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (given: unknown) => {
    const item = itemFor(deciding, given, kinds);
    if (item) return decide(item);
    const wanted = [...new Set(kinds.map((kind) => NOTHING[kind]))].join(" or ");
    await vscode.window.showInformationMessage(`Put the cursor on ${wanted} first.`);
    return undefined;
  });
}
