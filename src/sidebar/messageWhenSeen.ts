import type { Disposable, TreeView } from "vscode";

/**
 * Says a view's message once more when the view is seen: VS Code gives the rows of a view that had a message before it was first seen no height
 * for two seconds, or until the message is said again.
 */
export function messageWhenSeen(view: TreeView<unknown>): Disposable {
  return view.onDidChangeVisibility(({ visible }) => {
    const { message } = view;
    if (visible && message) view.message = message;
  });
}
