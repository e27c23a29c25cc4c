// A stream of a million short documents through the command line: npm run bench -- --stream [--save]
import type { Figures } from "./figure.js";
import { streamMemory } from "./streamMemory.js";

const RUN = { documents: 1_000_000, warm: 100_000, different: 1_000_000 };
/** To keep fifty bytes of each document after the first measurement would take twice as much. Node keeps its program's text once or twice. */
const MOST_GROWTH = 20;

/** @throws Error where the memory grows with the stream. */
export async function streamFigures(): Promise<Figures> {
  const start = process.cpuUsage();
  const [first, last] = await streamMemory(RUN);
  if (last - first > MOST_GROWTH) throw new Error(`The stream grew from ${first} to ${last} MB.`);
  const { user, system } = process.cpuUsage(start);
  return {
    "stream, a million short documents": { value: (user + system) / 1_000_000, unit: "s" },
    "stream, memory held after 100,000 documents": { value: first, unit: "MB" },
    "stream, memory held after 1,000,000 documents": { value: last, unit: "MB" },
  };
}
