import * as vscode from "vscode";
import type { Finding } from "../collection/finding.js";
import { onSettingChange, setting } from "../editor/settings.js";
import { counted } from "../editor/words.js";
import { unreadableReason } from "../worker/unreadable.js";
import type { CheckedDraft, CheckReply, CheckRequest } from "./checkProtocol.js";
import { DraftSources, type SourceSelection } from "./draftSources.js";
import type { IgnoredFindings } from "./ignoredFindings.js";
import { shiftedCheck } from "./shiftedCheck.js";

/** The thread that checks drafts; a node:worker_threads Worker is one. */
export interface CheckThread {
  postMessage(request: CheckRequest): void;
  on(event: "message", listener: (reply: CheckReply) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "exit", listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
}

/** A draft as it was checked last. */
export interface DraftState {
  readonly document: vscode.TextDocument;
  /** The version that the findings' offsets are of: the one that was checked, or what was typed since. */
  readonly version: number;
  readonly checked: CheckedDraft;
  /** The findings that are not ignored. */
  readonly shown: readonly Finding[];
}

export interface DraftParts {
  readonly selection: SourceSelection;
  readonly ignored: IgnoredFindings;
  readonly startThread: () => CheckThread;
  readonly log: vscode.LogOutputChannel;
}

/** Typing rests this long before a draft is checked again. */
const REST_MS = 600;

const NO_SOURCES =
  "There are no sources to check against. Put them in a folder named “sources”, or name them in the setting sourceReview.documents.";

/** Checks drafts against the documents under review, once or as they are typed, and keeps what was found. */
export class DraftChecks implements vscode.Disposable {
  readonly #parts: DraftParts;
  readonly #sources: DraftSources;
  readonly #states = new Map<string, DraftState>();
  readonly #live = new Set<string>();
  /** The live ones that nobody asked for: the setting names them. */
  readonly #named = new Set<string>();
  readonly #rests = new Map<string, NodeJS.Timeout>();
  /** Ends the newest check of each draft once it is overtaken. */
  readonly #overtaken = new Map<string, vscode.CancellationTokenSource>();
  /** The thread's answers that are still awaited, by draft. */
  readonly #asked = new Map<string, Promise<CheckReply>>();
  #hasToldOfNone = false;
  readonly #waiting = new Map<number, (reply: CheckReply) => void>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: vscode.Disposable[];
  #thread: CheckThread | null = null;
  #job = 0;

  /** A draft was checked, or is none any more. */
  readonly onDidChange = this.#changed.event;

  constructor(parts: DraftParts) {
    this.#parts = parts;
    this.#sources = new DraftSources(parts.selection, (request) => this.#running().postMessage(request), parts.log);
    const watcher = vscode.workspace.createFileSystemWatcher("**/*");
    const sourceChanged = (uri: vscode.Uri): void => {
      if (parts.selection.hasUri(uri)) for (const live of this.#live) this.#later(live);
    };
    this.#disposables = [
      this.#changed,
      watcher,
      watcher.onDidChange(sourceChanged),
      watcher.onDidCreate(sourceChanged),
      watcher.onDidDelete(sourceChanged),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#typed(document, contentChanges);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => this.#consider(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#drop(uri)),
      // VS Code may keep a document long after its last tab is closed.
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const { input } of closed) if (input instanceof vscode.TabInputText && !hasTab(input.uri)) this.#drop(input.uri);
      }),
      onSettingChange(["drafts"], () => this.#considerAll()),
      parts.ignored.onDidChange((uri) => this.#show(vscode.Uri.parse(uri))),
    ];
    this.#considerAll();
  }

  stateOf(uri: vscode.Uri): DraftState | undefined {
    return this.#states.get(uri.toString());
  }

  sourceUri(path: string): vscode.Uri | undefined {
    return this.#sources.uriOf(path);
  }

