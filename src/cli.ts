import "./cli/compilerFlags.js";
import { runCommandLine } from "./cli/commandLine.js";

process.stderr.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

void runCommandLine(process.argv.slice(2), process).then((exitCode) => {
  process.exitCode = exitCode;
});
