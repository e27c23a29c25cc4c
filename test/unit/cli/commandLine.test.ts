import { describe, expect, it } from "vitest";
import { version } from "../../../package.json";
import { runInMemory } from "./runInMemory.js";

describe("the command line", () => {
  it("prints the version and the help on standard output", async () => {
    expect(await runInMemory(["--version"])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: "" });
    const help = await runInMemory(["--help"]);
    expect(help).toMatchObject({ exitCode: 0, stderr: "" });
    expect(help.stdout).toContain("analyze");
  });

  it("prints a command's help, asked for either way, but not behind --", async () => {
    const help = await runInMemory(["analyze", "--help"]);
    expect(help.stdout).toContain("--ndjson-in");
    expect(await runInMemory(["help", "analyze"])).toEqual(help);
    expect((await runInMemory(["analyze", "--", "--help"])).stderr).toMatch(/^--help: there is no such file/);
  });

  it.each([
    [[], "no command given"],
    [["analyse"], 'no command "analyse"'],
    [["analyze"], "no document given"],
    [["analyze", "--formt", "json", "a.txt"], "--formt"],
    [["analyze", "--format", "xml", "a.txt"], 'no format "xml"'],
    [["analyze", "--format"], "--format"],
    [["analyze", "--ndjson-in", "a.txt"], "takes no FILE"],
    [["analyze", "-", "-"], "give - once"],
  ])("answers %j with what is wrong, the usage and exit code 2", async (args, complaint) => {
    const { exitCode, stdout, stderr } = await runInMemory(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(complaint);
    expect(stderr).toContain("Usage: source-review");
  });
});
