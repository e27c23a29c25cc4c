import { parseArgs } from "node:util";
import { createAnalyzer } from "../analysis/analyze.js";
import { onOneLine } from "../analysis/oneLine.js";
import { sha256 } from "../sha256.js";
import { type Command, type ExitCode, type Streams, UsageError, writeAll } from "./command.js";
import { isFolder } from "./findDocuments.js";
import { FORMATS, type Formatter, formatNamed } from "./formats.js";
import { documentsAt, documentsInLines, type Given } from "./givenDocuments.js";

const HELP = `Usage: source-review analyze [--format ndjson|json|text] FILE|FOLDER|- …
       source-review analyze [--format ndjson|json|text] --ndjson-in < LINES

Says who is named in documents, what was said and by whom, the topics and the dates.

  FILE            a text in UTF-8, or in UTF-16 with a byte order mark
  FOLDER          its text and Markdown files (.txt .text .md .markdown), with the folders in it, sorted by name;
                  folders whose name begins with a dot, and node_modules, are left out
  -               a document's text from standard input
  --ndjson-in     documents from standard input, one {"path","text"} a line, each analysed as it comes
  --format        ndjson  one analysis a line, in the order given (the default)
                  json    one indented analysis for a single FILE or -, otherwise an array of them
                  text    a report to read
  -h, --help      this help

Offsets count UTF-16 code units of the text as decoded, a byte order mark included; the end is exclusive.
What cannot be read is one line on standard error, and the rest is still analysed.
Exit code: 0, or 1 where something could not be read, or 2 where the command line is wrong.
`;

export const analyzeCommand: Command = {
  summary: "who is named in documents, what was said and by whom",
  help: HELP,
  async run(args, streams) {
    const { values, positionals } = readArguments(args);
    const createFormatter = formatNamed(values.format);
    if (createFormatter === undefined) {
      throw new UsageError(`there is no format ${JSON.stringify(values.format)}; choose ${FORMATS.join(", ")}`);
    }
    if (values["ndjson-in"]) {
      if (positionals.length > 0) throw new UsageError("--ndjson-in reads standard input and takes no FILE; leave one of the two out");
      return analyzeAll(documentsInLines(streams.stdin), createFormatter(false), streams);
    }
    if (positionals.length === 0) throw new UsageError("no document given; name a FILE, a FOLDER or -");
    if (positionals.filter((path) => path === "-").length > 1) throw new UsageError("standard input can be read once; give - once");
    const single = positionals.length === 1 && !(await isFolder(positionals[0]));
    return analyzeAll(documentsAt(positionals, streams.stdin), createFormatter(single), streams);
  },
};

async function analyzeAll(documents: AsyncIterable<Given>, formatter: Formatter, { stdout, stderr }: Streams): Promise<ExitCode> {
  const analyzer = createAnalyzer(sha256);
  let failed = false;

  const complain = (place: string, reason: string): void => {
    failed = true;
    stderr.write(`${onOneLine(place)}: ${onOneLine(reason)}\n`);
  };

  /** One document that breaks the engine must not cost a long run the others. */
  const formatted = (text: string, path?: string): string | undefined => {
    try {
      return formatter.format(analyzer.analyze(text, path), text);
    } catch (error) {
      complain(path ?? "standard input", `the analysis failed (${String(error)}); please report this document's form`);
      return undefined;
    }
  };

  async function* output(): AsyncGenerator<string> {
    yield formatter.opening;
    let separator = "";
    for await (const given of documents) {
      if (given.kind === "unusable") {
        complain(given.place, given.reason);
        continue;
      }
      const analysis = formatted(given.text, given.path);
      if (analysis === undefined) continue;
      yield separator + analysis;
      separator = formatter.separator;
    }
    yield formatter.closing;
  }

  await writeAll(output(), stdout);
  return failed ? 1 : 0;
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: "string", default: "ndjson" }, "ndjson-in": { type: "boolean", default: false } },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [message] = error.message.split(". ");
    throw new UsageError(message);
  }
}
