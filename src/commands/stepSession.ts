import * as vscode from "vscode";
import { COMMENT_COMMANDS } from "../contributions.js";
import { type Decidable, decidableAt, type ItemPlace, placeOfItem } from "../decisions/decidable.js";
import { spanOfItem } from "../decisions/decidableItem.js";
import { rangeOf, reviewOf, wordsOf } from "../editor/textPlaces.js";
import { kindWords, speakerName } from "../editor/words.js";
import { QUOTE_WORDS } from "../review/quoteWords.js";
import { changeType } from "./decideEntity.js";
import { undoLast } from "./decideHistory.js";
import type { Deciding } from "./decideOnItem.js";
import { chooseSpeaker } from "./decideSpeaker.js";
import { accept, decideVerdict, reject } from "./decideStance.js";
import { type StepLimit, undecidedItems } from "./stepItems.js";

/** What one key does. */
interface StepAction extends vscode.QuickPickItem {
  readonly key: string;
  /** Where to go after it: on to the next undecided item, back to the last one, nowhere; `leave`: the keyboard is elsewhere for now. */
  readonly then: "on" | "back" | "stay" | "leave";
  readonly run?: (item: Decidable) => Promise<unknown>;
}

/** How many code units of the text before and after an item are told. */
const AROUND = 30;
const LONGEST = 90;

