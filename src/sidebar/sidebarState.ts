import { commands, type Disposable, EventEmitter, type Memento } from "vscode";
import { SIDEBAR_CONTEXT_KEYS, type SidebarContextKey } from "../contributions.js";
import { changeSetting, onSettingChange, setting } from "../editor/settings.js";
import { ORDERS, type Order } from "./model/listing.js";
import { SCOPES, type Scope } from "./model/situation.js";
import { VIEW_DESCRIPTIONS, VIEWS, type ViewName } from "./views.js";

const INDIRECT_LISTED = "sidebar.indirectListed";

/**
 * How the reader wants the trees. Scope, order and following are settings; which quotations are listed is kept for the
 * workspace; what is typed to filter is not kept. The menus know them as settings and context keys.
 */
export class SidebarState implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #filters = new Map<ViewName, string>();
  readonly #keys = new Map<SidebarContextKey, string | boolean>();
  readonly #settings: Disposable;
  #uncertainOnly = false;

  /** Fires after every change. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly memento: Memento) {
    this.#settings = onSettingChange(["sidebar.scope", "sidebar.sort", "sidebar.followCursor"], () => this.#changed.fire());
    this.#tellMenus();
  }

  get scope(): Scope {
    return SCOPES.find((scope) => scope === setting("sidebar.scope")) ?? "front";
  }

  async setScope(scope: Scope): Promise<void> {
    await changeSetting("sidebar.scope", scope);
  }

  get order(): Order {
    return ORDERS.find((order) => order === setting("sidebar.sort")) ?? "count";
  }

  async setOrder(order: Order): Promise<void> {
    await changeSetting("sidebar.sort", order);
  }

  /** Whether the trees show what the cursor is on. */
  get follow(): boolean {
    return setting("sidebar.followCursor");
  }

  async setFollow(follow: boolean): Promise<void> {
    await changeSetting("sidebar.followCursor", follow);
  }

  /** Whether indirect quotations are listed. */
  get indirect(): boolean {
    return this.memento.get(INDIRECT_LISTED) !== false;
  }

  async setIndirect(indirect: boolean): Promise<void> {
    await this.memento.update(INDIRECT_LISTED, indirect);
    this.#tell();
  }

  get uncertainOnly(): boolean {
    return this.#uncertainOnly;
  }

  setUncertainOnly(uncertainOnly: boolean): void {
    this.#uncertainOnly = uncertainOnly;
    this.#tell();
  }

  filter(view: ViewName): string {
    return this.#filters.get(view) ?? "";
  }

  setFilter(view: ViewName, query: string): void {
    if (query === this.filter(view)) return;
    this.#filters.set(view, query);
    this.#tell();
  }

  /** Tells the menus, if it is not what they know already. */
  setContext(key: SidebarContextKey, value: string | boolean): void {
    if (this.#keys.get(key) === value) return;
    this.#keys.set(key, value);
    void commands.executeCommand("setContext", key, value);
  }

  dispose(): void {
    this.#settings.dispose();
    this.#changed.dispose();
  }

  #tell(): void {
    this.#tellMenus();
    this.#changed.fire();
  }

  #tellMenus(): void {
    this.setContext(SIDEBAR_CONTEXT_KEYS.indirectListed, this.indirect);
    this.setContext(SIDEBAR_CONTEXT_KEYS.uncertainOnly, this.uncertainOnly);
    for (const view of VIEWS) this.setContext(VIEW_DESCRIPTIONS[view].filteredKey, this.filter(view).trim() !== "");
  }
}
