import * as vscode from "vscode";
import { DRAFT_COMMANDS } from "../contributions.js";
import type { DraftingParts } from "../draft.js";
import { onSettingChange, setting } from "../editor/settings.js";
import { registerOnFirstUse } from "./onFirstUse.js";

/** Registers the check of drafts; its code is read when a draft is checked first, or where the settings name drafts. */
export function registerDraftsOnNeed(parts: () => DraftingParts): vscode.Disposable {
  let loaded = false;
  const load = (): vscode.Disposable => {
    loaded = true;
    return (require("./draft.js") as typeof import("../draft.js")).registerDrafts(parts());
  };
  const areNamed = (): boolean => setting("drafts").length > 0;
  let registered = areNamed() ? load() : registerOnFirstUse(Object.values(DRAFT_COMMANDS), load);
  const changes = onSettingChange(["drafts"], () => {
    if (loaded || !areNamed()) return;
    registered.dispose();
    registered = load();
  });
  return new vscode.Disposable(() => {
    changes.dispose();
    registered.dispose();
  });
}
