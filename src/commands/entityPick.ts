import * as vscode from "vscode";
import type { Entity } from "../analysis/analysis.js";
import { counted, kindWords } from "../editor/words.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";

/** Who was picked: one of the document's entities, a name typed in, or one of the other answers offered. */
export type Picked<T> =
  | { readonly kind: "entity"; readonly entity: Entity }
  | { readonly kind: "typed"; readonly name: string }
  | { readonly kind: "other"; readonly value: T };

export interface OtherAnswer<T> {
  readonly label: string;
  readonly detail?: string;
  readonly icon: string;
  readonly value: T;
}

export interface EntityPickOptions<T> {
  readonly title: string;
  readonly placeholder: string;
  /** Answers before the entities. */
  readonly others?: readonly OtherAnswer<T>[];
  /** Whether a name that is none of theirs can be typed in. */
  readonly typed?: boolean;
  /** Which of the entities are offered. */
  readonly offers?: (entity: Entity) => boolean;
  /** What else is said of an entity behind its name. */
  readonly note?: (entity: Entity) => string;
}

type Item<T> = vscode.QuickPickItem & { readonly answer?: Picked<T> };

/** Lets the reviewer pick an entity of a document, or type a name. @returns undefined where that was left with Escape. */
export function pickEntity<T = never>(reviewed: ReviewedDocument, options: EntityPickOptions<T>): Promise<Picked<T> | undefined> {
  const { title, placeholder, others = [], typed, offers = () => true, note = () => "" } = options;
  const entities = reviewed.analysis.entities.filter(offers);
  const given: Item<T>[] = [
    ...others.map(({ label, icon, detail, value }) => ({
      label,
      iconPath: new vscode.ThemeIcon(icon),
      ...(detail && { detail }),
      answer: { kind: "other" as const, value },
    })),
    ...(others.length > 0 && entities.length > 0 ? [{ label: "In this document", kind: vscode.QuickPickItemKind.Separator }] : []),
    ...[...entities].sort(peopleFirst).map((entity) => entityItem(entity, note(entity))),
  ];
  const pick = vscode.window.createQuickPick<Item<T>>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.items = given;
  if (typed) {
    pick.onDidChangeValue((value) => {
      const name = value.trim();
      // VS Code puts the rows first whose label has what was typed: those of the document come before the name as it was typed.
      const own: Item<T> = {
        label: "Another name",
        description: escapedIcons(name),
        iconPath: new vscode.ThemeIcon("edit"),
        alwaysShow: true,
        answer: { kind: "typed", name },
      };
      pick.items = name === "" ? given : [...given, own];
    });
  }
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.answer);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function entityItem(entity: Entity, note: string): Item<never> {
  const { one, icon } = kindWords(entity);
  return {
    label: escapedIcons(entity.name),
    iconPath: new vscode.ThemeIcon(icon),
    description: [one, counted(entity.mentions.length, "mention"), note].filter((part) => part !== "").join(" · "),
    answer: { kind: "entity", entity },
  };
}

function peopleFirst(a: Entity, b: Entity): number {
  return Number(b.type === "person") - Number(a.type === "person") || b.mentions.length - a.mentions.length;
}

/** A label's "$(name)" would be drawn as an icon: in words of the document it is text. */
export function escapedIcons(text: string): string {
  return text.replaceAll("$(", "\\$(");
}
