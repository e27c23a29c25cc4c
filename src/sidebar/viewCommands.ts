import { commands, type Disposable, type QuickPickItem, window } from "vscode";
import { SIDEBAR_COMMANDS } from "../contributions.js";
import { filterByTyping } from "./filterInput.js";
import { ORDERS, type Order } from "./model/listing.js";
import type { SidebarState } from "./sidebarState.js";
import { VIEW_DESCRIPTIONS, VIEWS } from "./views.js";

/** Registers what the titles of the views offer: filters, order, scope and following the cursor. */
export function registerViewCommands(state: SidebarState): readonly Disposable[] {
  const register = (command: string, run: () => Promise<void> | void) => commands.registerCommand(command, run);
  return [
    ...VIEWS.flatMap((view) => [
      register(VIEW_DESCRIPTIONS[view].filterCommand, () => filterByTyping(view, state)),
      register(VIEW_DESCRIPTIONS[view].clearFilterCommand, () => state.setFilter(view, "")),
    ]),
    register(SIDEBAR_COMMANDS.sort, () => chooseOrder(state)),
    register(SIDEBAR_COMMANDS.listOpenDocuments, () => state.setScope("open")),
    register(SIDEBAR_COMMANDS.listAllDocuments, () => state.setScope("all")),
    register(SIDEBAR_COMMANDS.listFrontDocument, () => state.setScope("front")),
    register(SIDEBAR_COMMANDS.followCursor, () => state.setFollow(true)),
    register(SIDEBAR_COMMANDS.stopFollowing, () => state.setFollow(false)),
    register(SIDEBAR_COMMANDS.showIndirect, () => state.setIndirect(true)),
    register(SIDEBAR_COMMANDS.hideIndirect, () => state.setIndirect(false)),
    register(SIDEBAR_COMMANDS.onlyUncertain, () => state.setUncertainOnly(true)),
    register(SIDEBAR_COMMANDS.allSpeakers, () => state.setUncertainOnly(false)),
  ];
}

interface OrderItem extends QuickPickItem {
  readonly order: Order;
}

const ORDER_ITEMS: Readonly<Record<Order, { readonly label: string; readonly icon: string; readonly description: string }>> = {
  count: { label: "By Count", icon: "list-ordered", description: "the most mentioned, and who says most, first" },
  appearance: { label: "By First Appearance", icon: "list-selection", description: "in the order of the text" },
  name: { label: "By Name", icon: "case-sensitive", description: "in alphabetical order" },
};

async function chooseOrder(state: SidebarState): Promise<void> {
  const items = ORDERS.map((order): OrderItem => {
    const { label, icon, description } = ORDER_ITEMS[order];
    return { order, label: `$(${icon}) ${label}`, description: order === state.order ? `${description} (now)` : description };
  });
  const chosen = await window.showQuickPick(items, { title: "Sort the Sidebar", placeHolder: "Order of the entries" });
  if (chosen) await state.setOrder(chosen.order);
}
