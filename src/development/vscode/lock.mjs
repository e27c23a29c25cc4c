import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Does a job that two runs of this project must not do at the same time. The lock of a run that was killed is taken over.
 * @template T
 * @param {string} path a file that stands for the job
 * @param {() => Promise<T>} job
 * @returns {Promise<T>}
 */
export async function withLock(path, job) {
  mkdirSync(dirname(path), { recursive: true });
  for (let said = false; !claim(path); said = true) {
    if (!said) console.log(`Waiting for another run that is doing the same set-up (${path}).`);
    await wait(500);
  }
  try {
    return await job();
  } finally {
    rmSync(path, { force: true });
  }
}

/** @param {string} path */
function claim(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const owner = Number(readFileSync(path, { encoding: "utf8", flag: "a+" }));
  if (owner > 0 && !isRunning(owner)) rmSync(path, { force: true });
  return false;
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
