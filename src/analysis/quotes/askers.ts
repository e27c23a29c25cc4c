import functionWords from "./functionWords.json" with { type: "json" };

/** Labels of those who ask and are not named. */
const ASKING: ReadonlySet<string> = new Set(["Q", "QUESTION", "QUESTIONER", "REPORTER", "INTERVIEWER"]);

/** Whether a transcript's label says no more of the speaker than that somebody asks. */
export function onlyAsks(label: string): boolean {
  return ASKING.has(label);
}

const PARTS: ReadonlySet<string> = new Set(functionWords.parts.map((part) => part.toUpperCase()));

/** Whether a transcript's label in capitals names the part of a speaker: "ANCHOR", "UNIDENTIFIED FEMALE"; it is one where it stands once. */
export function namesPart(label: string): boolean {
  return PARTS.has(label);
}
