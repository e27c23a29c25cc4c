import * as vscode from "vscode";

/**
 * Registers commands whose code is read when one of them is called first.
 * @param register registers all of them; the call that was made is made again then.
 */
export function registerOnFirstUse(ids: readonly string[], register: () => vscode.Disposable): vscode.Disposable {
  let registered = vscode.Disposable.from(
    ...ids.map((id) =>
      vscode.commands.registerCommand(id, (...given: unknown[]) => {
        registered.dispose();
        registered = register();
        return vscode.commands.executeCommand(id, ...given);
      }),
    ),
  );
  return new vscode.Disposable(() => registered.dispose());
}
