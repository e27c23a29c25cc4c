/**
 * What an import came to, as sentences for the reader.
 * @param taken how many annotations were taken.
 * @param problems a sentence for each that could not be.
 * @param known how many are in the review already.
 */
export function importedWords(taken: number, problems: readonly string[], known = 0): string {
  const [first, ...others] = problems;
  if (taken === 0) {
    if (first === undefined) return known > 0 ? "All of that file is in the review already." : "That file holds no annotations.";
    return `Nothing was imported. ${first}${others.length > 0 ? ` ${others.length} more of the kind: see the output.` : ""}`;
  }
  const imported = `Imported ${taken} ${taken === 1 ? "annotation" : "annotations"}.`;
  if (first === undefined) return imported;
  return `${imported} ${problems.length} ${others.length === 0 ? "other" : "others"} could not be taken: ${first}`;
}
