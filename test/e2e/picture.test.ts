import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PROJECT } from "../../src/development/vscode/places.mjs";
import { type OpenedFolder, openSeeds } from "./openedSeeds.js";

/** Share of the pixels that may differ, by a blinking cursor or a font's edges, before the picture counts as changed. */
const TOLERANCE = 0.01;

let opened: OpenedFolder;
beforeAll(async () => {
  opened = await openSeeds();
});
afterAll(() => opened?.close());

test("the README's picture shows the window as it is", async () => {
  const { window } = opened;
  await window.theme("dark");
  await window.open("01-news-report.txt");
  await window.marked("Tikrit");
  await window.openContainer("Source Review");
  await window.unfoldView("Entities");
  await window.treeRow("Entities", /Maliki/).click();
  await window.goTo(1, 1);
  await window.page.waitForTimeout(1000);

  const path = join(PROJECT, "media", "review.png");
  const now = await window.page.screenshot();
  if (!existsSync(path) || (await differing(window.page, now, readFileSync(path))) > TOLERANCE) writeFileSync(path, now);
  expect(await differing(window.page, now, readFileSync(path))).toBeLessThanOrEqual(TOLERANCE);
});

/** The share of pixels that two pictures differ in; all of them where their sizes differ. */
async function differing(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return page.evaluate(
    comparePictures,
    [a, b].map((picture) => picture.toString("base64")),
  );
}

/** Runs in the browser. */
async function comparePictures(pictures: readonly string[]): Promise<number> {
  interface Bitmap {
    readonly width: number;
    readonly height: number;
  }
  interface Browser {
    createImageBitmap(blob: Blob): Promise<Bitmap>;
    readonly OffscreenCanvas: new (
      width: number,
      height: number,
    ) => {
      getContext(kind: "2d"): {
        drawImage(bitmap: Bitmap, x: number, y: number): void;
        getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
      };
    };
  }
  const { createImageBitmap, OffscreenCanvas } = globalThis as unknown as Browser;
  const [a, b] = await Promise.all(
    pictures.map(async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context.drawImage(bitmap, 0, 0);
      return { width: bitmap.width, data: context.getImageData(0, 0, bitmap.width, bitmap.height).data };
    }),
  );
  if (a.width !== b.width || a.data.length !== b.data.length) return 1;
  let different = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    if (a.data[i] !== b.data[i] || a.data[i + 1] !== b.data[i + 1] || a.data[i + 2] !== b.data[i + 2]) different++;
  }
  return (different * 4) / a.data.length;
}
