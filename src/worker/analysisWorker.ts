import { parentPort } from "node:worker_threads";
import { createAnalyzer } from "../analysis/analyze.js";
import { analysisServer } from "./analysisServer.js";
import type { WorkerReply, WorkerRequest } from "./protocol.js";

if (parentPort) {
  const port = parentPort;
  const serve = analysisServer({
    createAnalyzer,
    reply: (reply: WorkerReply) => port.postMessage(reply),
    defer: (work) => setImmediate(work),
  });
  port.on("message", (request: WorkerRequest) => serve(request));
}
