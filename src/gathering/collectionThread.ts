import { readFileSync } from "node:fs";
import { availableParallelism, setPriority } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type MessagePort, parentPort, Worker, workerData } from "node:worker_threads";
import type { Collection } from "../collection/collection.js";
import { sha256 } from "../sha256.js";
import { RECORD_TASK } from "../worker/protocol.js";
import { CollectionFile, togetherPath } from "./collectionFile.js";
import {
  type Answer,
  analystLimits,
  type CollectionReply,
  type CollectionRequest,
  type CollectionThreadData,
  type Query,
  type QueryName,
} from "./collectionProtocol.js";
import { diskFiles } from "./diskFiles.js";
import { FileProblem, type Files } from "./files.js";
import { Gatherer } from "./gatherer.js";
import { KeptCollection } from "./keptCollection.js";
import { RecordCache } from "./recordCache.js";
import { RecordPool } from "./recordPool.js";

/** Milliseconds between two words on how far the work is. */
const NEWS = 200;
/** Portions of preparation between which questions are answered. */
const PORTIONS = 4;
/** With so many portions left, the threads that analyse are not kept for what may come: they would lie beside what is most. */
const MANY_PORTIONS = 100;
/** The thread's priority: the editor goes before it, and it before those that analyse. */
const PRIORITY = 5;
/** One processor is left to the editor. */
const MOST_THREADS = 8;

const GONE = new FileProblem("gone", "only its editor has its text");

/** Documents that are on no disk have no text but the one their editor has. */
const editorsOnly: Files = {
  child: (place, name) => `${place}/${name}`,
  list: () => Promise.reject(GONE),
  state: () => Promise.reject(GONE),
  read: () => Promise.reject(GONE),
  real: () => Promise.reject(GONE),
};

/** Holds the collection: gathers it, and answers questions. The entry of the collection's thread. */
function serve(port: MessagePort, { cache, analyst }: CollectionThreadData): void {
  const send = (reply: CollectionReply) => port.postMessage(reply);
  const tell = (message: string) => send({ kind: "log", message });
  const pool = new RecordPool({
    startThread: (room) => new Worker(analyst, { workerData: RECORD_TASK, resourceLimits: analystLimits(room) }),
    size: Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)),
    log: tell,
  });
  let news: NodeJS.Timeout | null = null;
  let preparing = false;
  const engine = sha256(readFileSync(analyst));
  const known = new RecordCache({ path: cache, engine, tell });
  const own = sha256(readFileSync(__filename));
  const kept = new KeptCollection(new CollectionFile({ path: togetherPath(cache), engine: `${engine} ${own}`, tell }), known);
  const { collection } = kept;
  const gatherer = new Gatherer({
    files: { disk: diskFiles, asked: editorsOnly },
    known,
    analysts: pool,
    sink: kept,
    changed: () => {
      news ??= setTimeout(tellNews, NEWS);
    },
    tell,
    turn: () => nextTurn(),
    now: () => Date.now(),
  });

  function tellNews(): void {
    if (news !== null) clearTimeout(news);
    news = null;
    const { progress } = gatherer;
    send({ kind: "progress", progress, version: collection.version });
    if (progress.phase === "ready") void prepare();
  }

  /** Makes ready what questions would otherwise wait for, with room for questions in between, and stores the collection then. */
  async function prepare(): Promise<void> {
    if (preparing) return;
    preparing = true;
    for (let made = -1; made !== collection.version; ) {
      made = collection.version;
      let left = collection.prepare(PORTIONS);
      if (left > MANY_PORTIONS) pool.sendHome();
      for (; left > 0; left = collection.prepare(PORTIONS)) await nextTurn();
      if (gatherer.progress.phase === "ready") await kept.store(nextTurn);
    }
    preparing = false;
  }

  port.on("message", (request: CollectionRequest) => {
    switch (request.kind) {
      case "search":
        return void gatherer.search(request.wanted).then(tellNews);
      case "look":
        return void gatherer.lookAgain();
      case "files":
        return void gatherer.filesChanged(request.uris);
      case "open":
        return void gatherer.open(request.text);
      case "close":
        return void gatherer.close(request.uri);
      case "decide":
        collection.decide(request.decisions);
        return tellNews();
      case "pause":
        return gatherer.pause();
      case "resume":
        return gatherer.resume();
      case "stop":
        return gatherer.stop();
      case "hold":
        return pool.hold(request.milliseconds);
      case "ask":
        return send({ kind: "answer", id: request.id, answer: answerOf(collection, request.query) });
    }
  });
}

function answerOf(collection: Collection, { name, given }: Query): Answer<QueryName> {
  const answer: (...given: never[]) => Answer<QueryName> = collection[name];
  return Reflect.apply(answer, collection, given);
}

if (parentPort) {
  // On Linux this is the thread's own priority; elsewhere it would be the whole editor's.
  if (process.platform === "linux") setPriority(0, PRIORITY);
  serve(parentPort, workerData);
}
