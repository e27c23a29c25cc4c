import { figure } from "../editor/words.js";
import type { GatheringProgress } from "../gathering/gatherProtocol.js";

/** How far the gathering is, in the view's words; undefined when it is done. */
export function readingWords({ phase, documents, gathered }: GatheringProgress): string | undefined {
  const far = `${figure(gathered)} of ${figure(documents)} documents`;
  switch (phase) {
    case "searching":
      return `Looking for documents: ${figure(documents)} so far…`;
    case "analysing":
      return `Reading: ${far}…`;
    case "paused":
      return `Paused: ${far} read.`;
    case "stopped":
      return `Stopped: ${far} read.`;
    case "ready":
      return undefined;
  }
}

/** How far the gathering is, and what was gathered. */
export function progressWords(progress: GatheringProgress): string {
  const { documents, leftOut } = progress;
  const reading = readingWords(progress);
  if (reading !== undefined) return reading;
  if (documents === 0) return "No document of the workspace is under review.";
  const without = leftOut > 0 ? `, ${figure(leftOut)} left out: see the output` : "";
  return `${figure(documents)} ${documents === 1 ? "document" : "documents"} read${without}.`;
}
