import { type Command, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from "vscode";
import type { EntityType, QuoteKind } from "../analysis/analysis.js";
import { SIDEBAR_COMMANDS, TYPE_COLORS } from "../contributions.js";
import { literal } from "../editor/literal.js";
import { TYPE_WORDS } from "../editor/words.js";
import type { Detail } from "./model/details.js";
import { placeOf } from "./model/place.js";
import { rowMark } from "./model/rowMark.js";
import type { PlacedNode } from "./model/treeModel.js";
import type { NodeIcon, TreeNode } from "./model/treeNode.js";

/** Letters of a script that runs from right to left: beside them a description is kept apart, or its number would move. */
const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;

/** The scheme of the addresses that rows with a sign at their end have: they are no files. */
export const MARKED_ROW = "source-review-row";

const CODICONS: Readonly<Record<Exclude<NodeIcon, EntityType | QuoteKind>, string>> = {
  document: "file",
  name: "circle-small-filled",
  nominal: "circle-small",
  pronoun: "arrow-small-left",
  unnamed: "account",
  nobody: "question",
  topic: "tag",
  more: "ellipsis",
};

/**
 * @param open whether the row's branch is open.
 * @returns the row as VS Code shows it; what takes time to tell is left to `tooltipOf`.
 */
export function treeItemOf({ id, node }: PlacedNode, open: boolean, extensionUri: Uri): TreeItem {
  const label = { label: node.label, highlights: node.highlights.map(({ start, end }): [number, number] => [start, end]) };
  const item = new TreeItem(label, collapsibleState(node, open));
  item.id = id;
  item.description = RIGHT_TO_LEFT.test(node.label + node.description) ? `\u2066${node.description}\u2069` : node.description;
  item.contextValue = node.subject.kind;
  item.accessibilityInformation = { label: node.spoken };
  if (node.icon) item.iconPath = iconOf(node.icon, node, extensionUri);
  const mark = rowMark(node.standing) ?? (node.uncertain ? "uncertain" : undefined);
  if (mark) item.resourceUri = Uri.from({ scheme: MARKED_ROW, path: `/${mark}` });
  else if (node.subject.kind === "document") item.resourceUri = Uri.parse(node.subject.document.reviewed.uri);
  const command = commandOf(id, node);
  if (command) item.command = command;
  return item;
}

function collapsibleState({ branch }: TreeNode, open: boolean): TreeItemCollapsibleState {
  if (!branch) return TreeItemCollapsibleState.None;
  return open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function iconOf(icon: NodeIcon, { colour }: TreeNode, extensionUri: Uri): NonNullable<TreeItem["iconPath"]> {
  switch (icon) {
    case "direct":
    case "mixed":
    case "indirect":
      return {
        light: Uri.joinPath(extensionUri, "media", `quotation-${icon}-light.svg`),
        dark: Uri.joinPath(extensionUri, "media", `quotation-${icon}-dark.svg`),
      };
    default: {
      const codicon = isEntityType(icon) ? TYPE_WORDS[icon].icon : CODICONS[icon];
      return new ThemeIcon(codicon, colour && new ThemeColor(TYPE_COLORS[colour]));
    }
  }
}

function isEntityType(icon: NodeIcon): icon is EntityType {
  return icon in TYPE_WORDS;
}

function commandOf(id: string, node: TreeNode): Command | undefined {
  if (node.subject.kind === "more") return { command: SIDEBAR_COMMANDS.showMore, title: "Show More", arguments: [id] };
  if (node.subject.kind === "document" || !placeOf(node.subject)) return undefined;
  return { command: SIDEBAR_COMMANDS.open, title: "Go There", arguments: [id] };
}

/** @returns the details as Markdown in which nothing of the document's own text is taken for Markdown. */
export function tooltipOf(details: readonly Detail[]): MarkdownString | undefined {
  if (details.length === 0) return undefined;
  const tooltip = new MarkdownString();
  details.forEach((detail, index) => {
    if (index > 0) tooltip.appendMarkdown(detail.kind === "field" && details[index - 1].kind === "field" ? "  \n" : "\n\n");
    switch (detail.kind) {
      case "title":
        tooltip.appendMarkdown(`**${literal(detail.text)}**`);
        break;
      case "field":
        tooltip.appendMarkdown(`*${detail.name}:* ${literal(detail.text)}`);
        break;
      case "text":
        tooltip.appendMarkdown(literal(detail.text));
        break;
    }
  });
  return tooltip;
}
