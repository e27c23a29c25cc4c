import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { withLock } from "./lock.mjs";
import { KEPT } from "./places.mjs";
import { runCommand } from "./runCommand.mjs";
import { ensureSystemPackages } from "./systemPackages.mjs";

const CODE_SERVER = "4.139.1";
const NODE = "24.21.0";
const FOLDER = join(KEPT, `code-server-${CODE_SERVER}`);
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;
const NODE_FOLDER = join(FOLDER, "node_modules", NODE_PACKAGE);

/**
 * The VS Code that the npm package code-server carries, and the Node it was built for.
 * @typedef {{ readonly kind: "code-server", readonly label: string, readonly node: string, readonly server: string }} CodeServer
 */

/** @type {CodeServer} */
const CODE_SERVER_KEPT = {
  kind: "code-server",
  label: `VS Code 1.${CODE_SERVER.split(".")[1]} in the browser, through code-server ${CODE_SERVER}`,
  node: join(NODE_FOLDER, "bin", "node"),
  server: join(FOLDER, "node_modules", "code-server", "lib", "vscode", "out", "server-main.js"),
};

/** Written last: a folder without it is left over from a set-up that was interrupted. */
const READY = join(FOLDER, "ready");

/**
 * Gets code-server into the folder of fetched things, with what its build needs, unless it is there.
 * @returns {Promise<CodeServer>}
 * @throws {Error} saying what is missing and what to run
 */
export async function provideCodeServer() {
  if (existsSync(READY)) return CODE_SERVER_KEPT;
  if (process.platform === "win32") {
    throw new Error(
      "code-server cannot be built on Windows. Install Visual Studio Code, so that `code` is on the PATH, or run this in WSL.",
    );
  }
  return withLock(`${FOLDER}.lock`, async () => {
    if (!existsSync(READY)) await install();
    return CODE_SERVER_KEPT;
  });
}

async function install() {
  await ensureSystemPackages(["libkrb5-dev", "libsecret-1-dev", "libx11-dev", "libxkbfile-dev"], "the build of code-server");
  console.log(`Fetching and building code-server ${CODE_SERVER}, once; this takes two or three minutes.`);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, "package.json"), '{ "private": true }\n');
  await npmInstall(`${NODE_PACKAGE}@${NODE}`, outsideNpm());
  // Node 24 builds and runs code-server's native modules. code-server's packages need their install scripts, which newer versions of npm ask about.
  await npmInstall(`code-server@${CODE_SERVER}`, {
    ...outsideNpm(),
    PATH: `${join(NODE_FOLDER, "bin")}${delimiter}${process.env.PATH}`,
    npm_config_nodedir: NODE_FOLDER,
    npm_config_dangerously_allow_all_scripts: "true",
    npm_config_ignore_scripts: "false",
  });
  const { ok, output } = await runCommand(CODE_SERVER_KEPT.node, [CODE_SERVER_KEPT.server, "--version"], { quiet: true });
  if (!ok) throw new Error(`code-server was installed but does not start:\n${output}`);
  writeFileSync(READY, "");
}

/**
 * @param {string} wanted
 * @param {NodeJS.ProcessEnv} env
 */
async function npmInstall(wanted, env) {
  const args = ["install", "--prefix", FOLDER, "--save-exact", "--no-audit", "--no-fund", "--include=optional", wanted];
  const { ok, output } = await runCommand("npm", args, { cwd: FOLDER, env, quiet: true });
  if (!ok) throw new Error(`npm could not install ${wanted}. It needs the npm registry, python3, make and g++.\n${output}`);
}

/**
 * The environment without what an npm that runs this leaves in it: code-server reads from it which Node it is built by.
 * @returns {NodeJS.ProcessEnv}
 */
function outsideNpm() {
  const left =
    /^(?:npm_(?:package|lifecycle)_.*|npm_config_(?:user_agent|prefix|local_prefix|global_prefix|npm_version)|npm_(?:node_)?execpath|npm_command)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !left.test(name)));
}
