import * as vscode from "vscode";
import { ENTITY_TYPES, type QuoteKind, type Span } from "../analysis/analysis.js";
import { onOneLine } from "../analysis/oneLine.js";
import { DECISION_COMMANDS } from "../contributions.js";
import { type ItemPlace, isItemPlace } from "../decisions/decidable.js";
import { anchorsOf, nameOf } from "../decisions/targets.js";
import { reviewOf, textOf } from "../editor/textPlaces.js";
import { TYPE_WORDS } from "../editor/words.js";
import type { DecisionBody, ItemKind, NameTarget } from "../review/decision.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import type { Deciding } from "./decideOnItem.js";
import { pickSpeaker } from "./decideSpeaker.js";
import { pickEntity } from "./entityPick.js";

/** Words that the reviewer selected, or that a fix names, without the white space around them. */
interface SelectedWords {
  readonly document: vscode.TextDocument;
  readonly reviewed: ReviewedDocument;
  readonly span: Span;
  readonly words: string;
}

const OPENING_MARK = /^["'“”„‟«‹‘]/;
const CLOSING_MARK = /["'”“»›’][.,!?]?$/;

/** Registers the commands that mark what is selected, or give a mark its extent. */
export function registerSelectionDecisions(deciding: Deciding): vscode.Disposable {
  function register(command: string, wanted: string, decide: (selected: SelectedWords) => Promise<readonly DecisionBody[]>) {
    return vscode.commands.registerCommand(command, async (given: unknown) => {
      const selected = isItemPlace(given) ? wordsAt(deciding, given) : selectedWords(deciding);
      if (!selected) {
        await vscode.window.showInformationMessage(`Select ${wanted} first.`);
        return;
      }
      const bodies = await decide(selected);
      const everywhere = bodies.length > 0 && bodies.every((body) => body.kind === "add-name" && body.target.kind === "name");
      if (bodies.length > 0) await deciding.decisions.make(selected.document.uri, bodies, everywhere ? "everywhere" : "document");
    });
  }
  return vscode.Disposable.from(
    register(DECISION_COMMANDS.addName, "the words of the name", addedName),
    register(DECISION_COMMANDS.addQuotation, "the words of the quotation", addedQuotation),
    register(DECISION_COMMANDS.resize, "the words that the name or quotation should extend over", resized),
  );
}

/** The words at a place, as a fix gives it. */
function wordsAt({ reader }: Deciding, { uri, start, end }: ItemPlace): SelectedWords | undefined {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
  const reviewed = document && reviewOf(reader, document);
  return reviewed && { document, reviewed, span: { start, end }, words: textOf(document, { start, end }) };
}

function selectedWords({ reader }: Deciding): SelectedWords | undefined {
  const editor = vscode.window.activeTextEditor;
  const reviewed = editor && reviewOf(reader, editor.document);
  if (!reviewed) return undefined;
  const { document, selection } = editor;
  const text = document.getText(selection);
  const words = text.trim();
  if (words === "") return undefined;
  const start = document.offsetAt(selection.start) + text.indexOf(words);
  return { document, reviewed, span: { start, end: start + words.length }, words };
}

async function addedName(selected: SelectedWords): Promise<readonly DecisionBody[]> {
  const { reviewed, words, span } = selected;
  const name = onOneLine(words);
  const title = `Mark “${name}” as a Name`;
  const picked = await pickEntity<NameTarget>(reviewed, {
    title,
    placeholder: "Whom or what does it name?",
    others: ENTITY_TYPES.map((type) => ({
      label: `A new ${TYPE_WORDS[type].one.toLowerCase()}`,
      icon: TYPE_WORDS[type].icon,
      value: { kind: "name", name, type },
    })),
  });
  if (!picked || picked.kind === "typed") return [];
  const of = picked.kind === "other" ? picked.value : nameOf(selected, picked.entity);
  const places = [
    { label: "Only Here", iconPath: new vscode.ThemeIcon("location"), target: () => anchorsOf(selected).target(span, "mention") },
    {
      label: "Everywhere",
      iconPath: new vscode.ThemeIcon("files"),
      description: "wherever these words stand, in every document of this folder",
      target: (): NameTarget => ({ kind: "name", name, type: of.type }),
    },
  ];
  const place = await vscode.window.showQuickPick(places, { title, placeHolder: "Where does it hold?" });
  return place ? [{ kind: "add-name", target: place.target(), of }] : [];
}

async function addedQuotation(selected: SelectedWords): Promise<readonly DecisionBody[]> {
  const target = anchorsOf(selected).target(selected.span, "quotation");
  const speaker = await pickSpeaker(selected, "Mark as Quotation");
  if (!speaker) return [];
  return [
    { kind: "add-quotation", target, quoteKind: quoteKind(selected.words) },
    { kind: "speaker", target, speaker },
  ];
}

function quoteKind(words: string): QuoteKind {
  return OPENING_MARK.test(words) && CLOSING_MARK.test(words) ? "direct" : "indirect";
}

/** The name or quotation that shares most with what is selected gets its extent. */
async function resized(selected: SelectedWords): Promise<readonly DecisionBody[]> {
  const { reviewed, span } = selected;
  const marks: readonly (readonly [Span, ItemKind])[] = [
    ...reviewed.index.mentionsIn(span.start, span.end).map(({ mention }) => [mention, "mention"] as const),
    ...reviewed.index.quotesIn(span.start, span.end).map((quote) => [quote, "quotation"] as const),
  ];
  const [best] = [...marks].sort(([a], [b]) => likeness(b, span) - likeness(a, span));
  if (!best) {
    await vscode.window.showInformationMessage("No name or quotation stands where you selected.");
    return [];
  }
  const [mark, item] = best;
  const anchors = anchorsOf(selected);
  if (mark.start === span.start && mark.end === span.end) return [];
  return [{ kind: "resize", target: anchors.target(mark, item), to: anchors.anchor(span) }];
}

function likeness(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
