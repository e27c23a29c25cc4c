import { setPriority } from "node:os";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { type Analyzer, createAnalyzer } from "../analysis/analyze.js";
import type { CheckRequest } from "../draft/checkProtocol.js";
import { CheckServer } from "../draft/checkServer.js";
import type { RecordRequest } from "../gathering/recordProtocol.js";
import { servedRecord } from "../gathering/recordServer.js";
import { sha256 } from "../sha256.js";
import { analysisServer } from "./analysisServer.js";
import practice from "./practice.json" with { type: "json" };
import { CHECK_TASK, RECORD_TASK, type WorkerReply, type WorkerRequest } from "./protocol.js";
import { ReadAhead } from "./readAhead.js";
import { remembering } from "./rememberedAnalysis.js";
import { textAt, textsBeside } from "./textsBeside.js";
import { unreadableReason } from "./unreadable.js";

function newAnalyzer(): Analyzer {
  return createAnalyzer(sha256);
}

/** The entry of every thread that needs the engine; what it is started with says which task it has. */
function serve(port: MessagePort): void {
  switch (workerData) {
    case CHECK_TASK: {
      const server = new CheckServer();
      port.on("message", (request: CheckRequest) => {
        const reply = server.serve(request);
        if (reply) port.postMessage(reply);
      });
      return;
    }
    case RECORD_TASK:
      // On Linux this is the thread's own priority; elsewhere it would be the whole editor's.
      if (process.platform === "linux") setPriority(0, 10);
      port.on("message", (request: RecordRequest) => port.postMessage(servedRecord(request, newAnalyzer)));
      return;
    default: {
      const newRemembering = () => remembering(newAnalyzer());
      const readAhead = new ReadAhead({
        createAnalyzer: newRemembering,
        practice: practice.text.join("\n"),
        textsBeside,
        textAt,
        after: (milliseconds, work) => {
          const timer = setTimeout(work, milliseconds);
          return () => clearTimeout(timer);
        },
      });
      const server = analysisServer({
        reasonAgainst: unreadableReason,
        createAnalyzer: newRemembering,
        readAhead,
        reply: (reply: WorkerReply) => port.postMessage(reply),
        defer: (work) => setImmediate(work),
      });
      port.on("message", (request: WorkerRequest) => server(request));
    }
  }
}

if (parentPort) serve(parentPort);
