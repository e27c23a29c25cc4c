import { existsSync } from "node:fs";
import { runCommand } from "./runCommand.mjs";

/**
 * Makes sure that packages of Debian or Ubuntu are installed: as root it installs what is missing and says so.
 * @param {readonly string[]} names
 * @param {string} purpose what they are needed for, as the end of a sentence
 * @returns {Promise<void>}
 * @throws {Error} with the one line to run, where the packages cannot be installed from here
 */
export async function ensureSystemPackages(names, purpose) {
  if (process.platform !== "linux") return;
  if (!existsSync("/usr/bin/apt-get")) {
    throw new Error(
      `${purpose} needs what Debian calls ${names.join(", ")}. Install these with your system's package manager and run this again.`,
    );
  }
  const missing = await missingPackages(names);
  if (missing.length === 0) return;
  const line = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0) throw new Error(`${purpose} needs packages that are not installed. Run this line once: sudo ${line}`);
  console.log(`Installing with apt-get, for ${purpose}: ${missing.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const [program, ...args] = line.split(" ");
  const first = await runCommand(program, args, { env, quiet: true });
  if (first.ok) return;
  console.log("Updating apt-get's lists first: they do not have every package.");
  await runCommand("apt-get", ["update"], { env, quiet: true });
  const second = await runCommand(program, args, { env, quiet: true });
  if (!second.ok) throw new Error(`${second.output}\nThis line failed; see why, and run it: ${line}`);
}

/**
 * @param {readonly string[]} names
 * @returns {Promise<readonly string[]>} those that are not installed
 */
async function missingPackages(names) {
  const states = await Promise.all(names.map((name) => runCommand("dpkg", ["--status", name], { quiet: true })));
  return names.filter((_, i) => !(states[i].ok && /^Status: .* installed$/m.test(states[i].output)));
}
