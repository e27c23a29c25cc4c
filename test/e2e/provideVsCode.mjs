import { provideCodeServer } from "../../src/development/vscode/codeServer.mjs";

/** Done once before the first test: VS Code is on this machine. */
export async function setup() {
  const { label } = await provideCodeServer();
  console.log(`In ${label}.`);
}
