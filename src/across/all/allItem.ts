import * as vscode from "vscode";
import type { EntityType, QuoteKind, Span } from "../../analysis/analysis.js";
import { SIDEBAR_COMMANDS, TYPE_COLORS } from "../../contributions.js";
import { counted, figure, isUncertain, otherNames, TYPE_WORDS } from "../../editor/words.js";
import { QUOTE_WORDS } from "../../review/quoteWords.js";
import type { Detail } from "../../sidebar/model/details.js";
import { type Excerpt, inOneRow, shortened } from "../../sidebar/model/excerpt.js";
import { TextFilter } from "../../sidebar/model/textFilter.js";
import { parts } from "../../sidebar/model/treeNode.js";
import { MARKED_ROW, tooltipOf } from "../../sidebar/treeItem.js";
import { nameOf } from "../acrossItems.js";
import { speakerWords } from "../acrossRows.js";
import { type AllRow, type AllSubject, placeOf } from "./allRow.js";

const LONGEST_LABEL = 140;
const LONGEST_TEXT = 600;
/** Letters of a script that runs from right to left: beside them a description is kept apart, or its number would move. */
const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;

interface Look {
  readonly label: string;
  /** The part of the label that is set off; the filter's words where left out. */
  readonly mark?: Span;
  readonly description: string;
  /** The row as a screen reader says it. */
  readonly spoken: string;
  readonly icon: string | QuoteKindIcon;
  readonly colour?: EntityType;
  /** Whether something is below, and is shown before the reader closes it. */
  readonly below?: "open" | "closed";
  /** The address that other marks of the file are found by. */
  readonly resource?: vscode.Uri;
}

interface QuoteKindIcon {
  readonly quote: QuoteKind;
}

/** A row of all documents as VS Code shows it; what takes time to tell is left to `tooltipOfAll`. */
export function allItem({ id, subject }: AllRow, filter: string, extensionUri: vscode.Uri): vscode.TreeItem {
  const { label, mark, description, spoken, icon, colour, below, resource } = lookOf(subject);
  const marks = mark ? [mark] : new TextFilter(filter).places(label);
  const item = new vscode.TreeItem({ label, highlights: marks.map(({ start, end }): [number, number] => [start, end]) });
  item.id = id;
  item.description = RIGHT_TO_LEFT.test(label + description) ? `\u2066${description}\u2069` : description;
  item.contextValue = `all-${subject.kind}`;
  item.accessibilityInformation = { label: spoken };
  item.iconPath = iconOf(icon, colour, extensionUri);
  if (below) {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    item.collapsibleState = below === "open" ? Expanded : Collapsed;
  }
  if (resource) item.resourceUri = resource;
  if (subject.kind === "more") item.command = { command: SIDEBAR_COMMANDS.showMore, title: "Show More", arguments: [id] };
  else if (placeOf(subject) && !below) item.command = { command: SIDEBAR_COMMANDS.open, title: "Go There", arguments: [id] };
  return item;
}

function iconOf(icon: Look["icon"], colour: EntityType | undefined, extensionUri: vscode.Uri): NonNullable<vscode.TreeItem["iconPath"]> {
  if (typeof icon === "string") return new vscode.ThemeIcon(icon, colour && new vscode.ThemeColor(TYPE_COLORS[colour]));
  const file = (theme: string) => vscode.Uri.joinPath(extensionUri, "media", `quotation-${icon.quote}-${theme}.svg`);
  return { light: file("light"), dark: file("dark") };
}

