import type * as vscode from "vscode";
import type { Finding } from "../collection/finding.js";
import type { Decisions } from "../decisions/decisions.js";
import { historyOf, undoneEntry } from "../review/history.js";
import { type IgnoredFinding, ignoredAmong, notIgnored } from "../review/ignoredFindings.js";
import { textAnchors } from "../review/textAnchors.js";
import { sha256 } from "../sha256.js";

/** The findings that the reader does not want to see, with the reasons; kept with the other decisions on the draft. */
export class IgnoredFindings {
  readonly #decisions: Decisions;

  constructor(decisions: Decisions) {
    this.#decisions = decisions;
  }

  /** Gives the URI of a draft in which others are ignored than before. */
  get onDidChange(): vscode.Event<string> {
    return this.#decisions.onDidChange;
  }

  /** Reads what is ignored in a draft, and keeps it from now on. */
  open(uri: vscode.Uri): Promise<void> {
    return this.#decisions.open(uri);
  }

  /** @param text the draft's, that the findings are in. */
  notIgnored(uri: vscode.Uri, findings: readonly Finding[], text: string): readonly Finding[] {
    return notIgnored(this.#decisions.of(uri.toString()), findings, text);
  }

  async add(uri: vscode.Uri, { rule, start, end }: Finding, text: string, reason: string): Promise<void> {
    const anchors = textAnchors(text, sha256(text));
    await this.#decisions.make(uri, [{ kind: "ignore-finding", target: anchors.target({ start, end }, "selection"), rule, reason }]);
  }

  /** What is ignored in a draft. */
  of(uri: vscode.Uri): readonly IgnoredFinding[] {
    return ignoredAmong(this.#decisions.of(uri.toString()));
  }

  async remove(uri: vscode.Uri, gone: IgnoredFinding): Promise<void> {
    const now = this.#decisions.now();
    await this.#decisions.write(
      uri,
      historyOf([gone]).flatMap((entry) => undoneEntry(entry, now)),
    );
  }
}
