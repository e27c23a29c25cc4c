import { realpath } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { type Analyzer, createAnalyzer } from "../analysis/analyze.js";
import { onOneLine } from "../analysis/oneLine.js";
import { checkDraft } from "../collection/draftCheck.js";
import { markedSpans } from "../collection/markedSpans.js";
import { SourceGatherer, type SourceIndex } from "../collection/sourceIndex.js";
import type { CheckedDraft } from "../export/sarif.js";
import type { Decision } from "../review/decision.js";
import { notIgnored } from "../review/ignoredFindings.js";
import { sha256 } from "../sha256.js";
import { CHECK_FORMATS, checkOutput } from "./checkFormats.js";
import { type Command, type ExitCode, type Streams, UsageError, writeAll } from "./command.js";
import { documentsAt } from "./givenDocuments.js";
import { decisionsOn, reviewFolder } from "./sidecars.js";

const HELP = `Usage: source-review check [--format text|json|sarif] DRAFT… --sources FOLDER

Compares each quotation in a draft with the sources, and the spelling of its names.

  DRAFT           a text or Markdown file, a folder of them, or - for standard input
  --sources       a folder of text and Markdown files, or one file; give it again for another. A draft in it is no source
  --format        text   a report to read (the default)
                  json   an array with each draft's path and findings
                  sarif  SARIF 2.1.0, one result for each finding
  -h, --help      this help

Findings: quote-altered, quote-other-speaker, quote-stitched, quote-not-found, name-spelling. An exact quotation is none.
An ellipsis, words in brackets, a changed first letter and punctuation at an end are no alteration.
What was ignored with a reason in VS Code is none either: it is read from the folder .source-review beside or above the draft.
What cannot be read is one line on standard error, and the rest is still checked; the last line there counts them.
Exit code: 0, or 1 with findings, or 3 without any where something could not be read, or 2 where the command line is wrong.
`;

const STANDARD_INPUT = "-";

type Complain = (place: string, reason: string) => void;

/** A document that was read, with the name it is reported under. */
interface ReadDocument {
  readonly path: string;
  readonly text: string;
}

export const checkCommand: Command = {
  summary: "a draft's quotations and names against its sources",
  help: HELP,
  async run(args, streams) {
    const { values, positionals } = readArguments(args);
    const format = CHECK_FORMATS.find((name) => name === values.format);
    if (format === undefined) {
      throw new UsageError(`there is no format ${JSON.stringify(values.format)}; choose ${CHECK_FORMATS.join(", ")}`);
    }
    if (positionals.length === 0) throw new UsageError("no draft given; name a DRAFT");
    if (positionals.filter((path) => path === "-").length > 1) throw new UsageError("standard input can be read once; give - once");
    const sources = values.sources ?? [];
    if (sources.length === 0) throw new UsageError("no sources given; name a folder with --sources");
    if (sources.includes("-")) throw new UsageError("sources cannot be read from standard input; name a folder with --sources");

    let failures = 0;
    const complain: Complain = (place, reason) => {
      failures++;
      streams.stderr.write(`${onOneLine(place)}: ${onOneLine(reason)}\n`);
    };
    const drafts: ReadDocument[] = [];
    for await (const draft of readableDocuments(positionals, streams, complain)) drafts.push(draft);
    const checked = drafts.length === 0 ? [] : await checkAll(drafts, sources, streams, complain);
    await writeAll([checkOutput(format, checked)], streams.stdout);
    if (failures > 0) streams.stderr.write(`${failures} could not be read; the rest was checked\n`);
    return exitCode(failures, checked);
  },
};

function exitCode(failures: number, checked: readonly CheckedDraft[]): ExitCode {
  if (checked.some(({ findings }) => findings.length > 0)) return 1;
  return failures > 0 ? 3 : 0;
}

async function checkAll(
  drafts: readonly ReadDocument[],
  sources: readonly string[],
  streams: Streams,
  complain: Complain,
): Promise<readonly CheckedDraft[]> {
  const analyzer = createAnalyzer(sha256);
  const index = await indexOf(sources, drafts, analyzer, streams, complain);
  const checked: CheckedDraft[] = [];
  for (const { path, text } of drafts) {
    const findings = orComplain(path, complain, () =>
      checkDraft(index, { text, analysis: analyzer.analyze(text, path), marked: markedSpans(text) }),
    );
    if (findings === undefined) continue;
    const decisions = findings.length === 0 || path === STANDARD_INPUT ? [] : await decisionsBeside(path, complain);
    checked.push({ path, text, findings: notIgnored(decisions, findings, text) });
  }
  return checked;
}

/** What was decided on a draft, in the nearest folder of decisions. */
async function decisionsBeside(path: string, complain: Complain): Promise<readonly Decision[]> {
  const folder = await reviewFolder(path);
  if (folder === undefined) return [];
  const { decisions, problems } = await decisionsOn(folder, relative(folder, resolve(path)).split(sep).join("/"));
  for (const { place, reason } of problems) complain(place, reason);
  return decisions;
}

/** The index of all sources but the drafts themselves, each source once. */
async function indexOf(
  sources: readonly string[],
  drafts: readonly ReadDocument[],
  analyzer: Analyzer,
  streams: Streams,
  complain: Complain,
): Promise<SourceIndex> {
  const gatherer = new SourceGatherer();
  let gathered = 0;
  const taken = new Set(await Promise.all(drafts.map(({ path }) => realPath(path))));
  for await (const { path, text } of readableDocuments(sources, streams, complain)) {
    const real = await realPath(path);
    if (taken.has(real)) continue;
    taken.add(real);
    const analysis = orComplain(path, complain, () => analyzer.analyze(text, path));
    if (analysis === undefined) continue;
    gatherer.add({ path, text, analysis });
    gathered++;
  }
  // A draft held against nothing would be wrong in each of its quotations.
  if (gathered === 0) throw new UsageError(`no source with text in ${sources.join(", ")}; name files or folders of sources`);
  return gatherer.index();
}

/** One document that breaks the engine must not cost the check of the others. */
function orComplain<T>(path: string, complain: Complain, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    complain(path, `the analysis failed (${String(error)}); please report this document's form`);
    return undefined;
  }
}

async function* readableDocuments(paths: readonly string[], { stdin }: Streams, complain: Complain): AsyncGenerator<ReadDocument> {
  for await (const given of documentsAt(paths, stdin)) {
    if (given.kind === "unusable") complain(given.place, given.reason);
    else yield { path: given.path ?? STANDARD_INPUT, text: given.text };
  }
}

/** The path without links; as it is where nothing is there, such as standard input. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return path;
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: "string", default: "text" }, sources: { type: "string", multiple: true } },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [message] = error.message.split(". ");
    throw new UsageError(message);
  }
}
