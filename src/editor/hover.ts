import * as vscode from "vscode";
import type { Quote } from "../analysis/analysis.js";
import { onOneLine } from "../analysis/oneLine.js";
import { COMMANDS } from "../contributions.js";
import { reviewOfItem } from "../decisions/decidableItem.js";
import type { MentionPlace } from "../review/documentIndex.js";
import type { DocumentReader } from "../review/documentStore.js";
import { QUOTE_WORDS } from "../review/quoteWords.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import { appendReview, LINKED_DECISIONS, mentionLinks, quotationLinks } from "./hoverReview.js";
import { literal } from "./literal.js";
import { firstFullMention } from "./mentionProviders.js";
import { rangeOf, reviewOf, wordsOf } from "./textPlaces.js";
import { counted, isUncertain, kindWords, otherNames, speakerName } from "./words.js";

const MOST_WORDINGS = 8;
const LONGEST_WORDING = 120;

/** Who a name stands for; who said a quotation, and how the text tells. */
export function hoverProvider(reader: DocumentReader): vscode.HoverProvider {
  return {
    provideHover(document, position): vscode.Hover | undefined {
      const reviewed = reviewOf(reader, document);
      if (!reviewed) return undefined;
      const offset = document.offsetAt(position);
      const place = reviewed.index.mentionAt(offset);
      const quote = reviewed.index.quoteAt(offset);
      const parts = [
        ...(place ? [entityText(document, reviewed, place)] : []),
        ...(quote ? [quotationText(document, reviewed, quote)] : []),
      ];
      const span = place?.mention ?? quote;
      return span && new vscode.Hover(parts, rangeOf(document, span));
    },
  };
}

function entityText(document: vscode.TextDocument, reviewed: ReviewedDocument, { entity, mention }: MentionPlace): vscode.MarkdownString {
  const text = new vscode.MarkdownString("", true);
  text.isTrusted = { enabledCommands: [COMMANDS.previousMention, COMMANDS.nextMention, ...LINKED_DECISIONS] };
  const { one, icon } = kindWords(entity);
  text
    .appendMarkdown(`$(${icon}) **`)
    .appendMarkdown(literal(shortened(entity.name)))
    .appendMarkdown(`** · ${one}\n\n`);
  appendWordings(text, "", entity.roles);
  appendWordings(text, "Also: ", otherNames(entity));
  const first = document.positionAt(firstFullMention(document, entity).start).line + 1;
  text.appendMarkdown(`${counted(entity.mentions.length, "mention")}, first in line ${first}`);
  if (mention.confidence !== undefined && mention.confidence < 1) {
    text.appendMarkdown(` · this one ${Math.round(mention.confidence * 100)} % sure`);
  }
  appendReview(text, "", reviewOfItem(reviewed, { kind: "entity", entity }));
  appendReview(text, "This mention: ", reviewOfItem(reviewed, { kind: "mention", entity, mention }));
  text.appendMarkdown(`\n\n${mentionLinks(document.uri.toString(), mention)}`);
  if (entity.mentions.length > 1) {
    const args = encodeURIComponent(JSON.stringify([{ uri: document.uri.toString(), offset: mention.start }]));
    text.appendMarkdown(
      ` &nbsp; [$(arrow-up) Previous](command:${COMMANDS.previousMention}?${args} "Go to the previous mention")` +
        ` &nbsp; [$(arrow-down) Next](command:${COMMANDS.nextMention}?${args} "Go to the next mention")`,
    );
  }
  return text;
}

/** Words of the document are always appended as text, never as Markdown. */
function appendWordings(text: vscode.MarkdownString, label: string, wordings: readonly string[]): void {
  if (wordings.length === 0) return;
  const shown = wordings.slice(0, MOST_WORDINGS).map(shortened).join(", ");
  text.appendMarkdown(literal(`${label}${shown}${wordings.length > MOST_WORDINGS ? ", …" : ""}`)).appendMarkdown("\n\n");
}

function quotationText(document: vscode.TextDocument, reviewed: ReviewedDocument, quote: Quote): vscode.MarkdownString {
  const text = new vscode.MarkdownString("", true);
  text.isTrusted = { enabledCommands: LINKED_DECISIONS };
  const name = speakerName(reviewed, quote, (span) => wordsOf(document, span));
  text.appendMarkdown(`$(quote) ${QUOTE_WORDS[quote.kind].one} · `);
  if (!quote.speaker || name === null) text.appendMarkdown("the text does not say who speaks");
  else {
    text
      .appendMarkdown("**")
      .appendMarkdown(literal(shortened(name)))
      .appendMarkdown(`**${isUncertain(quote.speaker) ? " (uncertain)" : ""}\n\n`);
    if (quote.speaker.anonymous) text.appendMarkdown("A source that the text does not name\n\n");
    text.appendMarkdown(literal(quote.speaker.rule));
    if (quote.cue) text.appendMarkdown(literal(`; cue: “${wordsOf(document, quote.cue)}”`));
    text.appendMarkdown(`; ${Math.round(quote.speaker.confidence * 100)} % sure`);
  }
  appendReview(text, "", reviewOfItem(reviewed, { kind: "quotation", quote }));
  return text.appendMarkdown(`\n\n${quotationLinks(document.uri.toString(), quote)}`);
}

function shortened(text: string): string {
  const line = onOneLine(text);
  return line.length > LONGEST_WORDING ? `${line.slice(0, LONGEST_WORDING).replace(/[\ud800-\udbff]$/, "")}…` : line;
}
