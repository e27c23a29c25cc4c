import * as vscode from "vscode";
import type { Finding } from "../collection/finding.js";

const KEY = "ignoredFindings";
const MOST_KEPT = 2000;

interface Ignored {
  readonly uri: string;
  readonly rule: string;
  /** The draft's words, so that the finding comes back when they change. */
  readonly words: string;
  readonly reason: string;
}

/** The findings that the reader does not want to see, with the reasons; kept with the workspace. */
export class IgnoredFindings implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  has(uri: vscode.Uri, finding: Finding, text: string): boolean {
    const words = text.slice(finding.start, finding.end);
    return this.#all.some((one) => one.uri === uri.toString() && one.rule === finding.rule && one.words === words);
  }

  async add(uri: vscode.Uri, finding: Finding, text: string, reason: string): Promise<void> {
    const one = { uri: uri.toString(), rule: finding.rule, words: text.slice(finding.start, finding.end), reason };
    await this.#memory.update(KEY, [...this.#all, one].slice(-MOST_KEPT));
    this.#changed.fire(uri);
  }

  /** What is ignored in a draft. */
  of(uri: vscode.Uri): readonly Ignored[] {
    return this.#all.filter((one) => one.uri === uri.toString());
  }

  async remove(uri: vscode.Uri, gone: Ignored): Promise<void> {
    await this.#memory.update(
      KEY,
      this.#all.filter((one) => !(one.uri === gone.uri && one.rule === gone.rule && one.words === gone.words)),
    );
    this.#changed.fire(uri);
  }

  get #all(): readonly Ignored[] {
    return this.#memory.get<readonly Ignored[]>(KEY, []);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
