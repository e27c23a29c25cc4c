import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder. */
export const PROJECT = resolve(fileURLToPath(new URL("../../..", import.meta.url)));

/** Where everything that is fetched is kept; git ignores it. */
export const KEPT = join(PROJECT, ".vscode-test");
