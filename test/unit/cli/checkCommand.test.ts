import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EMPTY_JOURNAL, printJournal, withDecisions } from "../../../src/review/journal.js";
import { SOURCES } from "../collection/texts.js";
import { on, reviewer } from "../review/decisionFixtures.js";
import { runInMemory, utf8 } from "./runInMemory.js";

const ALTERED = "“We will close the harbour before the winter,” Ingrid Solheim said.";
const EXACT = "“We will not close the harbour before the winter,” Ingrid Solheim said.";

describe("the check command", () => {
  let folder = "";
  let sources = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "check-"));
    sources = join(folder, "sources");
    await mkdir(sources);
    for (const [name, text] of Object.entries(SOURCES)) await writeFile(join(sources, name), text);
    await writeFile(join(sources, "draft.md"), ALTERED);
    await writeFile(join(folder, "exact.md"), EXACT);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is silent with exit code 0 where nothing is found", async () => {
    expect(await runInMemory(["check", join(folder, "exact.md"), "--sources", sources])).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("reports findings with exit code 1 and does not take the draft for a source of its own", async () => {
    const { exitCode, stdout, stderr } = await runInMemory(["check", join(sources, "draft.md"), "--sources", sources]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toMatch(/draft\.md:1: quote-altered: The draft leaves out “not”/);
  });

  it("writes JSON and SARIF", async () => {
    const json = await runInMemory(["check", "--format", "json", join(sources, "draft.md"), "--sources", sources]);
    expect(JSON.parse(json.stdout)).toMatchObject([{ findings: [{ rule: "quote-altered", start: 0 }] }]);
    const sarif = await runInMemory(["check", "--format", "sarif", "-", "--sources", sources], utf8(ALTERED.replace("close", "open")));
    expect(JSON.parse(sarif.stdout)).toMatchObject({ version: "2.1.0", runs: [{ results: [{ ruleId: "quote-altered" }] }] });
  });

  it("leaves out what was ignored beside the draft, until its words change", async () => {
    const OPENED = EXACT.replace("close", "open");
    const newsroom = join(folder, "newsroom");
    const draft = join(newsroom, "stories", "harbour.md");
    const kept = join(newsroom, ".source-review", "documents", "stories", "harbour.md.jsonl");
    await mkdir(join(kept, ".."), { recursive: true });
    await mkdir(join(draft, ".."), { recursive: true });
    await writeFile(draft, OPENED);
    const target = on(OPENED, OPENED.slice(0, OPENED.indexOf("”") + 1), "selection");
    const ignored = reviewer("Ada", "stories/harbour.md").here({ kind: "ignore-finding", target, rule: "quote-altered", reason: "A pun." });
    const check = () => runInMemory(["check", draft, "--sources", sources]);
    expect(await check()).toMatchObject({ exitCode: 1, stderr: "" });
    await writeFile(kept, printJournal(withDecisions(EMPTY_JOURNAL, ignored)));
    expect(await check()).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    await writeFile(draft, OPENED.replace("winter", "summer"));
    expect(await check()).toMatchObject({ exitCode: 1, stderr: "" });
    await writeFile(draft, OPENED);
    await writeFile(kept, "no decision\n");
    expect(await check()).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/harbour\.md\.jsonl: one line is no decision\n1 could not be read; the rest was checked\n$/),
    });
  });

  it("says in one line what cannot be read and checks the rest", async () => {
    const { exitCode, stdout, stderr } = await runInMemory([
      "check",
      join(folder, "none.md"),
      join(folder, "exact.md"),
      "--sources",
      sources,
    ]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toMatch(/^[^\n]*none\.md: there is no such file[^\n]*\n1 could not be read; the rest was checked\n$/);
    const altered = join(sources, "draft.md");
    expect(await runInMemory(["check", join(folder, "none.md"), altered, "--sources", sources])).toMatchObject({ exitCode: 1 });
  });

  it("holds a draft against nothing where no source has text, and says so", async () => {
    const empty = join(folder, "empty");
    await mkdir(empty, { recursive: true });
    for (const place of [empty, join(folder, "nowhere")]) {
      const { exitCode, stdout, stderr } = await runInMemory(["check", join(folder, "exact.md"), "--sources", place]);
      expect([exitCode, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(`no source with text in ${place}`);
    }
  });

  it.each([
    [["check"], "no draft given"],
    [["check", "a.md"], "no sources given"],
    [["check", "a.md", "--sources", "-"], "cannot be read from standard input"],
    [["check", "a.md", "--sources", "x", "--format", "ndjson"], 'no format "ndjson"'],
    [["check", "-", "-", "--sources", "x"], "give - once"],
  ])("answers %j with what is wrong and exit code 2", async (args, complaint) => {
    const { exitCode, stderr } = await runInMemory(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(complaint);
  });
});
