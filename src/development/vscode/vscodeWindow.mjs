import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readStyledText, readTreeRows } from "./readWindow.mjs";
import { writeSettings } from "./server.mjs";

const THEMES = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  "hc-dark": "Default High Contrast",
  "hc-light": "Default High Contrast Light",
};

/**
 * One window of VS Code in a browser, driven as its user would: by keys and the mouse, read from what it shows.
 * @param {import("playwright-core").Page} page
 * @param {{ dataFolder: string, pictures: string }} folders dataFolder: the server's; pictures: where screenshots go
 */
export function vscodeWindow(page, { dataFolder, pictures }) {
  /** @type {Record<string, unknown>} */
  let settings = {};
  const input = page.locator(".quick-input-widget:visible input").first();
  const rows = page.locator(".quick-input-widget:visible .monaco-list-row");

  /** @param {string} keys as Playwright writes them: "F12", "Control+Shift+O" */
  const press = (keys) => page.keyboard.press(keys);

  /**
   * Opens a quick pick with a key and waits for the row that it puts first.
   * @param {string} keys
   * @param {string} text
   * @param {string | RegExp} wanted what the row to choose holds
   */
  const choose = async (keys, text, wanted) => {
    await press(keys);
    await input.waitFor();
    const row = rows.filter({ hasText: wanted }).first();
    // A list that was asked for before VS Code knew its files or commands stays empty until it is asked for again, or opened again.
    for (let tries = 0; tries < 20 && !(await row.isVisible()); tries++) {
      if (tries % 4 === 3) {
        await press("Escape");
        await press(keys);
        await input.waitFor();
      }
      await input.fill("");
      await input.fill(text);
      await row.waitFor({ timeout: 3000 }).catch(() => undefined);
    }
    await row.click();
  };

  /** @param {Readonly<Record<string, unknown>>} values settings for this window, in force at once, on top of those given before */
  const configure = async (values) => {
    settings = { ...settings, ...values };
    writeSettings(dataFolder, settings);
  };

  /**
   * Puts the cursor somewhere.
   * @param {number} line from 1
   * @param {number} column from 1, in UTF-16 units
   */
  const goTo = async (line, column) => {
    const ask = async () => {
      await press("Control+G");
      await input.waitFor();
      await input.fill(`:${line}:${column}`, { timeout: 3000 });
    };
    const arrived = page.locator("#status\\.editor\\.selection").filter({ hasText: new RegExp(`^Ln ${line},`) });
    // What a click before it still sets in motion may close the input again, or take Enter before the line was read: then it is asked for again.
    for (let tries = 0; tries < 5; tries++) {
      await ask().catch(ask);
      await press("Enter");
      await input.waitFor({ state: "hidden" });
      if (
        await arrived.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        )
      )
        return;
    }
    throw new Error(`The cursor does not go to line ${line}.`);
  };

  /** @param {string} title a command as the palette words it, with its category: "Source Review: Go to Entity…" */
  const command = (title) => choose("F1", `>${title}`, title);

  return {
    page,
    press,
    configure,
    goTo,
    command,

    /** @param {string} text typed at the cursor, key by key */
    type: (text) => page.keyboard.type(text),

    /**
     * Opens a file of the folder and puts the keyboard into it.
     * @param {string} name its name, without folders
     */
    async open(name) {
      await choose("Control+P", name, name);
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
      await page.locator(".editor-instance .view-line").first().waitFor();
    },

    /** @returns {Promise<string>} the cursor's place as the status bar words it: "Ln 3, Col 5" */
    cursor: async () => (await page.locator("#status\\.editor\\.selection").innerText()).trim(),

    /** @returns {Promise<string>} the name on the tab in front */
    activeFile: async () => (await page.locator(".editor-group-container.active .tab.active").getAttribute("data-resource-name")) ?? "",

    /** @returns {Promise<readonly import("./readWindow.mjs").StyledText[]>} every piece of text of the visible lines of the editor in front, in order */
    styledText: () => page.evaluate(readStyledText),

    /**
     * Waits until a piece of text in the editor has a decoration of an extension, and gives it.
     * @param {string} text all of the marked piece
     * @returns {Promise<import("./readWindow.mjs").StyledText>}
     */
    async marked(text) {
      for (let tries = 0; tries < 300; tries++) {
        const found = (await page.evaluate(readStyledText)).find(
          (piece) => piece.text === text && /TextEditorDecorationType/.test(piece.classes),
        );
        if (found) return found;
        await page.waitForTimeout(100);
      }
      throw new Error(`"${text}" is not marked in the editor.`);
    },

    /**
     * What the hover says at a place.
     * @param {number} line
     * @param {number} column
     * @returns {Promise<string>}
     */
    async hover(line, column) {
      await goTo(line, column);
      await command("Show or Focus Hover");
      const hover = page.locator(".monaco-hover:visible .hover-contents, .monaco-resizable-hover:visible .hover-contents").first();
      await hover.waitFor();
      await page.waitForTimeout(300);
      const texts = await page.locator(".monaco-hover:visible .hover-contents").allInnerTexts();
      return texts
        .join("\n")
        .replace(/\u00a0/g, " ")
        .trim();
    },

    /** @param {string} title of the view container in the activity bar: "Source Review" */
    async openContainer(title) {
      const item = page.locator(".activitybar .action-item", { has: page.locator(`.action-label[aria-label^="${title}"]`) });
      await item.waitFor();
      if (!(await item.getAttribute("class"))?.includes("checked")) await item.click();
      await page.locator(".activitybar .action-item.checked", { has: page.locator(`.action-label[aria-label^="${title}"]`) }).waitFor();
    },

    /** @param {string} view the title of a view of the open container, which is unfolded: "Topics" */
    async unfoldView(view) {
      const header = pane(page, view).locator(".pane-header");
      await header.waitFor();
      if ((await header.getAttribute("aria-expanded")) !== "true") await header.click();
    },

    /**
     * The rows of a view that are on the screen.
     * @param {string} view its title: "Entities"
     * @returns {Promise<readonly import("./readWindow.mjs").TreeRow[]>}
     */
    treeRows: (view) => page.evaluate(readTreeRows, view),

    /**
     * One row of a view, to click on.
     * @param {string} view
     * @param {string | RegExp} text what the row holds
     */
    treeRow: (view, text) => pane(page, view).locator(".monaco-list-row").filter({ hasText: text }).first(),

    /** @returns {Promise<readonly string[]>} the quick pick's rows on the screen, each as one line */
    quickPick: async () => (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, " ").trim()),

    /** @returns {Promise<readonly string[]>} the texts of the status bar */
    statusBar: async () => (await page.locator(".statusbar-item:visible").allInnerTexts()).map((text) => text.trim()).filter(Boolean),

    /** @returns {Promise<readonly string[]>} what was said to the reader. A driven VS Code shows it nowhere but in the list behind the bell. */
    async notifications() {
      const bell = page.locator("#status\\.notifications");
      const list = page.locator(".notifications-center");
      await bell.click();
      await list.waitFor();
      const said = await list.locator(".notification-list-item-message").allInnerTexts();
      await bell.click();
      await list.waitFor({ state: "hidden" });
      return said;
    },

    /** @returns {string} what the extension hosts of this window wrote to their logs */
    hostLog() {
      const logs = join(dataFolder, "data", "logs");
      const files = readdirSync(logs, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("exthost.log"));
      return files.map((name) => readFileSync(join(logs, name), "utf8")).join("");
    },

    /**
     * @param {keyof typeof THEMES} theme
     */
    async theme(theme) {
      await configure({ "workbench.colorTheme": THEMES[theme], "window.autoDetectColorScheme": false });
      const shown = { dark: "vs-dark", light: "vs", "hc-dark": "hc-black", "hc-light": "hc-light" }[theme];
      await page.locator(`.monaco-workbench.${shown}`).waitFor();
    },

    /**
     * @param {string} name of the picture, without ending
     * @returns {Promise<string>} its path
     */
    async screenshot(name) {
      mkdirSync(pictures, { recursive: true });
      const path = join(pictures, `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
  };
}

/** @typedef {ReturnType<typeof vscodeWindow>} VsCodeWindow */

/**
 * @param {import("playwright-core").Page} page
 * @param {string} view
 */
function pane(page, view) {
  return page.locator(".pane", { has: page.locator(`.pane-header .title:text-is("${view}")`) });
}
