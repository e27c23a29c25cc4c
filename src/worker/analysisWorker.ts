import { parentPort, workerData } from "node:worker_threads";
import { createAnalyzer } from "../analysis/analyze.js";
import type { CheckRequest } from "../draft/checkProtocol.js";
import { CheckServer } from "../draft/checkServer.js";
import { analysisServer } from "./analysisServer.js";
import { CHECK_TASK, type WorkerReply, type WorkerRequest } from "./protocol.js";

/** The entry of both threads that need the engine: one analyses the documents on the screen, one checks drafts against their sources. */
if (parentPort) {
  const port = parentPort;
  if (workerData === CHECK_TASK) {
    const server = new CheckServer();
    port.on("message", (request: CheckRequest) => {
      const reply = server.serve(request);
      if (reply) port.postMessage(reply);
    });
  } else {
    const serve = analysisServer({
      createAnalyzer,
      reply: (reply: WorkerReply) => port.postMessage(reply),
      defer: (work) => setImmediate(work),
    });
    port.on("message", (request: WorkerRequest) => serve(request));
  }
}
