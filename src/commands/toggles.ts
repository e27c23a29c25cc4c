import * as vscode from "vscode";
import { COMMANDS, type Settings } from "../contributions.js";
import { changeSetting } from "../editor/settings.js";

type Toggle = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings];

/** Registers the commands that show and hide the marks. What they choose is a setting, so it lasts. */
export function registerToggles(): vscode.Disposable {
  function register(key: Toggle, show: string, hide: string): vscode.Disposable[] {
    return [
      vscode.commands.registerCommand(show, () => changeSetting(key, true)),
      vscode.commands.registerCommand(hide, () => changeSetting(key, false)),
    ];
  }
  return vscode.Disposable.from(
    ...register("marks.names", COMMANDS.showNames, COMMANDS.hideNames),
    ...register("marks.quotations", COMMANDS.showQuotations, COMMANDS.hideQuotations),
    ...register("marks.speakers", COMMANDS.showSpeakers, COMMANDS.hideSpeakers),
  );
}
