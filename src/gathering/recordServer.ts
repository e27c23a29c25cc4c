import type { Analyzer } from "../analysis/analyze.js";
import { recordOf } from "../collection/recordOf.js";
import { decodedText } from "./decodedText.js";
import type { RecordOutcome, RecordReply, RecordRequest } from "./recordProtocol.js";

/**
 * Analyses one document after the other, each on its own.
 * @returns the document's record, or why there is none. It never throws.
 */
export function servedRecord({ job, path, content }: RecordRequest, createAnalyzer: () => Analyzer): RecordReply {
  return { job, outcome: outcomeOf(path, content, createAnalyzer) };
}

function outcomeOf(path: string, content: Uint8Array | string, createAnalyzer: () => Analyzer): RecordOutcome {
  try {
    const decoded = typeof content === "string" ? { kind: "text" as const, text: content } : decodedText(content);
    if (decoded.kind === "unreadable") return decoded;
    const analysis = createAnalyzer().analyze(decoded.text, path);
    return { kind: "record", record: recordOf(decoded.text, analysis) };
  } catch (error) {
    // One document that breaks the engine must not cost the others.
    return { kind: "failed", reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
