import * as vscode from "vscode";
import { PASSAGE_SCHEMES, SOURCE_LANGUAGE } from "../contributions.js";
import type { Decision } from "../review/decision.js";
import type { DocumentStore } from "../review/documentStore.js";
import { redecided, reviewedDocument } from "../review/reviewedDocument.js";
import type { TextEdit } from "../review/textEdits.js";
import type { WorkerThread } from "../worker/client.js";
import type { OpenedText } from "../worker/handover.js";
import { AnalysisLanes } from "../worker/lanes.js";
import { whyMissing, whyUnfit } from "./missingText.js";
import type { ReviewSelection } from "./reviewSelection.js";
import { onSettingChange } from "./settings.js";
import { openDocument, shownUris, urisOfTab } from "./shownDocuments.js";
import { textOf } from "./textPlaces.js";

/** The typing rests after this many milliseconds without an edit. */
const REST = 150;

export interface TrackerParts {
  readonly store: DocumentStore;
  readonly selection: ReviewSelection;
  readonly log: vscode.LogOutputChannel;
  readonly startThread: () => WorkerThread;
  /** The decisions that hold in a document, undone ones too. */
  readonly decisionsOf: (uri: string) => readonly Decision[];
}

interface Tracked {
  readonly document: vscode.TextDocument;
  eol: vscode.EndOfLine;
  rest: NodeJS.Timeout | undefined;
}

/** Listens to VS Code, has the worker analyse the documents under review, and keeps the store up to date. Nothing else writes to the store. */
export class DocumentTracker implements vscode.Disposable {
  readonly #store: DocumentStore;
  readonly #selection: ReviewSelection;
  readonly #log: vscode.LogOutputChannel;
  readonly #lanes: AnalysisLanes;
  readonly #decisionsOf: TrackerParts["decisionsOf"];
  readonly #tracked = new Map<string, Tracked>();
  /** The document in front, where it is not under review and could not be. */
  #unfit: string | undefined;
  readonly #seen = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #taken = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: vscode.Disposable[];

  /** Tells of a document that comes under review, or changes its language while under review. */
  readonly onDidSee = this.#seen.event;
  /** Tells of a document that comes under review. */
  readonly onDidTakeUp = this.#taken.event;