/** Goes through the undecided items of a document with single keys, from the cursor on and round to it. */
export class StepSession implements vscode.Disposable {
  readonly #deciding: Deciding;
  readonly #editor: vscode.TextEditor;
  readonly #limit: StepLimit;
  readonly #pick = vscode.window.createQuickPick<StepAction>();
  readonly #status = vscode.window.createStatusBarItem("sourceReview.left", vscode.StatusBarAlignment.Left, 1);
  readonly #mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("editor.findMatchBackground"),
    border: "1px solid",
    borderColor: new vscode.ThemeColor("editor.findMatchBorder"),
  });
  readonly #visited: ItemPlace[] = [];
  readonly #ended: () => void;
  #current: ItemPlace | undefined;
  /** A question of a decision is open, or a decision is being made: keys wait, and that the list is hidden ends nothing. */
  #busy = false;
  #disposed = false;

  constructor(deciding: Deciding, editor: vscode.TextEditor, limit: StepLimit, ended: () => void) {
    this.#deciding = deciding;
    this.#editor = editor;
    this.#limit = limit;
    this.#ended = ended;
    this.#status.name = "Source Review: Step Through";
    this.#pick.ignoreFocusOut = true;
    this.#pick.onDidChangeValue((value) => this.#typed(value));
    this.#pick.onDidAccept(() => {
      const [action] = this.#pick.activeItems;
      if (action) void this.#act(action);
    });
    this.#pick.onDidHide(() => {
      if (!this.#busy) this.dispose();
    });
  }

  /** Shows the first item at the cursor or after it. */
  start(): void {
    this.#show(this.#next(this.#editor.document.offsetAt(this.#editor.selection.start) - 1));
  }

  /** Takes the keyboard again, at the item that was shown last. */
  resume(): void {
    this.#show(this.#current);
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#pick.dispose();
    this.#status.dispose();
    this.#mark.dispose();
    this.#ended();
  }

  /** The undecided item that starts after an offset; past the last comes the first. */
  #next(after: number): ItemPlace | undefined {
    const { document } = this.#editor;
    const reviewed = reviewOf(this.#deciding.reader, document);
    if (!reviewed) return undefined;
    const items = undecidedItems(reviewed, this.#limit);
    const next = items.find((item) => spanOfItem(item).start > after) ?? items[0];
    return next && placeOfItem({ ...next, document, reviewed });
  }

  #left(): number {
    const reviewed = reviewOf(this.#deciding.reader, this.#editor.document);
    return reviewed ? undecidedItems(reviewed, this.#limit).length : 0;
  }

  #show(place: ItemPlace | undefined): void {
    const item = place && decidableAt(this.#deciding.reader, place);
    if (!place || !item) {
      this.dispose();
      void vscode.window.showInformationMessage("Nothing is left to decide here.");
      return;
    }
    this.#current = place;
    const span = spanOfItem(item);
    const range = rangeOf(item.document, span);
    this.#editor.selection = new vscode.Selection(range.start, range.start);
    this.#editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
    this.#editor.setDecorations(this.#mark, [range]);
    const left = this.#left();
    this.#status.text = `$(checklist) ${left} left to decide`;
    this.#status.show();
    this.#pick.title = `${left} left · ${describe(item)}`;
    this.#pick.placeholder = excerpt(item);
    this.#pick.value = "";
    this.#pick.items = this.#actions(item);
    this.#pick.show();
  }

  #typed(value: string): void {
    const key = value.at(-1)?.toLowerCase();
    if (key === undefined) return;
    this.#pick.value = "";
    const action = this.#pick.items.find((one) => one.key === key);
    if (action) void this.#act(action);
  }

  async #act({ run, then }: StepAction): Promise<void> {
    const place = this.#current;
    if (this.#busy || !place) return;
    const item = decidableAt(this.#deciding.reader, place);
    this.#busy = true;
    try {
      if (item && run) await run(item);
    } finally {
      this.#busy = false;
    }
    if (this.#disposed || then === "leave") return;
    if (then === "back") this.#show(this.#visited.pop() ?? place);
    else if (then === "on") {
      this.#visited.push(place);
      this.#show(this.#next(place.start));
    } else this.#show(item && decidableAt(this.#deciding.reader, place) ? place : this.#next(place.start - 1));
  }

  #actions(item: Decidable): StepAction[] {
    const { decisions } = this.#deciding;
    const actions: StepAction[] = [
      action("a", "Accept", "check", "on", (it) => accept(decisions, it)),
      action("r", item.kind === "quotation" ? "Reject: not a quotation" : "Reject", "close", "on", (it) => reject(decisions, it)),
      action("u", "Unsure: to be checked", "circle-large-outline", "on", (it) => decideVerdict(decisions, it, "to-be-checked")),
    ];
    if (item.kind === "quotation") {
      actions.push(action("s", "Another speaker…", "account", "stay", (it) => chooseSpeaker(decisions, it)));
    } else {
      actions.push(action("t", "Change type…", "symbol-class", "stay", async (it) => it.kind !== "quotation" && changeType(decisions, it)));
    }
    return [
      ...actions,
      action("c", "Comment…", "comment", "leave", async (it) => vscode.commands.executeCommand(COMMENT_COMMANDS.comment, placeOfItem(it))),
      action("n", "Next, undecided", "arrow-right", "on"),
      action("b", "Back", "arrow-left", "back"),
      action("z", "Undo the last decision", "discard", "back", (it) => undoLast(decisions, it.document.uri)),
    ];
  }
}

function action(key: string, label: string, icon: string, then: StepAction["then"], run?: StepAction["run"]): StepAction {
  return {
    key,
    label: `${key.toUpperCase()}  ${label}`,
    iconPath: new vscode.ThemeIcon(icon),
    alwaysShow: true,
    then,
    ...(run && { run }),
  };
}

/** The item in one line, for the reviewer who does not look at the text and for screen readers. */
function describe(item: Decidable): string {
  const line = `line ${item.document.positionAt(spanOfItem(item).start).line + 1}`;
  switch (item.kind) {
    case "entity":
      return `${kindWords(item.entity).one}: ${item.entity.name}, ${line}`;
    case "mention":
      return `“${wordsOf(item.document, item.mention, 40)}”: ${item.entity.name}, ${line}`;
    case "quotation": {
      const name = speakerName(item.reviewed, item.quote, (span) => wordsOf(item.document, span, 40));
      return `${QUOTE_WORDS[item.quote.kind].one}, ${name === null ? "no speaker" : `said by ${name}`}, ${line}`;
    }
  }
}

/** The item with some words around it: the list may cover its place in the text. */
function excerpt(item: Decidable): string {
  const { start, end } = spanOfItem(item);
  const { length } = item.reviewed.analysis.document;
  const words = wordsOf(item.document, { start: Math.max(0, start - AROUND), end: Math.min(length, end + AROUND) }, LONGEST);
  return start > AROUND ? words.replace(/^\S{1,20}\s/, "… ") : words;
}
