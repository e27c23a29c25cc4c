import type { Readable } from "node:stream";
import { type Decoded, decodeText, MAXIMUM_BYTES, TOO_LARGE } from "./decodeText.js";
import { findDocuments, readDocument } from "./findDocuments.js";
import { readLines } from "./inputLines.js";

/** A document to analyse, or something given that is none. */
export type Given =
  | { readonly kind: "document"; readonly path?: string; readonly text: string }
  | { readonly kind: "unusable"; readonly place: string; readonly reason: string };

const STANDARD_INPUT = "standard input";

/** The documents at the paths, in the order given; `-` is one document read from standard input. Each is read when it is asked for. */
export async function* documentsAt(paths: readonly string[], stdin: Readable): AsyncGenerator<Given> {
  for (const path of paths) {
    if (path === "-") {
      const decoded = await readAll(stdin);
      yield decoded.kind === "text" ? { kind: "document", text: decoded.text } : { ...decoded, place: STANDARD_INPUT };
      continue;
    }
    for await (const found of findDocuments(path)) {
      if (found.kind === "unusable") {
        yield { kind: "unusable", place: found.path, reason: found.reason };
        continue;
      }
      const decoded = await readDocument(found.path);
      yield decoded.kind === "text" ? { kind: "document", path: found.path, text: decoded.text } : { ...decoded, place: found.path };
    }
  }
}

/** The documents of a stream of `{"path","text"}`, one a line. No more than one line is kept; empty lines are passed over. */
export async function* documentsInLines(stdin: Readable): AsyncGenerator<Given> {
  for await (const { number, bytes } of readLines(stdin, MAXIMUM_BYTES)) {
    const place = `${STANDARD_INPUT}, line ${number}`;
    const decoded: Decoded = bytes === null ? { kind: "unusable", reason: TOO_LARGE } : decodeText(bytes);
    if (decoded.kind === "unusable") {
      yield { ...decoded, place };
      continue;
    }
    const line = decoded.text.trim();
    if (line !== "") yield documentOfLine(line, place);
  }
}

function documentOfLine(line: string, place: string): Given {
  const value = parseJson(line);
  if (value === undefined) return { kind: "unusable", place, reason: 'it is no JSON; give one {"path","text"} a line' };
  if (typeof value !== "object" || value === null || !("text" in value) || typeof value.text !== "string") {
    return { kind: "unusable", place, reason: 'it has no "text" that is a string; give one {"path","text"} a line' };
  }
  if (!("path" in value) || value.path === undefined || value.path === null) return { kind: "document", text: value.text };
  if (typeof value.path !== "string")
    return { kind: "unusable", place, reason: 'its "path" is no string; give one {"path","text"} a line' };
  return { kind: "document", path: value.path, text: value.text };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

async function readAll(stdin: Readable): Promise<Decoded> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stdin as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > MAXIMUM_BYTES) return { kind: "unusable", reason: TOO_LARGE };
    parts.push(part);
  }
  return decodeText(Buffer.concat(parts, length));
}
