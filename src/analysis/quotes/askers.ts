/** Labels of those who ask and are not named. */
const ASKING: ReadonlySet<string> = new Set(["Q", "QUESTION", "QUESTIONER", "REPORTER", "INTERVIEWER"]);

/** Whether a transcript's label says no more of the speaker than that somebody asks. */
export function onlyAsks(label: string): boolean {
  return ASKING.has(label);
}