function lookOf(subject: AllSubject): Look {
  switch (subject.kind) {
    case "type": {
      const { type, entities } = subject.count;
      const { many, icon } = TYPE_WORDS[type];
      return { label: many, description: figure(entities), spoken: `${many}, ${figure(entities)}`, icon, colour: type, below: "open" };
    }
    case "entity": {
      const { name, type, documents, mentions } = subject.entity;
      return {
        label: row(name),
        description: parts(figure(mentions), counted(documents, "document")),
        spoken: `${row(name)}, ${type}, ${counted(mentions, "mention")} in ${counted(documents, "document")}`,
        icon: TYPE_WORDS[type].icon,
        colour: type,
        below: "closed",
      };
    }
    case "pairs":
      return {
        label: "May Be the Same",
        description: figure(subject.total),
        spoken: `May be the same, ${counted(subject.total, "pair")} to decide on`,
        icon: "question",
        below: "closed",
      };
    case "pair": {
      const { left, right, reason } = subject.pair;
      const other = subject.of === left.id ? right : left;
      const label = subject.of === null ? `${row(left.name)} — ${row(right.name)}` : `May be ${row(other.name)}`;
      return { label, description: row(reason), spoken: `${label}, ${row(reason)}`, icon: "question", below: "closed" };
    }
    case "entityDocument": {
      const { entity, inDocument, alone } = subject;
      const { path, name, mentions, roles } = inDocument;
      const other = name === entity.name ? "" : row(name);
      const folder = folderOf(path);
      return {
        ...documentLook(path, mentions, alone),
        // What tells documents of one name apart stands before what a narrow view cuts off.
        description: parts(figure(mentions), folder, other, row(roles[0] ?? "")),
        spoken: [nameOf(path), counted(mentions, "mention"), other && `as ${other}`, row(roles[0] ?? ""), folder && `in ${folder}`]
          .filter(Boolean)
          .join(", "),
      };
    }
    case "topicDocument":
      return documentLook(subject.inDocument.path, subject.inDocument.mentions.length, subject.alone);
    case "mention": {
      const { excerpt, place, name, type } = subject;
      const kind = { name: "", nominal: "description", pronoun: "pronoun" }[place.kind];
      const icon = { name: "circle-small-filled", nominal: "circle-small", pronoun: "arrow-small-left" }[place.kind];
      return { ...lineLook(excerpt, place.line, name, kind), icon, colour: type };
    }
    case "topicMention":
      return { ...lineLook(subject.excerpt, subject.place.line, subject.topic.label, ""), icon: "circle-small-filled" };
    case "speaker": {
      const { kind, entity, quotations } = subject.speaker;
      const label = entity ? row(entity.name) : kind === "unnamed" ? "Unnamed sources" : "No speaker identified";
      return {
        label,
        description: parts(figure(quotations), entity ? counted(entity.documents, "document") : undefined),
        spoken: `${label}, ${counted(quotations, "quotation")}`,
        icon: entity ? TYPE_WORDS[entity.type].icon : kind === "unnamed" ? "account" : "question",
        ...(entity && { colour: entity.type }),
        below: "closed",
      };
    }
    case "quotation": {
      const { quotation } = subject;
      const { kind, path, line, text, speaker } = quotation;
      const doubtful = speaker.kind !== "nobody" && isUncertain(speaker);
      const said = doubtful || speaker.kind === "unnamed" ? `“${row(speakerWords(quotation))}”${doubtful ? "?" : ""}` : "";
      return {
        label: row(text),
        description: parts(`${nameOf(path)}:${line + 1}`, kind === "direct" ? undefined : QUOTE_WORDS[kind].short, said),
        spoken: [nameOf(path), `line ${line + 1}`, QUOTE_WORDS[kind].one.toLowerCase(), doubtful ? "speaker uncertain" : "", row(text)]
          .filter((part) => part !== "")
          .join(", "),
        icon: { quote: kind },
        ...(doubtful && { resource: vscode.Uri.from({ scheme: MARKED_ROW, path: "/uncertain" }) }),
      };
    }
    case "topic": {
      const { label, declared, documents, mentions } = subject.topic;
      return {
        label: row(label),
        description: parts(figure(mentions), counted(documents, "document"), declared ? "declared" : undefined),
        spoken: `${row(label)}, topic, ${counted(mentions, "mention")} in ${counted(documents, "document")}${declared ? ", declared" : ""}`,
        icon: "tag",
        below: "closed",
      };
    }
    case "more":
      return {
        label: "Show More",
        description: `${figure(subject.shown)} of ${figure(subject.total)} shown`,
        spoken: `Show more, ${figure(subject.shown)} of ${figure(subject.total)} shown`,
        icon: "ellipsis",
      };
  }
}

function documentLook(path: string, mentions: number, alone: boolean): Look {
  return {
    label: nameOf(path),
    description: parts(figure(mentions), folderOf(path)),
    spoken: `${nameOf(path)}, document, ${counted(mentions, "mention")}`,
    icon: "file",
    resource: vscode.Uri.parse(path),
    ...(mentions > 0 && { below: alone ? "open" : "closed" }),
  };
}

/** A line of a document; where its text cannot be read, the name that stands there. */
function lineLook(
  excerpt: Excerpt | null,
  line: number,
  name: string,
  kind: string,
): Pick<Look, "label" | "mark" | "description" | "spoken"> {
  const label = excerpt?.text ?? row(name);
  return {
    label,
    ...(excerpt && { mark: excerpt.mark }),
    description: parts(figure(line + 1), kind),
    spoken: [`Line ${line + 1}`, kind, label].filter((part) => part !== "").join(", "),
  };
}

function row(text: string): string {
  return shortened(inOneRow(text).trim(), LONGEST_LABEL);
}

function folderOf(path: string): string {
  const relative = vscode.workspace.asRelativePath(vscode.Uri.parse(path));
  return relative.slice(0, Math.max(0, relative.lastIndexOf("/")));
}

/** What is told about a row when the pointer rests on it; undefined where the row says it all. */
export function tooltipOfAll(subject: AllSubject): vscode.MarkdownString | undefined {
  return tooltipOf(detailsOf(subject));
}

function detailsOf(subject: AllSubject): readonly Detail[] {
  switch (subject.kind) {
    case "entity":
    case "speaker": {
      const entity = subject.kind === "entity" ? subject.entity : subject.speaker.entity;
      if (!entity) return [];
      return [
        { kind: "title", text: entity.name },
        { kind: "field", name: "Type", text: entity.type },
        ...field("Also", otherNames(entity).join(", ")),
        { kind: "field", name: "Mentions", text: `${counted(entity.mentions, "mention")} in ${counted(entity.documents, "document")}` },
      ];
    }
    case "pair":
      return [
        { kind: "title", text: `${subject.pair.left.name} — ${subject.pair.right.name}` },
        { kind: "text", text: `${subject.pair.reason}. Are they the same? What you decide holds in all documents of the folder.` },
      ];
    case "entityDocument":
      return [
        { kind: "title", text: vscode.workspace.asRelativePath(vscode.Uri.parse(subject.inDocument.path)) },
        ...field("Named", subject.inDocument.name),
        ...field("Roles", subject.inDocument.roles.join(", ")),
      ];
    case "topicDocument":
      return [{ kind: "title", text: vscode.workspace.asRelativePath(vscode.Uri.parse(subject.inDocument.path)) }];
    case "quotation": {
      const { quotation } = subject;
      return [
        { kind: "text", text: shortened(inOneRow(quotation.text).trim(), LONGEST_TEXT) },
        ...field("Speaker", quotation.speaker.kind === "nobody" ? "not identified" : speakerWords(quotation)),
        ...field("Place", `${vscode.workspace.asRelativePath(vscode.Uri.parse(quotation.path))}:${quotation.line + 1}`),
      ];
    }
    default:
      return [];
  }
}

function field(name: string, text: string): readonly Detail[] {
  return text === "" ? [] : [{ kind: "field", name, text }];
}
