import { version } from "../../package.json";
import { analyzeCommand } from "./analyzeCommand.js";
import { checkCommand } from "./checkCommand.js";
import { type Command, type ExitCode, OutputError, type Streams, UsageError, writeAll } from "./command.js";
import { exportCommand } from "./exportCommand.js";

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["analyze", analyzeCommand],
  ["export", exportCommand],
  ["check", checkCommand],
]);

/**
 * Runs the program on its arguments, without the names of Node and of the script.
 * @returns the exit code; what went wrong has been said on standard error.
 */
export async function runCommandLine(args: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    const answer = plainAnswer(args);
    if (answer === undefined) return await runCommand(args, streams);
    await writeAll([answer], streams.stdout);
    return 0;
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    streams.stderr.write(`standard output: it cannot be written (${error.message})\n`);
    return 1;
  }
}

/** The help or the version, where the arguments ask for them. */
function plainAnswer([name, ...rest]: readonly string[]): string | undefined {
  if (name === "--version" || name === "-v") return `${version}\n`;
  if (name === "--help" || name === "-h" || name === "help") return COMMANDS.get(rest[0])?.help ?? overview();
  return name !== undefined && asksForHelp(rest) ? COMMANDS.get(name)?.help : undefined;
}

async function runCommand([name, ...rest]: readonly string[], streams: Streams): Promise<ExitCode> {
  const command = name === undefined ? undefined : COMMANDS.get(name);
  if (command === undefined) {
    const complaint = name === undefined ? "no command given" : `there is no command ${JSON.stringify(name)}`;
    streams.stderr.write(`source-review: ${complaint}\n\n${overview()}`);
    return 2;
  }
  try {
    return await command.run(rest, streams);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.stderr.write(`source-review ${name}: ${error.message}\n\n${usageLines(command)}See: source-review ${name} --help\n`);
    return 2;
  }
}

function overview(): string {
  const commands = [...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}\n`).join("");
  return `Usage: source-review COMMAND [OPTION…] [ARGUMENT…]\n\nCommands:\n${commands}\nsource-review COMMAND --help tells more; --version prints the version.\n`;
}

/** The first paragraph of a command's help: how it is called. */
function usageLines({ help }: Command): string {
  return help.slice(0, help.indexOf("\n\n") + 2);
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}
