import * as vscode from "vscode";
import { ENTITY_TYPES } from "../analysis/analysis.js";
import { onOneLine } from "../analysis/oneLine.js";
import { DECISION_COMMANDS } from "../contributions.js";
import type { Decidable } from "../decisions/decidable.js";
import type { Decisions } from "../decisions/decisions.js";
import { nameOf, namesOf, spanTargetOf } from "../decisions/targets.js";
import { textOf } from "../editor/textPlaces.js";
import { TYPE_WORDS } from "../editor/words.js";
import type { DecisionBody, NameTarget } from "../review/decision.js";
import { type Deciding, registerDecision } from "./decideOnItem.js";
import { escapedIcons, pickEntity } from "./entityPick.js";
import { pickScope } from "./scopePick.js";

type EntityItem = Decidable & { readonly kind: "mention" | "entity" };

/** Registers the commands that say what an entity is, what it is called, and who is who. */
export function registerEntityDecisions(deciding: Deciding): vscode.Disposable {
  const { decisions } = deciding;
  function register(command: string, kind: EntityItem["kind"], decide: (decisions: Decisions, item: EntityItem) => Promise<void>) {
    return registerDecision(deciding, command, [kind], async (item) => item.kind !== "quotation" && decide(decisions, item));
  }
  return vscode.Disposable.from(
    register(DECISION_COMMANDS.changeType, "entity", changeType),
    register(DECISION_COMMANDS.rename, "entity", rename),
    register(DECISION_COMMANDS.merge, "entity", merge),
    register(DECISION_COMMANDS.keepApart, "entity", keepApart),
    register(DECISION_COMMANDS.takeOut, "mention", takeOut),
  );
}

async function inScope(decisions: Decisions, { document }: EntityItem, title: string, bodies: readonly DecisionBody[]): Promise<void> {
  const scope = await pickScope(title);
  if (scope) await decisions.make(document.uri, bodies, scope);
}

export async function changeType(decisions: Decisions, item: EntityItem): Promise<void> {
  const { entity } = item;
  const title = `Change the Type of ${entity.name}`;
  const types = ENTITY_TYPES.filter((type) => type !== entity.type).map((type) => ({
    label: TYPE_WORDS[type].one,
    iconPath: new vscode.ThemeIcon(TYPE_WORDS[type].icon),
    type,
  }));
  const chosen = await vscode.window.showQuickPick(types, { title, placeHolder: `Now: ${TYPE_WORDS[entity.type].one.toLowerCase()}` });
  if (chosen) await inScope(decisions, item, title, [{ kind: "change-type", target: nameOf(item, entity), type: chosen.type }]);
}

async function rename(decisions: Decisions, item: EntityItem): Promise<void> {
  const { entity } = item;
  const title = `Rename ${entity.name}`;
  const name = await vscode.window.showInputBox({
    title,
    value: entity.name,
    prompt: "The name in the lists. The source keeps its words.",
    validateInput: (value) => (value.trim() === "" ? "A name has at least one letter." : undefined),
  });
  if (name === undefined || name.trim() === entity.name) return;
  await inScope(decisions, item, title, [{ kind: "rename", target: nameOf(item, entity), name: name.trim() }]);
}

async function merge(decisions: Decisions, item: EntityItem): Promise<void> {
  const { entity, reviewed } = item;
  const title = `Merge ${entity.name}`;
  const picked = await pickEntity(reviewed, {
    title,
    placeholder: `Who is ${entity.name}, too? That name is kept.`,
    offers: ({ id }) => id !== entity.id,
  });
  if (picked?.kind !== "entity") return;
  const into = nameOf(item, picked.entity);
  await inScope(decisions, item, title, [{ kind: "merge", target: nameOf(item, entity), into }]);
}

/** Parts a name or a form from an entity that it was counted to, or keeps two entities from ever being one. */
async function keepApart(decisions: Decisions, item: EntityItem): Promise<void> {
  const { entity, reviewed } = item;
  const own = nameOf(item, entity);
  const merged = namesOf(item, entity).slice(1);
  const forms = entity.aliases.filter((alias) => alias !== own.name && !merged.some(({ name }) => name === alias));
  const parts: readonly NameTarget[] = [...merged, ...forms.map((name): NameTarget => ({ kind: "name", name, type: own.type }))];
  const title = `Keep Apart from ${entity.name}`;
  const picked = await pickEntity<NameTarget>(reviewed, {
    title,
    placeholder: `Which name is not ${entity.name}?`,
    others: parts.map((part) => ({ label: escapedIcons(part.name), icon: "split-horizontal", detail: "Counted to it now", value: part })),
    offers: ({ id }) => id !== entity.id,
  });
  if (!picked || picked.kind === "typed") return;
  const target = picked.kind === "other" ? picked.value : nameOf(item, picked.entity);
  await inScope(decisions, item, title, [{ kind: "keep-apart", target, from: own }]);
}

async function takeOut(decisions: Decisions, item: EntityItem): Promise<void> {
  if (item.kind !== "mention") return;
  const { entity, reviewed, document } = item;
  const from = nameOf(item, entity);
  const words = onOneLine(textOf(document, item.mention));
  const picked = await pickEntity<null>(reviewed, {
    title: `“${words}” Is Not ${entity.name}`,
    placeholder: "Who is it? Pick or type a name.",
    others: [{ label: "Somebody without another mention here", icon: "person-add", value: null }],
    typed: true,
    offers: ({ id }) => id !== entity.id,
  });
  if (!picked) return;
  const to = picked.kind === "entity" ? nameOf(item, picked.entity) : picked.kind === "typed" ? typedName(picked.name, from) : null;
  await decisions.make(document.uri, [{ kind: "take-out", target: spanTargetOf(item), from, to }]);
}

function typedName(name: string, { type }: NameTarget): NameTarget {
  return { kind: "name", name, type };
}
