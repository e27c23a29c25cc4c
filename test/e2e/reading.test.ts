import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type OpenedFolder, openSeeds } from "./openedSeeds.js";

let opened: OpenedFolder;
beforeAll(async () => {
  opened = await openSeeds();
  await opened.window.open("01-news-report.txt");
  await opened.window.marked("Tikrit");
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await opened.window.screenshot(`failed ${task.name}`);
});
afterAll(() => opened?.close());

/** Asks again until the answer is as wanted, or time is over: a window shows things when it gets to them. */
function soon(ask: () => Promise<unknown>) {
  return expect.poll(ask, { timeout: 20_000, interval: 100 });
}

test("the sidebar lists entities by type, quotations by speaker, and the declared topics", async () => {
  const { window } = opened;
  await window.openContainer("Source Review");
  const labels = async (view: string) => (await window.treeRows(view)).map(({ label }) => label);
  await soon(() => labels("Entities")).toContainEqual(expect.stringMatching(/^Nouri al-Maliki, person, \d+ mentions/));
  await soon(() => labels("Quotations")).toContainEqual(expect.stringMatching(/^Khalid al-Attiyah, \d+ quotations/));
  await soon(() => labels("Topics")).toContainEqual(expect.stringMatching(/^mosul, topic, place/));
});

test("a click on a quotation in the sidebar goes to its words", async () => {
  const { window } = opened;
  await window.treeRow("Quotations", /The parliament failed to hold/).click();
  await soon(() => window.cursor()).toMatch(/^Ln 21, /);
});

test("a hover tells who a name is", async () => {
  const { window } = opened;
  const said = await window.hover(3, 60);
  for (const part of ["Nouri al-Maliki · Person", "Prime Minister", " mentions"]) expect(said).toContain(part);
  await window.press("Escape");
});

test("a quotation has its speaker behind it", async () => {
  const { window } = opened;
  await window.goTo(21, 1);
  await soon(async () => (await window.styledText()).filter(({ line }) => line === 21).map(({ text }) => text)).toContain(
    "— Khalid al-Attiyah",
  );
});

test("F12 on a short name goes to the full one", async () => {
  const { window } = opened;
  await window.goTo(23, 3);
  await window.press("F12");
  await soon(() => window.cursor()).toBe("Ln 21, Col 1");
});

test("Go to Entity lists what was found, and Escape leaves the cursor where it was", async () => {
  const { window } = opened;
  await window.goTo(1, 1);
  await window.command("Source Review: Go to Entity");
  await soon(() => window.quickPick()).toContainEqual(expect.stringMatching(/^Tikrit/));
  await window.press("ArrowDown");
  await window.press("Escape");
  await soon(() => window.cursor()).toBe("Ln 1, Col 1");
});

test("marks follow the words while one types above them", async () => {
  const { window } = opened;
  await window.goTo(1, 1);
  await window.press("Enter");
  await window.type("Late on Friday. ");
  await soon(async () => (await window.styledText()).find(({ text }) => text === "Tikrit")?.classes).toMatch(/TextEditorDecorationType/);
  await soon(async () => (await window.styledText()).find(({ text }) => text === "Tikrit")?.line).toBe(4);
  await window.press("Control+Z");
});

test("names are hidden and shown again", async () => {
  const { window } = opened;
  await window.goTo(1, 1);
  const marked = async () =>
    (await window.styledText()).some(({ text, underline }) => text === "Tikrit" && underline.startsWith("underline"));
  await window.command("Source Review: Hide Names");
  await soon(marked).toBe(false);
  await window.command("Source Review: Show Names");
  await soon(marked).toBe(true);
});
