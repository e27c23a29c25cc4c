import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "../../../src/development/vscode/lock.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "source-review-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("withLock", () => {
  it("lets one job end before the next begins", async () => {
    const path = join(folder, "lock");
    const steps: string[] = [];
    const job = (name: string) => async () => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      steps.push(`${name} ends`);
    };
    await Promise.all([withLock(path, job("first")), withLock(path, job("second"))]);
    expect(steps).toEqual(["first begins", "first ends", "second begins", "second ends"]);
  });

  it("gives the lock back when the job fails", async () => {
    const path = join(folder, "lock");
    await expect(withLock(path, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(existsSync(path)).toBe(false);
  });

  it("takes over the lock of a process that is gone", async () => {
    const path = join(folder, "lock");
    writeFileSync(path, "999999999");
    expect(await withLock(path, async () => "done")).toBe("done");
  });
});
