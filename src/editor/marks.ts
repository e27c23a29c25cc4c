import * as vscode from "vscode";
import { ENTITY_TYPES, type EntityType } from "../analysis/analysis.js";
import { COLORS, TYPE_COLORS } from "../contributions.js";

/** The kinds of mark in a text. */
export type Mark = EntityType | "quotation" | "indirect" | "current" | "cursor";

export const MARKS: readonly Mark[] = ["quotation", "indirect", ...ENTITY_TYPES, "current", "cursor"];

/** The underline tells the type as the colour does, so that it is told without colour as well. */
const UNDERLINES: Readonly<Record<EntityType, string>> = {
  person: "solid 2px",
  organization: "double 1px",
  place: "dotted 2px",
  group: "dashed 1px",
  event: "wavy 1px",
  work: "solid 1px; font-style: italic",
};

function color(id: string): vscode.ThemeColor {
  return new vscode.ThemeColor(id);
}

function nameMark(type: EntityType): vscode.DecorationRenderOptions {
  return {
    // The decoration's own fields cannot name a theme colour for the underline alone; the variable of the theme can.
    textDecoration: `underline var(--vscode-${TYPE_COLORS[type].replace(".", "-")}) ${UNDERLINES[type]}; text-underline-offset: 3px; text-decoration-skip-ink: none`,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  };
}

const OPTIONS: Readonly<Record<Exclude<Mark, EntityType>, vscode.DecorationRenderOptions>> = {
  quotation: {
    backgroundColor: color(COLORS.quotationBackground),
    borderColor: color(COLORS.quotationBorder),
    borderStyle: "solid",
    borderWidth: "0 0 0 2px",
    borderRadius: "1px",
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  },
  indirect: {
    borderColor: color(COLORS.indirectBorder),
    borderStyle: "dashed",
    borderWidth: "0 0 0 1px",
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  },
  current: {
    backgroundColor: color(COLORS.currentEntityBackground),
    borderRadius: "3px",
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  },
  cursor: {
    border: "1px solid",
    borderColor: color(COLORS.currentEntityBorder),
    borderRadius: "3px",
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  },
};

export function markOptions(mark: Mark): vscode.DecorationRenderOptions {
  switch (mark) {
    case "quotation":
    case "indirect":
    case "current":
    case "cursor":
      return OPTIONS[mark];
    default:
      return nameMark(mark);
  }
}
