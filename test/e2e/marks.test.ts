import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type OpenedFolder, openSeeds } from "./openedSeeds.js";

let opened: OpenedFolder;
beforeAll(async () => {
  opened = await openSeeds();
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await opened.window.screenshot(`failed ${task.name}`);
});
afterAll(() => opened?.close());

test("a name of an opened document is underlined", async () => {
  await opened.window.open("01-news-report.txt");
  const mark = await opened.window.marked("Tikrit");
  expect(mark.underline).toMatch(/^underline /);
});

test.each(["light", "dark", "hc-light", "hc-dark"] as const)("a name's mark is seen in the %s theme", async (theme) => {
  await opened.window.theme(theme);
  const mark = await opened.window.marked("Tikrit");
  const [, , ...lineColor] = mark.underline.split(" ");
  expect(lineColor.join(" ")).not.toBe(mark.color);
  await opened.window.screenshot(`marks ${theme}`);
});
