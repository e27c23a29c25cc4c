import * as vscode from "vscode";
import type { Span } from "../analysis/analysis.js";
import { LOOK_COMMANDS } from "../contributions.js";
import type { Decisions } from "../decisions/decisions.js";
import { anchorsOf } from "../decisions/targets.js";
import { rangeOf, reviewOf } from "../editor/textPlaces.js";
import { confirmed } from "../review/confirming.js";
import type { Decision } from "../review/decision.js";
import type { DocumentReader } from "../review/documentStore.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import { type Look, lookOf } from "./looks.js";
import type { LookTexts } from "./lookTexts.js";
import { isLookRow, type LookRow, type LookTree } from "./lookTree.js";
import { formerSpan } from "./thenAndNow.js";

/** Looks at decisions on one document, as its text is now. */
interface Looking {
  readonly document: vscode.TextDocument;
  readonly reviewed: ReviewedDocument;
  readonly looks: readonly Look[];
}

/** What is needed to act on the rows of the view of decisions that need a second look. */
export interface SecondLook {
  readonly reader: DocumentReader;
  readonly decisions: Decisions;
  readonly looks: LookTree;
  readonly lookTexts: LookTexts;
}

/** Registers what can be done in the view of decisions that need a second look. */
export function registerLookCommands({ reader, decisions, looks: tree, lookTexts }: SecondLook): vscode.Disposable {
  function register(command: string, run: (looking: Looking) => Promise<void>): vscode.Disposable {
    return vscode.commands.registerCommand(command, async (row: unknown, rows: unknown) => {
      const chosen = Array.isArray(rows) ? rows.filter(isLookRow) : isLookRow(row) ? [row] : tree.selection;
      const looking = await lookingAt(reader, chosen);
      if (looking) await run(looking);
      else void vscode.window.showInformationMessage("Choose a decision in the view Second Look first.");
    });
  }

  return vscode.Disposable.from(
    register(LOOK_COMMANDS.compare, ({ looks, document }) => lookTexts.compare(looks[0], document)),
    register(LOOK_COMMANDS.goThere, async ({ looks: [{ span, target }], document }) => {
      const range = rangeOf(document, span ?? formerSpan(document.getText(), target.anchor));
      await vscode.window.showTextDocument(document, { selection: span ? range : new vscode.Range(range.start, range.start) });
    }),
    register(LOOK_COMMANDS.confirm, async (looking) => {
      await decisions.write(looking.document.uri, confirmations(looking, decisions.now()));
    }),
    register(LOOK_COMMANDS.reanchor, async (looking) => {
      if (looking.looks.length > 1) {
        void vscode.window.showInformationMessage("Choose one decision alone: the selected words are one's place.");
        return;
      }
      const span = selectedSpan(looking.document);
      if (!span) {
        void vscode.window.showInformationMessage("Select the words in the document that the decision is on first.");
        return;
      }
      await decisions.write(looking.document.uri, [confirmed(looking.looks[0].decision, anchorsOf(looking), span, decisions.now())]);
    }),
    register(LOOK_COMMANDS.drop, async ({ looks, document }) => {
      await decisions.write(document.uri, dropped(looks, decisions.now()));
    }),
  );
}

/** The looks of rows as they stand now: rows may be older than the text. All are on one document. */
async function lookingAt(reader: DocumentReader, rows: readonly LookRow[]): Promise<Looking | undefined> {
  const ids = rows.flatMap((row) => (row.kind === "look" ? [row.look.decision.id] : []));
  if (ids.length === 0) return undefined;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(rows[0].uri));
  const reviewed = reviewOf(reader, document);
  const looks = reviewed?.placed.filter(({ decision }) => ids.includes(decision.id)).flatMap((placed) => lookOf(placed) ?? []) ?? [];
  return reviewed && looks.length > 0 ? { document, reviewed, looks } : undefined;
}

/** The decisions on the words that stand there now; those whose words are gone have none and are left out. */
function confirmations(looking: Looking, now: string): Decision[] {
  const anchors = anchorsOf(looking);
  return looking.looks.flatMap(({ decision, span }) => (span ? [confirmed(decision, anchors, span, now)] : []));
}

/** The decisions as undone: they can be redone. */
function dropped(looks: readonly Look[], now: string): Decision[] {
  return looks.map(({ decision }) => ({ ...decision, state: "undone", modified: now > decision.modified ? now : decision.modified }));
}

function selectedSpan(document: vscode.TextDocument): Span | undefined {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  if (!editor || editor.selection.isEmpty) return undefined;
  return { start: document.offsetAt(editor.selection.start), end: document.offsetAt(editor.selection.end) };
}
