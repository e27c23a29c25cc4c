import { isOneOf, type Strip } from "./strips.js";
import { WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

/** What stands right behind a participle that has no object: where, when, for what and by whom. */
const BEHIND: ReadonlySet<number> = new Set([
  WordClass.Of,
  WordClass.For,
  WordClass.About,
  WordClass.To,
  WordClass.By,
  WordClass.Preposition,
  WordClass.Subordinator,
]);
const ASKING = new WordTest(["what", "how", "why", "who", "where", "when"]);
/** "The judge ordered on Monday in the old court that …": what is said begins so many words behind at most. */
const FARTHEST_CONTENT = 12;

/** Whether a past form at a position may be a participle without an object, "charged after chase", and not a verb that tells what somebody said: "ordered on Monday that …". */
export function mayBeParticiple(strip: Strip, cue: number): boolean {
  const { classes, count } = strip;
  if (!BEHIND.has(classes[cue + 1])) return false;
  for (let at = cue + 1; at < count && at <= cue + FARTHEST_CONTENT; at++) {
    if (classes[at] === WordClass.Stop || classes[at] === WordClass.Edge) return true;
    if (classes[at] === WordClass.That || classes[at] === WordClass.Whether || (at > cue + 1 && isOneOf(strip, at, ASKING))) return false;
  }
  return true;
}
