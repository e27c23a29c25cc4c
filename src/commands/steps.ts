import * as vscode from "vscode";
import type { Span } from "../analysis/analysis.js";
import { STEP_COMMANDS } from "../contributions.js";
import { goInEditor, goTo } from "../editor/navigation.js";
import type { DocumentReader } from "../review/documentStore.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import { type Direction, mentionStep, nameStep, quotationStep } from "../review/steps.js";
import { editorInFront, tellNothingInFront } from "./editorInFront.js";

type Step = (reviewed: ReviewedDocument, offset: number, direction: Direction) => Span | undefined;

/** A place that a command may start from instead of the cursor, as a link in a hover gives it. */
interface StartingPlace {
  readonly uri: string;
  readonly offset: number;
}

/** Registers the commands that go to the next or previous mention, name or quotation. */
export function registerSteps(reader: DocumentReader): vscode.Disposable {
  const commands: readonly (readonly [string, Step, Direction])[] = [
    [STEP_COMMANDS.nextMention, mentionStep, "next"],
    [STEP_COMMANDS.previousMention, mentionStep, "previous"],
    [STEP_COMMANDS.nextName, nameStep, "next"],
    [STEP_COMMANDS.previousName, nameStep, "previous"],
    [STEP_COMMANDS.nextQuotation, quotationStep, "next"],
    [STEP_COMMANDS.previousQuotation, quotationStep, "previous"],
  ];
  return vscode.Disposable.from(
    ...commands.map(([id, step, direction]) =>
      vscode.commands.registerCommand(id, (from: unknown) => take(reader, step, direction, isStartingPlace(from) ? from : undefined)),
    ),
  );
}

async function take(reader: DocumentReader, step: Step, direction: Direction, from: StartingPlace | undefined): Promise<void> {
  if (from) {
    const reviewed = reader.get(from.uri);
    const span = reviewed && step(reviewed, from.offset, direction);
    if (span) await goTo(from.uri, span);
    return;
  }
  const front = await editorInFront(reader);
  if (!front) return tellNothingInFront(reader);
  const { editor, reviewed } = front;
  const span = step(reviewed, editor.document.offsetAt(editor.selection.start), direction);
  if (span) goInEditor(editor, span);
}

function isStartingPlace(value: unknown): value is StartingPlace {
  return (
    typeof value === "object" &&
    value !== null &&
    "uri" in value &&
    typeof value.uri === "string" &&
    "offset" in value &&
    typeof value.offset === "number"
  );
}
