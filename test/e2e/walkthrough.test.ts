import { afterAll, beforeAll, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { type OpenedFolder, openSeeds } from "./openedSeeds.js";

const [walkthrough] = manifest.contributes.walkthroughs;

let opened: OpenedFolder;
beforeAll(async () => {
  opened = await openSeeds();
});
afterAll(() => opened?.close());

test("nothing opens unasked: no page, no walkthrough, no notice", async () => {
  const { window } = opened;
  await window.page.waitForTimeout(3000);
  expect(await window.page.locator(".tab").count()).toBe(0);
  expect(await window.notifications()).toEqual([]);
});

test("the walkthrough opens, its buttons work in the document beside it, and its steps are ticked off", async () => {
  const { window } = opened;
  const { page } = window;
  await window.open("01-news-report.txt");
  await window.marked("Tikrit");
  await window.goTo(2, 1);
  await window.command("View: Split Editor Right");
  await window.command("Welcome: Open Walkthrough...");
  await page.locator(".quick-input-widget:visible .monaco-list-row").filter({ hasText: walkthrough.title }).first().click();

  const step = (title: string) => page.locator(".getting-started-step").filter({ hasText: title });
  const shown = walkthrough.steps.filter((each) => !("when" in each) || each.when === "workbenchState != empty");
  await step(shown[0].title).waitFor();
  expect(await page.locator(".getting-started-step").count()).toBe(shown.length);

  // With the walkthrough in front, the button works in the text beside it.
  await step("Read the marks").click();
  await page.locator(".getting-started-step.expanded").getByRole("button", { name: "Next Name" }).click();
  await step("Read the marks").locator(".codicon-getting-started-step-checked.complete").waitFor();
  await page.locator(".editor-group-container").first().locator(".line-numbers.active-line-number:text-is('3')").waitFor();

  await step("Go to each place").click();
  await page.locator(".getting-started-step.expanded").getByRole("button", { name: "Show the Sidebar" }).click();
  await window.treeRow("Entities", /Maliki/).waitFor();
  await step("Go to each place").locator(".codicon-getting-started-step-checked.complete").waitFor();
});

test("the example opens beside the walkthrough, under review and not to be written to", async () => {
  const { window } = opened;
  const { page } = window;
  await page.locator(".getting-started-step").filter({ hasText: "Put documents under review" }).click();
  await page.locator(".getting-started-step.expanded").getByRole("button", { name: "Open an Example" }).click();
  const tab = page.locator('.tab[data-resource-name="example.txt"]');
  await tab.click();
  expect((await window.marked("Clara Nystrom")).underline).toMatch(/^underline /);
  await window.treeRow("Entities", /Ines Varga/).waitFor();
  await window.type("x");
  await page.waitForTimeout(500);
  expect(await tab.getAttribute("class")).not.toContain("dirty");
  expect(await page.locator(".editor-instance .view-line").filter({ hasText: "xCouncil" }).count()).toBe(0);
  await window.press("Control+w");
});

test("its pictures are drawn in the theme's colours in every theme", async () => {
  const { window } = opened;
  const { page } = window;
  await page.locator(".getting-started-step").filter({ hasText: "Read the marks" }).click();
  const picture = page.frameLocator("iframe.webview").last().frameLocator("#active-frame").locator("svg");
  const colors = new Set<string>();
  for (const theme of ["dark", "light", "hc-dark", "hc-light"] as const) {
    await window.theme(theme);
    await page.waitForTimeout(1000);
    const [underline, text] = await picture.evaluate(readColors);
    expect(underline).not.toBe("none");
    expect(text).not.toBe(underline);
    colors.add(`${underline} ${text}`);
    await window.screenshot(`walkthrough-${theme}`);
  }
  expect(colors.size).toBe(4);
});

/** Runs in the browser: the colours of the picture's first underline and of its first words. */
function readColors(svg: unknown): readonly string[] {
  interface Drawn {
    querySelector(selector: string): Drawn;
  }
  const { getComputedStyle } = globalThis as unknown as {
    getComputedStyle(drawn: Drawn): { readonly stroke: string; readonly fill: string };
  };
  const drawn = svg as Drawn;
  return [getComputedStyle(drawn.querySelector("path")).stroke, getComputedStyle(drawn.querySelector("text")).fill];
}
