import { appendFileSync } from "node:fs";

/** What the suite tells its runner, one JSON line for each; the runner outside of VS Code reads them as they come. */
export type Report =
  | { readonly kind: "started"; readonly name: string }
  | { readonly kind: "passed"; readonly name: string; readonly ms: number }
  | { readonly kind: "failed"; readonly name: string; readonly reason: string }
  | { readonly kind: "figure"; readonly name: string; readonly value: number; readonly unit: string }
  | { readonly kind: "ended" };

const PATIENCE_MS = 180_000;

const cases: { readonly name: string; readonly body: () => Promise<void> | void }[] = [];

/**
 * Adds a test to the suite that runs inside VS Code's extension host.
 * @param name what holds when it passes
 * @param body fails by throwing, as `node:assert` does
 */
export function test(name: string, body: () => Promise<void> | void): void {
  cases.push({ name, body });
}

/** Hands a measured figure to the runner, which prints it and keeps it; no test fails by a figure. */
export function figure(name: string, value: number, unit: string): void {
  report({ kind: "figure", name, value, unit });
}

/** Runs every test, one after the other; VS Code calls it. */
export async function run(): Promise<void> {
  for (const { name, body } of cases) {
    report({ kind: "started", name });
    const start = performance.now();
    try {
      await inTime(body);
      report({ kind: "passed", name, ms: performance.now() - start });
    } catch (error) {
      report({ kind: "failed", name, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  report({ kind: "ended" });
}

async function inTime(body: () => Promise<void> | void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done after ${PATIENCE_MS / 1000} s.`)), PATIENCE_MS);
  });
  try {
    await Promise.race([body(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function report(line: Report): void {
  const path = process.env.SOURCE_REVIEW_REPORTS;
  if (path === undefined) throw new Error("SOURCE_REVIEW_REPORTS does not name the file to report to.");
  appendFileSync(path, `${JSON.stringify(line)}\n`);
}
