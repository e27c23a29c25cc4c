const PARTICLES: ReadonlySet<string> = new Set("the al el ul bin ibn bint abu van von der den de la le da di do dos du".split(" "));
const PLAIN = /^[A-Za-z0-9 ]*$/;

/** A name or phrase as topics are compared: lower case, without accents, particles, hyphens, full stops and the possessive. */
export function topicKey(phrase: string): string {
  const words = (PLAIN.test(phrase) ? phrase.toLowerCase().split(" ") : foldedWords(phrase)).filter((word) => word !== "");
  const meaning = words.filter((word) => !PARTICLES.has(word));
  return (meaning.length > 0 ? meaning : words).join(" ");
}

function foldedWords(phrase: string): string[] {
  return phrase
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’‘`]s(?![\p{L}\p{N}])/gu, "")
    .replace(/\./g, "")
    .split(/[^\p{L}\p{N}]+/u);
}

/** A word without the ending of the plural. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:ches|shes|xes|sses|zes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
