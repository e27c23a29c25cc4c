import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { createAnalyzer } from "../analysis/analyze.js";
import { onOneLine } from "../analysis/oneLine.js";
import { type ExportedDocument, type ExportedFile, exportedDocument } from "../export/exportedDocument.js";
import { EXPORT_FORMATS, type ExportFormat, exportedFiles, relativeIri } from "../export/exports.js";
import { documentIri } from "../review/documentPath.js";
import { sha256 } from "../sha256.js";
import { type Command, type ExitCode, OutputError, type Streams, UsageError, writeAll } from "./command.js";
import { documentsAt } from "./givenDocuments.js";
import { decisionsOn, reviewFolder } from "./sidecars.js";

const HELP = `Usage: source-review export [--format markdown|csv|json|w3c|brat|webanno] [--output FOLDER] [--name NAME] FILE|FOLDER …

Writes what was found in documents and what reviewers decided on it, read from the folder .source-review beside or above each document.

  FILE            a text in UTF-8, or in UTF-16 with a byte order mark
  FOLDER          its text and Markdown files (.txt .text .md .markdown), with the folders in it
  --format        markdown  a report to read (the default)
                  csv       a row for each mention and quotation
                  json      the reviewed analyses
                  w3c       W3C Web Annotations in JSON-LD
                  brat      .txt and .ann for each document; needs --output
                  webanno   WebAnno TSV 3.3 for each document; needs --output
  --output        the folder to write to, made where it is missing; without it the one file goes to standard output
  --name          the name of the one file, without its ending (review)
  -h, --help      this help

What cannot be read is one line on standard error, and the rest is still exported. A document that is exported is never written to.
Exit code: 0, or 1 where something could not be read or written, or 2 where the command line is wrong.
`;

export const exportCommand: Command = {
  summary: "what reviewers decided, as a report or for other programs",
  help: HELP,
  async run(args, streams) {
    const { values, positionals } = readArguments(args);
    const format = EXPORT_FORMATS.find((one) => one === values.format);
    if (format === undefined) {
      throw new UsageError(`there is no format ${JSON.stringify(values.format)}; choose ${EXPORT_FORMATS.join(", ")}`);
    }
    if (positionals.length === 0) throw new UsageError("no document given; name a FILE or a FOLDER");
    if (positionals.includes("-")) throw new UsageError("standard input has no decisions beside it; name a FILE or a FOLDER");
    if (values.output === undefined && (format === "brat" || format === "webanno")) {
      throw new UsageError(`${format} writes files for each document; name a folder with --output`);
    }
    if (/[/\\]|^\.\.?$/.test(values.name)) throw new UsageError("--name is the name of a file, not a path");
    return exportAll(positionals, format, values.output, values.name, streams);
  },
};

async function exportAll(
  paths: readonly string[],
  format: ExportFormat,
  output: string | undefined,
  name: string,
  streams: Streams,
): Promise<ExitCode> {
  let failed = false;
  const complain = (place: string, reason: string): void => {
    failed = true;
    streams.stderr.write(`${onOneLine(place)}: ${onOneLine(reason)}\n`);
  };
  const analyzer = createAnalyzer(sha256);
  const documents: ExportedDocument[] = [];
  const sources = new Map<string, string>();
  for await (const given of documentsAt(paths, streams.stdin)) {
    if (given.kind === "unusable" || given.path === undefined) {
      complain(given.kind === "unusable" ? given.place : "standard input", given.kind === "unusable" ? given.reason : "it has no path");
      continue;
    }
    const folder = await reviewFolder(given.path);
    const path = folder === undefined ? given.path : withSlashes(relative(folder, resolve(given.path)));
    sources.set(path, resolve(given.path));
    const { decisions, problems } = folder === undefined ? { decisions: [], problems: [] } : await decisionsOn(folder, path);
    for (const problem of problems) complain(problem.place, problem.reason);
    documents.push(exportedDocument(path, given.text, analyzer.analyze(given.text, path), decisions));
  }
  const report = output === undefined ? undefined : resolve(output, name);
  const addressOf = (path: string) => {
    const source = sources.get(path);
    return report === undefined || source === undefined ? documentIri(path) : relativeIri(withSlashes(report), withSlashes(source));
  };
  const files = exportedFiles(format, documents, name, addressOf);
  if (output === undefined)
    await writeAll(
      files.map(({ text }) => text),
      streams.stdout,
    );
  else await writeFiles(output, files, new Set(sources.values()));
  return failed ? 1 : 0;
}

function withSlashes(path: string): string {
  return path.split(sep).join("/");
}

/** @param sources the whole paths of what is exported, which is never written to. */
async function writeFiles(folder: string, files: readonly ExportedFile[], sources: ReadonlySet<string>): Promise<void> {
  const onSource = files.find(({ path }) => sources.has(resolve(folder, path)));
  if (onSource) throw new OutputError(`${onOneLine(join(folder, onSource.path))}: it is a source, and sources are never written to`);
  for (const { path, text } of files) {
    const place = join(folder, path);
    try {
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, text);
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      throw new OutputError(`${onOneLine(place)}: ${error.message}`);
    }
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: "string", default: "markdown" }, output: { type: "string" }, name: { type: "string", default: "review" } },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [message] = error.message.split(". ");
    throw new UsageError(message);
  }
}
