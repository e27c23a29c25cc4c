import { spawn } from "node:child_process";

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] quiet: nothing of its output is shown
 * @returns {Promise<{ ok: boolean, output: string }>} ok: it started and ended with code 0; output: the last of what it wrote
 */
export function runCommand(program, args, { cwd, env, quiet = false } = {}) {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(program, args, { cwd, env: env ?? process.env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (/** @type {string} */ text) => {
        output = (output + text).slice(-20_000);
        if (!quiet) process.stdout.write(text);
      });
    }
    child.on("error", (error) => resolve({ ok: false, output: error.message }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}
