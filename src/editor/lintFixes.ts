import * as vscode from "vscode";
import { DECISION_COMMANDS, LINT_FIXES } from "../contributions.js";
import { type Decidable, decidablesAt, type ItemPlace, placeOfItem } from "../decisions/decidable.js";
import type { DecidableKind } from "../decisions/decidableItem.js";
import type { DocumentReader } from "../review/documentStore.js";
import { LINT_RULES, type LintRule } from "../review/lintRules.js";
import { changeSetting, setting } from "./settings.js";
import { reviewOf, wordsOf } from "./textPlaces.js";

export const LINT_SOURCE = "Source Review";

/** No sentence in marks is longer, in UTF-16 code units. */
const LONGEST_SENTENCE = 2000;

/** Registers what the lightbulb offers on what the lint asks: the decisions that answer it, and to ask no more. Sources are not written to. */
export function registerLintFixes(reader: DocumentReader): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      { pattern: "**/*" },
      {
        provideCodeActions: (document, _, { diagnostics }) =>
          diagnostics.flatMap((diagnostic) => {
            const rule = lintRuleOf(diagnostic);
            // What is found by comparing documents has fixes of its own before these.
            return rule && rule !== "figuresDiffer" ? lintFixes(reader, document, diagnostic, rule) : [];
          }),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.commands.registerCommand(LINT_FIXES.switchOff, (rule: LintRule) => changeSetting("lint", { ...setting("lint"), [rule]: false })),
  );
}

/** The rule that a problem comes of; undefined where it is none of the lint's. */
function lintRuleOf({ source, code }: vscode.Diagnostic): LintRule | undefined {
  return source === LINT_SOURCE ? LINT_RULES.find((rule) => rule === code) : undefined;
}

/** A quick fix of a problem that runs a command. */
export function lintFix(diagnostic: vscode.Diagnostic, title: string, command: string, ...given: readonly unknown[]): vscode.CodeAction {
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  fix.diagnostics = [diagnostic];
  fix.command = { title, command, arguments: [...given] };
  return fix;
}

/** The decisions that answer what a rule asks at a problem, and to ask no more. */
export function lintFixes(
  reader: DocumentReader,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  rule: LintRule,
): readonly vscode.CodeAction[] {
  const reviewed = reviewOf(reader, document);
  if (!reviewed) return [];
  const start = document.offsetAt(diagnostic.range.start);
  const items = decidablesAt(document, reviewed, start);
  const on = (kind: DecidableKind, title: (item: Decidable) => string, command: string): vscode.CodeAction[] =>
    items.flatMap((item) => (item.kind === kind ? [lintFix(diagnostic, title(item), command, placeOfItem(item))] : []));
  const name = (item: Decidable): string => (item.kind === "mention" ? item.entity.name : "");
  const words = (item: Decidable): string => (item.kind === "mention" ? wordsOf(document, item.mention, 40) : "");
  /** Whether the other spelling is taken for the same one already. */
  const isOneEntity = (): boolean => {
    const [usual] = diagnostic.relatedInformation ?? [];
    const other = usual && reviewed.index.mentionAt(document.offsetAt(usual.location.range.start));
    return other !== undefined && other.entity === reviewed.index.mentionAt(start)?.entity;
  };
  const own = (): readonly vscode.CodeAction[] => {
    switch (rule) {
      case "quotationWithoutSpeaker":
        return [
          ...on("quotation", () => "Say who speaks…", DECISION_COMMANDS.speaker),
          ...on("quotation", () => "Not a quotation", DECISION_COMMANDS.notAQuotation),
        ];
      case "markNeverClosed": {
        const sentence = sentenceAt(document, start);
        return items.some(({ kind }) => kind === "quotation")
          ? [
              lintFix(diagnostic, "End the quotation with its sentence", DECISION_COMMANDS.resize, sentence),
              ...on("quotation", () => "The quotation ends where it is marked", DECISION_COMMANDS.accept),
            ]
          : [lintFix(diagnostic, "Mark the quotation to the end of its sentence…", DECISION_COMMANDS.addQuotation, sentence)];
      }
      case "nameSpelledTwoWays":
        return [
          ...on("mention", (item) => `“${words(item)}” is right as it stands`, DECISION_COMMANDS.accept),
          ...(isOneEntity() ? [] : on("mention", (item) => `“${words(item)}” is the same as…`, DECISION_COMMANDS.merge)),
          ...on("mention", (item) => `“${words(item)}” is someone else…`, DECISION_COMMANDS.takeOut),
        ];
      case "shortFormOfTwo":
        return [
          ...on("mention", (item) => `“${words(item)}” is ${name(item)}`, DECISION_COMMANDS.accept),
          ...on("mention", (item) => `“${words(item)}” is someone else…`, DECISION_COMMANDS.takeOut),
        ];
      case "figuresDiffer":
      case "staleVerdict":
        return on("quotation", () => "Set the quotation's verdict…", DECISION_COMMANDS.verdict);
    }
  };
  return [...own(), lintFix(diagnostic, "Ask nothing of this kind any more", LINT_FIXES.switchOff, rule)];
}

/** The words from a mark to the end of the sentence or the paragraph. */
function sentenceAt(document: vscode.TextDocument, start: number): ItemPlace {
  const rest = document.getText(new vscode.Range(document.positionAt(start), document.positionAt(start + LONGEST_SENTENCE)));
  const [paragraph] = rest.split(/\n[^\S\n]*\r?\n/, 1);
  const sentence = /^[^.!?…]*(?:[.!?…]+(?!\s|$)[^.!?…]*)*[.!?…]*/u.exec(paragraph)?.[0] ?? paragraph;
  return { uri: document.uri.toString(), kind: "quotation", start, end: start + sentence.trimEnd().length };
}
