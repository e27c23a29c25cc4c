import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { createAnalyzer } from "../analysis/analyze.js";
import { recordOf } from "../collection/documentRecord.js";
import { decodedText } from "./decodedText.js";
import type { RecordOutcome, RecordReply, RecordRequest } from "./recordProtocol.js";

/** Analyses one document: the entry of a thread that does so with one after the other. */
function outcomeOf({ path, content }: RecordRequest): RecordOutcome {
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

if (parentPort) {
  const port = parentPort;
  // On Linux this is the thread's own priority; elsewhere it would be the whole editor's.
  if (process.platform === "linux") setPriority(0, 10);
  port.on("message", (request: RecordRequest) => {
    const reply: RecordReply = { job: request.job, outcome: outcomeOf(request) };
    port.postMessage(reply);
  });
}