  /** Checks a draft now, and again as it is typed while it is open. */
  async check(document: vscode.TextDocument): Promise<void> {
    const reason = unreadableReason(document.getText());
    if (reason !== null) {
      void vscode.window.showInformationMessage(`This cannot be checked. ${reason}`);
      return;
    }
    this.#live.add(document.uri.toString());
    this.#named.delete(document.uri.toString());
    const options = { location: vscode.ProgressLocation.Window, title: "Checking quotations against sources", cancellable: true };
    await vscode.window.withProgress(options, async (progress, token) => {
      await this.#check(document, token, (done, all) => progress.report({ message: `${done} of ${all} sources read` }));
    });
    const state = this.#states.get(document.uri.toString());
    if (this.#sources.count === 0) void vscode.window.showInformationMessage(NO_SOURCES);
    else if (state) vscode.window.setStatusBarMessage(summary(state), 6000);
  }

  #considerAll(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (this.#named.has(document.uri.toString()) && !isDraft(document)) this.#drop(document.uri);
      this.#consider(document);
    }
  }

  #consider(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    if (this.#live.has(uri) || !isDraft(document)) return;
    this.#live.add(uri);
    this.#named.add(uri);
    this.#later(uri);
  }

  #later(uri: string): void {
    clearTimeout(this.#rests.get(uri));
    this.#rests.set(
      uri,
      setTimeout(() => {
        this.#rests.delete(uri);
        const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
        if (!document || unreadableReason(document.getText()) !== null) return;
        void this.#checkLive(document);
      }, REST_MS),
    );
  }

  /** What was found moves with what is typed, as VS Code moves what is shown; the check that is under way is overtaken. */
  #typed(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const uri = document.uri.toString();
    if (!this.#live.has(uri)) return;
    const state = this.#states.get(uri);
    if (state) {
      const edits = changes.map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, length: rangeLength, text }));
      const checked = shiftedCheck(state.checked, edits);
      this.#states.set(uri, { document, version: document.version, checked, shown: this.#notIgnored(document, checked) });
    }
    this.#overtaken.get(uri)?.cancel();
    this.#later(uri);
  }

  async #checkLive(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const overtaken = new vscode.CancellationTokenSource();
    this.#overtaken.get(uri)?.cancel();
    this.#overtaken.set(uri, overtaken);
    await this.#check(document, overtaken.token, () => {});
    if (this.#overtaken.get(uri) === overtaken) this.#overtaken.delete(uri);
    overtaken.dispose();
    if (this.#sources.count > 0) this.#hasToldOfNone = false;
    else if (!overtaken.token.isCancellationRequested && !this.#hasToldOfNone) {
      this.#hasToldOfNone = true;
      this.#parts.log.warn(NO_SOURCES);
    }
  }

  async #check(document: vscode.TextDocument, token: vscode.CancellationToken, told: (done: number, all: number) => void): Promise<void> {
    await this.#sources.refresh(token, told);
    if (token.isCancellationRequested) return;
    const { uri } = document;
    // The thread does one after the other: what is typed meanwhile asks it once, not with every rest.
    await this.#asked.get(uri.toString());
    if (token.isCancellationRequested) return;
    await this.#parts.ignored.open(uri);
    const { version } = document;
    const asked = this.#ask(vscode.workspace.asRelativePath(uri), document.getText());
    this.#asked.set(uri.toString(), asked);
    const reply = await asked;
    if (this.#asked.get(uri.toString()) === asked) this.#asked.delete(uri.toString());
    if (reply.kind === "failed") {
      this.#parts.log.error(`The check of ${uri.toString()} failed: ${reply.message}`);
      return;
    }
    for (const failed of reply.checked.failed) this.#parts.log.warn(`No source: ${failed}`);
    // What was found in an older text would stand on the wrong words.
    if (!this.#live.has(uri.toString()) || document.isClosed || document.version !== version) return;
    this.#states.set(uri.toString(), { document, version, checked: reply.checked, shown: [] });
    this.#show(uri);
  }

  #show(uri: vscode.Uri): void {
    const state = this.#states.get(uri.toString());
    if (!state) return;
    this.#states.set(uri.toString(), { ...state, shown: this.#notIgnored(state.document, state.checked) });
    this.#changed.fire(uri);
  }

  #notIgnored(document: vscode.TextDocument, { findings }: CheckedDraft): readonly Finding[] {
    return this.#parts.ignored.notIgnored(document.uri, findings, document.getText());
  }

  #ask(path: string, text: string): Promise<CheckReply> {
    const job = ++this.#job;
    return new Promise((settle) => {
      this.#waiting.set(job, settle);
      this.#running().postMessage({ kind: "check", job, path, text });
    });
  }

  #running(): CheckThread {
    if (this.#thread) return this.#thread;
    const thread = this.#parts.startThread();
    this.#thread = thread;
    thread.on("message", (reply) => {
      this.#waiting.get(reply.job)?.(reply);
      this.#waiting.delete(reply.job);
    });
    thread.on("error", (error) => this.#parts.log.error(`The thread that checks drafts failed: ${error.stack ?? error.message}`));
    thread.on("exit", () => {
      if (this.#thread !== thread) return;
      this.#thread = null;
      this.#sources.reset();
      for (const [job, settle] of this.#waiting) settle({ kind: "failed", job, message: "The thread that checks drafts ended." });
      this.#waiting.clear();
    });
    return thread;
  }

  #drop(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.#rests.get(key));
    this.#rests.delete(key);
    this.#live.delete(key);
    this.#named.delete(key);
    this.#overtaken.get(key)?.cancel();
    if (this.#states.delete(key)) this.#changed.fire(uri);
  }

  dispose(): void {
    for (const rest of this.#rests.values()) clearTimeout(rest);
    for (const overtaken of this.#overtaken.values()) overtaken.cancel();
    const thread = this.#thread;
    this.#thread = null;
    void thread?.terminate();
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}

/** What a check found, in a few words. */
function summary({ shown, checked }: DraftState): string {
  const exact = `${counted(checked.exact.length, "quotation")} exact`;
  return shown.length === 0 ? `Draft: nothing to look at, ${exact}` : `Draft: ${shown.length} to look at, ${exact}`;
}

function hasTab(uri: vscode.Uri): boolean {
  const shown = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === shown),
  );
}

/** Whether the setting has a document checked as it is typed. */
function isDraft(document: vscode.TextDocument): boolean {
  return setting("drafts").some((pattern) => vscode.languages.match({ pattern }, document) > 0);
}
