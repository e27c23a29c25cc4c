import * as vscode from "vscode";
import { DECISION_COMMANDS } from "../contributions.js";
import { type Decidable, decidablesAt, placeOfItem } from "../decisions/decidable.js";
import type { DocumentReader } from "../review/documentStore.js";
import { reviewOf, wordsOf } from "./textPlaces.js";

/** The lightbulb offers what can be decided on what the cursor is on, or on what is selected. */
export function decisionActionProvider(reader: DocumentReader): vscode.CodeActionProvider {
  return {
    provideCodeActions(document, range): vscode.CodeAction[] | undefined {
      const reviewed = reviewOf(reader, document);
      if (!reviewed) return undefined;
      const items = decidablesAt(document, reviewed, document.offsetAt(range.start));
      return [...(range.isEmpty ? [] : selectionActions()), ...items.flatMap(itemActions)];
    },
  };
}

function itemActions(item: Decidable): vscode.CodeAction[] {
  switch (item.kind) {
    case "entity":
      return [];
    case "mention": {
      const words = wordsOf(item.document, item.mention, 40);
      const entity: Decidable = { ...item, kind: "entity" };
      return [
        action(`Accept “${item.entity.name}”`, DECISION_COMMANDS.accept, entity),
        action(`Reject this mention, “${words}”`, DECISION_COMMANDS.reject, item),
        action(`Reject “${item.entity.name}” in the document`, DECISION_COMMANDS.rejectName, entity),
        action(`Reject “${item.entity.name}” everywhere`, DECISION_COMMANDS.rejectEverywhere, entity),
        action(`Change the type of “${item.entity.name}”…`, DECISION_COMMANDS.changeType, entity),
        action(`Rename “${item.entity.name}”…`, DECISION_COMMANDS.rename, entity),
        action(`Merge “${item.entity.name}” with another entity…`, DECISION_COMMANDS.merge, entity),
        action(`Keep another name apart from “${item.entity.name}”…`, DECISION_COMMANDS.keepApart, entity),
        action(`“${words}” is someone else…`, DECISION_COMMANDS.takeOut, item),
      ];
    }
    case "quotation":
      return [
        action("Accept this quotation", DECISION_COMMANDS.accept, item),
        action("Set the quotation's verdict…", DECISION_COMMANDS.verdict, item),
        action("Another speaker…", DECISION_COMMANDS.speaker, item),
        action("Not a quotation", DECISION_COMMANDS.notAQuotation, item),
      ];
  }
}

function selectionActions(): vscode.CodeAction[] {
  return [
    action("Mark the selection as a name…", DECISION_COMMANDS.addName),
    action("Mark the selection as a quotation…", DECISION_COMMANDS.addQuotation),
    action("Resize the mark to the selection", DECISION_COMMANDS.resize),
  ];
}

/** An action of no kind: it repairs nothing and is in no one's way, but stands in the lightbulb's list. */
function action(title: string, command: string, item?: Decidable): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.Empty);
  made.command = { title, command, arguments: item ? [placeOfItem(item)] : [] };
  return made;
}
