// Prints what a stream holds, as JSON: node src/development/run.mjs test/bench/streamRun.ts DOCUMENTS WARM DIFFERENT
import { streamMemory } from "./streamMemory.js";

const [documents, warm, different] = process.argv.slice(2).map(Number);
streamMemory({ documents, warm, different }).then(
  (memory) => console.log(JSON.stringify(memory)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
