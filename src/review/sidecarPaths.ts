/** The folder at the workspace folder's root that holds the decisions. */
export const SIDECAR_FOLDER = ".source-review";

/** The file, within the workspace folder, of decisions that hold everywhere. */
export const EVERYWHERE_SIDECAR = `${SIDECAR_FOLDER}/everywhere.jsonl`;

/** The file, within the workspace folder, of the decisions on the document at the path; both with `/`. */
export function sidecarPath(document: string): string {
  return `${SIDECAR_FOLDER}/documents/${document}.jsonl`;
}
