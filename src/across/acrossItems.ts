import * as vscode from "vscode";
import type { QuotationVersion, VersionDifferenceKind } from "../collection/answers.js";
import { ACROSS_COMMANDS } from "../contributions.js";
import { counted } from "../editor/words.js";
import { inOneRow, shortened } from "../sidebar/model/excerpt.js";
import { type AcrossGroup, type AcrossRow, idOf, placeOf, speakerWords } from "./acrossRows.js";

const GROUP_WORDS: Readonly<Record<AcrossGroup, { readonly label: string; readonly icon: string }>> = {
  quotations: { label: "Quotations Compared", icon: "git-compare" },
  unnamed: { label: "Unnamed Sources", icon: "question" },
  dates: { label: "Dates", icon: "calendar" },
};

const DIFFERENCE_WORDS: Readonly<Record<VersionDifferenceKind, string>> = {
  number: "number",
  name: "name",
  negation: "negation",
  speaker: "speaker",
  cut: "cut",
  wording: "wording",
};

/** Differences that change what is said, the gravest first. */
const GRAVE = ["number", "negation", "name", "speaker"] as const satisfies readonly VersionDifferenceKind[];
const LONGEST_LABEL = 140;

/** Words of a difference that are longer are cut: the row says what differs at its beginning. */
const LONGEST_WORDS = 24;
const MOST_DIFFERENCES = 2;

interface Shown {
  /** What differs, before the label: seen in a narrow sidebar, too. */
  readonly first?: string;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  /** What is below the row, if anything. */
  readonly opens?: boolean;
  readonly details?: readonly string[];
}

/** A row as VS Code shows it. */
export function acrossItem(row: AcrossRow): vscode.TreeItem {
  const { first = "", label, description, icon, opens = false, details = [] } = shown(row);
  const text = shortened(inOneRow(first === "" ? label : `${first} · ${label}`), LONGEST_LABEL);
  const item = new vscode.TreeItem({ label: text, highlights: first === "" ? [] : [[0, first.length]] });
  if (opens) item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
  item.id = idOf(row);
  item.description = inOneRow(description);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.tooltip = [label, description, ...details].map((line) => inOneRow(line).trim()).join("\n");
  item.accessibilityInformation = { label: `${text}, ${item.description}` };
  item.contextValue = row.kind === "version" && row.first ? "version-other" : row.kind;
  const place = placeOf(row);
  if (row.kind === "more") item.command = { command: ACROSS_COMMANDS.showMore, title: "Show More", arguments: [row] };
  else if (place && !opens) item.command = { command: ACROSS_COMMANDS.open, title: "Open", arguments: [row] };
  return item;
}

function shown(row: AcrossRow): Shown {
  switch (row.kind) {
    case "group":
      return { ...GROUP_WORDS[row.group], description: String(row.total), opens: row.total > 0 };
    case "year":
      return { label: row.year.year, description: String(row.year.dates), icon: "calendar", opens: true };
    case "date": {
      const { date } = row;
      const where = `${nameOf(date.path)}:${date.line + 1}`;
      return date.kind === "document"
        ? { label: date.value, description: `document dated · ${nameOf(date.path)}`, icon: "file", details: [date.words] }
        : { label: date.value, description: `${date.sentence} · ${where}`, icon: "calendar", details: [`“${date.words}”`] };
    }
    case "utterance": {
      const { utterance } = row;
      const grave = GRAVE.some((kind) => utterance.differences.includes(kind));
      const differing = utterance.differences.map((kind) => DIFFERENCE_WORDS[kind]);
      const description = [
        ...(differing.length > 0 ? [] : ["same words"]),
        counted(utterance.versions, "version"),
        counted(utterance.documents, "document"),
      ].join(" · ");
      return { first: differing.join(", "), label: utterance.text, description, icon: grave ? "warning" : "quote", opens: true };
    }
    case "version": {
      const { quotation } = row.version;
      const description = [
        row.first === null ? "first version" : row.version.differences.length === 0 ? "same words" : "",
        speakerWords(quotation),
        `${nameOf(quotation.path)}:${quotation.line + 1}`,
      ];
      return {
        first: row.first === null ? "" : differenceWords(row.version),
        label: quotation.text,
        description: description.filter((words) => words !== "").join(" · "),
        icon: row.first ? "comment" : "comment-discussion",
        details: row.version.differences.map(({ kind, first, words }) => `${DIFFERENCE_WORDS[kind]}: ${first || "—"} → ${words || "—"}`),
      };
    }
    case "source": {
      const { source } = row;
      const alone = source.alone > 0 ? [`${source.alone} on nothing else`] : [];
      const description = [...alone, counted(source.statements, "statement"), nameOf(source.path)].join(" · ");
      return { label: source.words, description, icon: source.alone > 0 ? "warning" : "question", opens: true };
    }
    case "statement": {
      const { quotation, named } = row.statement;
      const rests = named.length === 0 ? "rests on nothing else" : `also said by ${speakerWords(named[0])}`;
      const details = named.map((one) => `${speakerWords(one)}, ${nameOf(one.path)}:${one.line + 1}`);
      const description = `${rests} · ${nameOf(quotation.path)}:${quotation.line + 1}`;
      return { label: quotation.text, description, icon: named.length === 0 ? "warning" : "quote", details };
    }
    case "more":
      return { label: "Show More", description: `${row.shown} of ${row.total} shown`, icon: "ellipsis" };
  }
}

/** The gravest differences by their words ("14 → 41"); by its kind what is a matter of wording. */
function differenceWords({ differences }: QuotationVersion): string {
  const grave = GRAVE.flatMap((wanted) => differences.filter(({ kind }) => kind === wanted)).map(
    ({ first, words }) => `${short(first)} → ${short(words)}`,
  );
  if (grave.length === 0) return [...new Set(differences.map(({ kind }) => DIFFERENCE_WORDS[kind]))].join(", ");
  return `${grave.slice(0, MOST_DIFFERENCES).join(", ")}${grave.length > MOST_DIFFERENCES ? ", …" : ""}`;
}

function short(words: string): string {
  return words === "" ? "—" : shortened(inOneRow(words).trim(), LONGEST_WORDS);
}

/** The document's file name. */
export function nameOf(address: string): string {
  const { path } = vscode.Uri.parse(address);
  return path.slice(path.lastIndexOf("/") + 1);
}
