import * as vscode from "vscode";
import type { ThreadComment } from "../review/review.js";
import { harmlessMarkdown } from "./harmlessMarkdown.js";

/** One comment in a thread, as VS Code shows it. While it is edited, its body is the Markdown as it was written. */
export class ShownComment implements vscode.Comment {
  body: string | vscode.MarkdownString;
  mode = vscode.CommentMode.Preview;
  readonly author: vscode.CommentAuthorInformation;
  readonly timestamp: Date;
  readonly label?: string;

  /** @param contextValue `own` where the reader may change it. */
  constructor(
    readonly uri: vscode.Uri,
    readonly comment: ThreadComment,
    readonly contextValue: "own" | "other",
  ) {
    this.author = { name: comment.creator };
    this.timestamp = new Date(comment.created);
    if (comment.modified !== comment.created) this.label = "edited";
    this.body = shownMarkdown(comment.text);
  }

  /** The words in the box in which it is edited. */
  get written(): string {
    return typeof this.body === "string" ? this.body : this.comment.text;
  }

  edit(): void {
    this.body = this.comment.text;
    this.mode = vscode.CommentMode.Editing;
  }

  leaveAsItWas(): void {
    this.body = shownMarkdown(this.comment.text);
    this.mode = vscode.CommentMode.Preview;
  }
}

/** Markdown that runs no command, holds no HTML and fetches nothing. */
function shownMarkdown(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(harmlessMarkdown(text), false);
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  return markdown;
}
