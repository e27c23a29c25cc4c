// Everything that must hold: npm test. The last line counts all of it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { runHostSuite } from "../../test/host/runHostSuite.mjs";
import { provideCodeServer } from "./vscode/codeServer.mjs";
import { KEPT, PROJECT } from "./vscode/places.mjs";
import { runCommand } from "./vscode/runCommand.mjs";

/** @typedef {{ passed: number, failed: readonly string[] }} Count failed: the name of each */

const BIN = join(PROJECT, "node_modules", ".bin");
const RESULTS = join(KEPT, "results");

/** @type {readonly { name: string, run: () => Promise<Count> }[]} */
const SUITES = [
  { name: "Type check", run: () => check(join(BIN, "tsc"), ["--noEmit", "-p", "."]) },
  { name: "Lint", run: () => check(join(BIN, "biome"), ["check", "--error-on-warnings", "."]) },
  { name: "Unit tests", run: () => vitest("unit", []) },
  { name: "Build", run: () => check(process.execPath, ["src/development/build.mjs", "--minify"]) },
  { name: "Tests inside VS Code", run: hostSuite },
  { name: "Tests of a VS Code window", run: windowSuite },
];

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
let passed = 0;
/** @type {string[]} */
const failed = [];
for (const { name, run } of SUITES) {
  console.log(`\n== ${name}`);
  const count = await run();
  passed += count.passed;
  failed.push(...count.failed.map((test) => `${name}: ${test}`));
}
// Once more at the end: of a long run often the end alone is read.
if (failed.length > 0) console.log(`\n${failed.map((test) => `✗ ${test}`).join("\n")}`);
console.log(`\n${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

/**
 * A program whose end says all: one check, passed or failed.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<Count>}
 */
async function check(program, args) {
  const { ok } = await runCommand(program, args, { cwd: PROJECT });
  return ok ? { passed: 1, failed: [] } : { passed: 0, failed: ["see above"] };
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Promise<Count>}
 */
async function vitest(name, args) {
  const results = join(RESULTS, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const { ok } = await runCommand(join(BIN, "vitest"), ["run", ...reporters, ...args], { cwd: PROJECT });
  const { numPassedTests = 0, testResults = [] } = readResults(results);
  const failed = testResults.flatMap(({ name: file, status, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
    // A file that does not even load has no test that could fail.
    return (tests.length === 0 && status === "failed" ? ["did not load"] : tests).map((test) => `${relative(PROJECT, file)}, ${test}`);
  });
  return { passed: numPassedTests, failed: ok || failed.length > 0 ? failed : ["did not end well, see above"] };
}

/**
 * @typedef {{ name: string, status: string, assertionResults: readonly { status: string, fullName: string }[] }} FileResult
 * @param {string} path
 * @returns {{ numPassedTests?: number, testResults?: readonly FileResult[] }} nothing where vitest did not come to write it
 */
function readResults(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    console.error(error);
    return {};
  }
}

/** @returns {Promise<Count>} */
async function hostSuite() {
  try {
    const { figures, ...count } = await runHostSuite();
    writeFileSync(join(RESULTS, "figures.json"), JSON.stringify(figures, undefined, 2));
    return count;
  } catch (error) {
    return notRun(error);
  }
}

/** @returns {Promise<Count>} */
async function windowSuite() {
  try {
    await provideCodeServer();
  } catch (error) {
    return notRun(error);
  }
  return vitest("e2e", ["--config", "test/e2e/vitest.config.mjs"]);
}

/**
 * @param {unknown} error why a whole suite could not be run
 * @returns {Count}
 */
function notRun(error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(message);
  return { passed: 0, failed: [message] };
}
