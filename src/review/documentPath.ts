/** The IRI that stands for decisions that hold in every document. */
export const EVERYWHERE_IRI = "urn:source-review:everywhere";

/** A document's path in the workspace folder as a relative IRI. */
export function documentIri(path: string): string {
  return path
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

/** The path that a relative IRI stands for; undefined where it is none, or leads out of the workspace folder. */
export function documentPath(iri: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(iri);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return undefined;
  }
  const climbs = path.split(/[/\\]/).some((part) => part === ".." || part === ".");
  return path === "" || climbs || /^[/\\]|^[A-Za-z]:|\0/.test(path) ? undefined : path;
}
