import { documentIri } from "../review/documentPath.js";
import { bratFiles } from "./brat.js";
import { csvReport } from "./csv.js";
import type { ExportedDocument, ExportedFile } from "./exportedDocument.js";
import { jsonReport } from "./json.js";
import { type AddressOf, markdownReport } from "./markdown.js";
import { w3cReport } from "./w3c.js";
import { webannoTsv } from "./webanno.js";

/** The forms in which a review is taken away. brat and WebAnno give files for each document, the others one for all. */
export const EXPORT_FORMATS = ["markdown", "csv", "json", "w3c", "brat", "webanno"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * The files of an export.
 * @param addressOf where a document is found from the place of the files; in the workspace folder unless given.
 * @returns files whose names follow from `name`, or from the documents' paths where each has its own.
 */
export function exportedFiles(
  format: ExportFormat,
  documents: readonly ExportedDocument[],
  name = "review",
  addressOf?: AddressOf,
): ExportedFile[] {
  switch (format) {
    case "markdown":
      return [{ path: `${name}.md`, text: markdownReport(documents, addressOf) }];
    case "csv":
      return [{ path: `${name}.csv`, text: csvReport(documents) }];
    case "json":
      return [{ path: `${name}.json`, text: jsonReport(documents) }];
    case "w3c":
      return [{ path: `${name}.jsonld`, text: w3cReport(documents) }];
    case "brat":
      return withInnerPaths(documents).flatMap(bratFiles);
    case "webanno":
      return withInnerPaths(documents).map((document) => ({
        path: `${document.path.replace(/\.[^./]*$/, "")}.tsv`,
        text: webannoTsv(document),
      }));
  }
}

/** The name, without its ending, that a file about documents is offered under: never that of the document itself. */
export function reportName(paths: readonly string[]): string {
  const [only, ...others] = paths;
  const name = only?.replace(/^.*[/\\]/, "").replace(/(?<=.)\.[^.]*$/, "");
  return others.length === 0 && name ? `${name}.review` : "review";
}

/**
 * The relative IRI that leads from one file to another.
 * @param from the whole path of the one, with `/`.
 * @param to that of the other.
 */
export function relativeIri(from: string, to: string): string {
  const [here, there] = [from.split("/").slice(0, -1), to.split("/")];
  const apart = here.findIndex((part, i) => part !== there[i]);
  const shared = apart < 0 ? here.length : apart;
  return documentIri([...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/"));
}

/** Paths that never lead out of the folder the files are written to. */
function withInnerPaths(documents: readonly ExportedDocument[]): ExportedDocument[] {
  return documents.map((document) => {
    const parts = document.path.split(/[/\\]/).filter((part) => part !== "" && part !== "." && part !== ".." && !/^[A-Za-z]:$/.test(part));
    return { ...document, path: parts.length > 0 ? parts.join("/") : "document.txt" };
  });
}
