import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** What the process' program holds, in megabytes, rubbish taken out. */
export function heldMegabytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed / 1_000_000;
}
