import { ThemeIcon, window } from "vscode";
import type { SidebarState } from "./sidebarState.js";
import { VIEW_DESCRIPTIONS, type ViewName } from "./views.js";

const CLEAR = { iconPath: new ThemeIcon("clear-all"), tooltip: "Clear the Filter" };

/** Lets the reader type a filter; the tree narrows with each letter. What was typed stays when the box closes. */
export function filterByTyping(view: ViewName, state: SidebarState): void {
  const { plural, filterHint } = VIEW_DESCRIPTIONS[view];
  const input = window.createInputBox();
  input.title = `Filter the ${plural}`;
  input.placeholder = filterHint;
  input.value = state.filter(view);
  input.buttons = [CLEAR];
  input.onDidChangeValue((query) => state.setFilter(view, query));
  input.onDidTriggerButton(() => {
    input.value = "";
    state.setFilter(view, "");
  });
  input.onDidAccept(() => input.hide());
  input.onDidHide(() => input.dispose());
  input.show();
}
