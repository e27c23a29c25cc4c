import * as vscode from "vscode";
import { ENTITY_TYPES, type EntityType } from "../../analysis/analysis.js";
import type { CollectionEntity } from "../../collection/answers.js";
import { ACROSS_COMMANDS } from "../../contributions.js";
import type { Decisions } from "../../decisions/decisions.js";
import { TYPE_WORDS } from "../../editor/words.js";
import type { DecisionBody, NameTarget } from "../../review/decision.js";
import type { CollectionClient } from "../collectionClient.js";
import type { AllSubject } from "./allRow.js";

/** So many documents of an entity are asked for its names. */
const MOST_DOCUMENTS = 2000;

/** Makes of a name what is decided of it. */
type Body = (target: NameTarget) => DecisionBody;

export interface EntityRowParts {
  readonly client: CollectionClient;
  readonly decisions: Decisions;
  /** What a row of all documents stands for. */
  readonly subjectOf: (id: unknown) => AllSubject | undefined;
}

/** Registers what is decided of an entity in all documents at once. It holds everywhere in the folder, for each name that a document has for the entity. */
export function registerEntityRowDecisions({ client, decisions, subjectOf }: EntityRowParts): vscode.Disposable {
  async function decide(entity: CollectionEntity, body: Body, done: string): Promise<void> {
    const [found, documents] = await Promise.all([
      client.ask("entityAsFound", entity.id),
      client.ask("documentsOf", entity.id, { count: MOST_DOCUMENTS }),
    ]);
    const byFolder = new Map<string, { readonly within: vscode.Uri; readonly names: Set<string> }>();
    for (const { path, name } of documents?.items ?? []) {
      const within = vscode.Uri.parse(path);
      const folder = vscode.workspace.getWorkspaceFolder(within)?.uri.toString() ?? "";
      const known = byFolder.get(folder) ?? { within, names: new Set() };
      byFolder.set(folder, known);
      known.names.add(name);
    }
    const type = found?.type ?? entity.type;
    let batch: string | undefined;
    for (const { within, names } of byFolder.values()) {
      const bodies = [...names].map((name) => body({ kind: "name", name, type }));
      const made = await decisions.make(within, bodies, "everywhere", batch);
      batch ??= made[0]?.batch;
    }
    vscode.window.setStatusBarMessage(`${done}, in all documents of the folder. Undo Decision takes it back.`, 6000);
  }

  const register = (command: string, run: (entity: CollectionEntity) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (id: unknown) => {
      const subject = subjectOf(id);
      if (subject?.kind === "entity") await run(subject.entity);
    });
  return vscode.Disposable.from(
    register(ACROSS_COMMANDS.reject, (entity) => decide(entity, (target) => ({ kind: "reject", target }), `${entity.name} is rejected`)),
    register(ACROSS_COMMANDS.rename, async (entity) => {
      const name = await askName(entity);
      if (name) await decide(entity, (target) => ({ kind: "rename", target, name }), `${entity.name} is listed as ${name}`);
    }),
    register(ACROSS_COMMANDS.changeType, async (entity) => {
      const type = await askType(entity);
      const word = type && TYPE_WORDS[type].one.toLowerCase();
      if (type) await decide(entity, (target) => ({ kind: "change-type", target, type }), `${entity.name} is listed as ${word}`);
    }),
  );
}

async function askName({ name }: CollectionEntity): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: `Rename ${name} in All Documents`,
    value: name,
    prompt: "The name in the lists. The sources keep their words.",
    validateInput: (value) => (value.trim() === "" ? "A name has at least one letter." : undefined),
  });
  return typed?.trim() === name ? undefined : typed?.trim();
}

async function askType({ name, type: now }: CollectionEntity): Promise<EntityType | undefined> {
  const items = ENTITY_TYPES.filter((type) => type !== now).map((type) => ({
    label: TYPE_WORDS[type].one,
    iconPath: new vscode.ThemeIcon(TYPE_WORDS[type].icon),
    type,
  }));
  const title = `Change the Type of ${name} in All Documents`;
  return (await vscode.window.showQuickPick(items, { title, placeHolder: `Now: ${TYPE_WORDS[now].one.toLowerCase()}` }))?.type;
}
