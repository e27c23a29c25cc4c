import { join } from "node:path";

export const QUERIES = ["maliki", "al-Jafari", "obama", "ken", "united nations", "vendor", "Gaddafi", "mosul"];

export function cacheIn(folder: string): string {
  return join(folder, "storage", "records");
}

/** The processor time since a moment, of all threads. */
export function processorMilliseconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