  constructor({ store, selection, log, startThread, decisionsOf }: TrackerParts) {
    this.#store = store;
    this.#decisionsOf = decisionsOf;
    this.#selection = selection;
    this.#log = log;
    this.#lanes = new AnalysisLanes({
      startThread,
      textOf: (uri) => {
        const tracked = this.#tracked.get(uri);
        return tracked && openedText(tracked.document);
      },
      onAnalysis: (uri, version, { analysis, order }) => {
        const document = this.#tracked.get(uri)?.document;
        if (document?.version !== version) return;
        const decisions = decisionsOf(uri);
        const reviewed = decisions.length > 0 ? { decisions, text: document.getText() } : undefined;
        store.put(reviewedDocument(uri, version, analysis, reviewed, order));
      },
      onFailure: (uri, reason) => store.setUnreadable(uri, reason),
      log: (message) => log.error(message),
    });
    this.#disposables = [
      this.#seen,
      this.#taken,
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#changed(event)),
      vscode.workspace.onDidRenameFiles((event) => this.#renamed(event)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#frontChanged()),
      vscode.window.tabGroups.onDidChangeTabs((event) => this.#tabsChanged(event)),
      onSettingChange(["documents"], () => this.reconsider()),
    ];
  }

  /** Takes up the documents that are open already. */
  start(): void {
    this.#frontChanged();
    this.reconsider();
  }

  /** Makes ready for the first document: there are some to open. */
  prepare(): void {
    this.#lanes.prepare();
  }

  /** Looks again at every open document: those that belong under review are taken up, the others let go. */
  reconsider(): void {
    const shown = shownUris();
    for (const document of vscode.workspace.textDocuments) {
      const uri = document.uri.toString();
      if (!this.#selection.has(document)) this.#letGo(uri);
      else if (shown.has(uri)) this.#opened(document);
    }
    this.#frontChanged();
  }

  /** Analyses a document from scratch, one that could not be read before included. */
  restart(document: vscode.TextDocument): void {
    this.#letGo(document.uri.toString());
    this.#opened(document);
  }

  /** Applies the decisions that hold in a document now. */
  redecide(uri: string): void {
    const reviewed = this.#store.get(uri);
    const document = this.#tracked.get(uri)?.document;
    if (!reviewed || document?.version !== reviewed.version) return;
    this.#store.redecide(redecided(reviewed, this.#decisionsOf(uri), document.getText()));
  }

  dispose(): void {
    for (const tracked of this.#tracked.values()) clearTimeout(tracked.rest);
    this.#tracked.clear();
    this.#lanes.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #opened(document: vscode.TextDocument): void {
    if (document.isClosed || !this.#selection.has(document)) return;
    const uri = document.uri.toString();
    if (this.#tracked.has(uri)) {
      this.#seen.fire(document);
      return;
    }
    if (this.#unfit === uri) this.#unfit = undefined;
    this.#tracked.set(uri, { document, eol: document.eol, rest: undefined });
    this.#taken.fire(document.uri);
    this.#seen.fire(document);
    this.#read(uri, document);
    if (document.languageId === "plaintext" && /\.te?xt$/i.test(document.uri.path) && this.#selection.isMatched(document)) {
      void vscode.languages.setTextDocumentLanguage(document, SOURCE_LANGUAGE).then(undefined, (error: unknown) => {
        this.#log.warn(`The language of ${uri} could not be set: ${error}`);
      });
    }
  }

  /** Hands the whole text to the worker. */
  #read(uri: string, document: vscode.TextDocument): void {
    this.#lanes.close(uri);
    this.#store.setPending(uri);
    this.#lanes.open(uri, openedText(document));
  }

  /** A change of language closes and opens a document, too: that one is not closed. */
  #closed(document: vscode.TextDocument): void {
    if (document.isClosed) this.#letGo(document.uri.toString());
  }

  #letGo(uri: string): void {
    const tracked = this.#tracked.get(uri);
    if (!tracked) return;
    clearTimeout(tracked.rest);
    this.#tracked.delete(uri);
    this.#lanes.close(uri);
    this.#store.close(uri);
  }

  #changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    const tracked = this.#tracked.get(uri);
    if (!tracked) return;
    if (tracked.eol !== document.eol) {
      tracked.eol = document.eol;
      clearTimeout(tracked.rest);
      this.#read(uri, document);
      return;
    }
    if (contentChanges.length === 0) return;
    if (this.#store.state(uri)?.kind === "unreadable") {
      clearTimeout(tracked.rest);
      tracked.rest = setTimeout(() => this.#read(uri, document), REST);
      return;
    }
    const edits = contentChanges.map(
      ({ rangeOffset, rangeLength, text }): TextEdit => ({ offset: rangeOffset, length: rangeLength, text }),
    );
    this.#store.edit(uri, document.version, edits);
    this.#lanes.edit(uri, document.version, edits);
    clearTimeout(tracked.rest);
    tracked.rest = setTimeout(() => this.#lanes.analyze(uri), REST);
  }

  /**
   * VS Code may keep a document for minutes after its last tab is closed, and does not open it again when another tab comes.
   * For the reader it is closed and opened with its tabs.
   */
  #tabsChanged({ opened, closed }: vscode.TabChangeEvent): void {
    const uris = new Set(closed.flatMap(urisOfTab));
    if (uris.size > 0) {
      const shown = shownUris();
      for (const uri of uris) if (!shown.has(uri)) this.#letGo(uri);
    }
    const appeared = new Set(opened.flatMap(urisOfTab));
    for (const document of vscode.workspace.textDocuments) if (appeared.has(document.uri.toString())) this.#opened(document);
    this.#frontChanged();
  }

  #renamed({ files }: vscode.FileRenameEvent): void {
    for (const { oldUri, newUri } of files) {
      this.#selection.rename(oldUri, newUri).then(
        () => this.reconsider(),
        (error: unknown) => this.#log.warn(`What was chosen for ${oldUri} could not be remembered: ${error}`),
      );
    }
  }

  #frontChanged(): void {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    const ofTab = tab?.input instanceof vscode.TabInputText ? tab.input.uri : undefined;
    const inDiff = tab?.input instanceof vscode.TabInputTextDiff ? tab.input.modified : undefined;
    const front = frontOf(tab, ofTab ?? inDiff);
    if (!front && this.#isStillSeen()) return;
    // While passages are compared, the views stay with the document that they were opened from: these cannot be reviewed by themselves.
    const compared = inDiff ?? front;
    if (compared && PASSAGE_SCHEMES.has(compared.scheme)) return;
    // A tab is there before its text; until that is handed over, the views stay with the document before.
    if (front && front === ofTab && !openDocument(front)) {
      if (this.#selection.hasUri(front)) this.#lanes.coming(front.toString());
      void this.#explainMissing(front);
    } else this.#setFront(front);
  }

  /** Beside a page without text (the walkthrough, the settings, a preview) the views stay with the document that was in front, while it is seen. */
  #isStillSeen(): boolean {
    const { front } = this.#store;
    return vscode.window.tabGroups.all.some(({ activeTab }) => front !== undefined && activeTab && urisOfTab(activeTab).includes(front));
  }

  /** @param reason why the document in front could not be analysed; else it is looked at where it is open. */
  #setFront(front: vscode.Uri | undefined, reason?: string): void {
    const uri = front?.toString();
    const document = front && openDocument(front);
    const against = reason ?? (document && !this.#selection.has(document) ? whyUnfit(document) : null);
    const unfit = against !== null && uri !== undefined && !this.#tracked.has(uri) ? uri : undefined;
    if (this.#unfit !== undefined && this.#unfit !== unfit) this.#store.close(this.#unfit);
    this.#unfit = unfit;
    if (unfit !== undefined && against !== null) this.#store.setUnreadable(unfit, against);
    this.#store.setFront(uri);
    this.#lanes.setFront(uri);
  }

  /** A tab with a text that VS Code does not hand over: it is too large, or none. */
  async #explainMissing(uri: vscode.Uri): Promise<void> {
    const reason = await whyMissing(uri);
    const tab: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const isInFront = tab instanceof vscode.TabInputText && tab.uri.toString() === uri.toString();
    if (reason !== undefined && isInFront && !openDocument(uri)) this.#setFront(uri, reason);
  }
}

/**
 * The document of the editor with the keyboard. Where that stands in no tab and is of another kind than the tab in front (the box of a comment
 * or of a commit's message, the output), the views stay with the document that it is written beside.
 * @param shown the tab's document, if it has one
 */
function frontOf(tab: vscode.Tab | undefined, shown: vscode.Uri | undefined): vscode.Uri | undefined {
  const ofEditor = vscode.window.activeTextEditor?.document.uri;
  if (!ofEditor) return shown;
  const isOtherKind = tab?.input instanceof vscode.TabInputCustom || tab?.input instanceof vscode.TabInputWebview;
  const isKnown = shown !== undefined || tab === undefined || isOtherKind;
  return isKnown && ofEditor.scheme !== shown?.scheme && !shownUris().has(ofEditor.toString()) ? shown : ofEditor;
}

function openedText(document: vscode.TextDocument): OpenedText {
  return {
    version: document.version,
    path: vscode.workspace.asRelativePath(document.uri),
    length: document.offsetAt(document.lineAt(document.lineCount - 1).range.end),
    slice: (start, end) => textOf(document, { start, end }),
  };
}
