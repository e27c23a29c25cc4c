/**
 * The address of a file in a folder, as VS Code's own `Uri.toString` writes it.
 * @param path in the folder, with `/`.
 */
export function addressIn(folder: string, path: string): string {
  return `${folder.endsWith("/") ? folder.slice(0, -1) : folder}/${path.split("/").map(encoded).join("/")}`;
}

/** The path in a folder that an address stands for; undefined where it is not in the folder. */
export function pathIn(folder: string, address: string): string | undefined {
  const start = folder.endsWith("/") ? folder : `${folder}/`;
  if (!address.startsWith(start)) return undefined;
  return address.slice(start.length).split("/").map(decoded).join("/");
}

/** Names that stand in an address as they are, as most do. */
const PLAIN = /^[\w.~-]*$/;

/** VS Code encodes more characters than the standard function, which throws at half a surrogate pair. */
export function encoded(name: string): string {
  if (PLAIN.test(name)) return name;
  const wellFormed = name.replace(/[\ud800-\udfff]/gu, "\ufffd");
  return encodeURIComponent(wellFormed).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return name;
  }
}
