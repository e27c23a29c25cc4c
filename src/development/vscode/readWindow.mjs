// @ts-nocheck: these functions run in the browser, whose types the project does without so that no pure part can lean on them.

/**
 * A piece of a line as the editor shows it, with the style it is seen in.
 * @typedef {{
 *   readonly line: number,
 *   readonly text: string,
 *   readonly color: string,
 *   readonly background: string,
 *   readonly underline: string,
 *   readonly border: string,
 *   readonly fontStyle: string,
 *   readonly before: string,
 *   readonly after: string,
 *   readonly classes: string,
 * }} StyledText
 *
 * A row of a tree as it is seen. level: 1 at the root.
 * @typedef {{ readonly level: number, readonly text: string, readonly label: string, readonly expanded: boolean | undefined, readonly selected: boolean }} TreeRow
 */

/** @returns {readonly StyledText[]} the visible text of the editor in front, line by line */
export function readStyledText() {
  const editor = document.querySelector(".editor-group-container.active .monaco-editor") ?? document.querySelector(".monaco-editor");
  const lines = [...(editor?.querySelectorAll(".view-lines > .view-line") ?? [])].filter((line) => line instanceof HTMLElement);
  const numbers = [...(editor?.querySelectorAll(".margin-view-overlays .line-numbers") ?? [])];
  const top = (element) => Math.round(element.getBoundingClientRect().top);
  lines.sort((a, b) => top(a) - top(b));
  const content = (style) => (/^(?:none|normal|)$/.test(style.content) ? "" : style.content.replace(/^"|"$/g, ""));
  return lines.flatMap((line) => {
    // Only the first row of a wrapped line has its number beside it.
    const above = numbers.filter((each) => top(each) <= top(line));
    const number = Math.max(0, ...above.map((each) => Number(each.textContent)));
    return [...line.querySelectorAll(":scope > span > span")].map((span) => {
      const style = getComputedStyle(span);
      return {
        line: number,
        text: (span.textContent ?? "").replace(/\u00a0/g, " "),
        color: style.color,
        background: style.backgroundColor,
        underline: `${style.textDecorationLine} ${style.textDecorationStyle} ${style.textDecorationColor}`,
        border: `${style.borderBottomStyle} ${style.borderBottomWidth} ${style.borderBottomColor}`,
        fontStyle: style.fontStyle,
        before: content(getComputedStyle(span, "::before")),
        after: content(getComputedStyle(span, "::after")),
        classes: span.className,
      };
    });
  });
}

/**
 * @param {string} view its title
 * @returns {readonly TreeRow[]} the view's rows on the screen
 */
export function readTreeRows(view) {
  const panes = [...document.querySelectorAll(".pane")];
  const pane = panes.find((each) => each.querySelector(".pane-header .title")?.textContent?.trim() === view);
  const rows = [...(pane?.querySelectorAll(".monaco-list-row") ?? [])];
  rows.sort((a, b) => Number(a.getAttribute("data-index")) - Number(b.getAttribute("data-index")));
  return rows.map((row) => {
    const expanded = row.getAttribute("aria-expanded");
    return {
      level: Number(row.getAttribute("aria-level")),
      text: (row.querySelector(".monaco-icon-label") ?? row).textContent?.replace(/\s+/g, " ").trim() ?? "",
      label: row.getAttribute("aria-label") ?? "",
      expanded: expanded === null ? undefined : expanded === "true",
      selected: row.classList.contains("selected"),
    };
  });
}
