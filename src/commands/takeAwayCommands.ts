import * as vscode from "vscode";
import { DOCUMENT_COMMANDS } from "../contributions.js";
import type { ExportingParts } from "./exporting.js";

/** What the bundle of exports and imports offers. */
export type TakeAway = typeof import("../takeAway.js");

/**
 * Registers the commands that take reviews away and bring annotations in.
 * @param load gives the bundle that does it, which is not read before somebody asks.
 */
export function registerTakeAway(parts: ExportingParts, load: () => TakeAway): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(DOCUMENT_COMMANDS.export, (given: unknown, all: unknown) => load().exportDocuments(parts, given, all)),
    vscode.commands.registerCommand(DOCUMENT_COMMANDS.import, (given: unknown) => load().importAnnotations(parts, given)),
  );
}
