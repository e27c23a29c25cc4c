import * as vscode from "vscode";
import { SECTION, SETTING_DEFAULTS, type Settings } from "../contributions.js";

/**
 * The value of a setting. A value of another kind than the default's is taken for the default.
 * @param document whose folder may have a value of its own, where the setting can be a folder's.
 */
export function setting<K extends keyof Settings>(key: K, document?: vscode.Uri): Settings[K] {
  const value: unknown = vscode.workspace.getConfiguration(SECTION, document).get(key);
  const fallback: Settings[K] = SETTING_DEFAULTS[key];
  return isLike(fallback, value) ? value : fallback;
}

function isLike<T>(fallback: T, value: unknown): value is T {
  if (isSwitches(fallback)) return isSwitches(value) && Object.keys(fallback).every((key) => key in value);
  if (Array.isArray(fallback)) return Array.isArray(value) && value.every((item) => typeof item === "string");
  return typeof value === typeof fallback;
}

function isSwitches(value: unknown): value is Readonly<Record<string, boolean>> {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((one) => typeof one === "boolean")
  );
}

/** Changes a setting where it is set now: in the workspace if it is set there, else for the user. */
export async function changeSetting<K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(SECTION);
  const inWorkspace = configuration.inspect(key)?.workspaceValue !== undefined;
  await configuration.update(key, value, inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
}

/** Calls back after one of the settings changed. */
export function onSettingChange(keys: readonly (keyof Settings)[], changed: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (keys.some((key) => event.affectsConfiguration(`${SECTION}.${key}`))) changed();
  });
}
