import type { BlockWords } from "./blockWords.js";
import { RoleFlag } from "./roleFlags.js";
import { BEHIND_HEAD, closingOf, type FoundRole, headOf, MOST_DESCRIBING, nounType, OPENS_NO_ROLE, role } from "./rolePhrases.js";

const DENYING: ReadonlySet<string> = new Set(["not", "no", "never", "hardly"]);

/** "is", "became", "has been": what follows says what somebody still is. */
export function isBeing(words: BlockWords, token: number): boolean {
  const word = words.lower(token);
  return word === "is" || word === "became" || word === "remains" || (word === "has" && words.lower(token + 1) === "been");
}

/** "Ann Weld is the co-chair of the council", "Hugh Hill has been president of Tarland since 2010". */
export function roleOfBeing(words: BlockWords, verb: number, end: number): FoundRole | null {
  let at = words.lower(verb) === "has" ? verb + 2 : verb + 1;
  if (at < end && words.is(at, RoleFlag.Determiner)) at++;
  if (at >= end || words.is(at, OPENS_NO_ROLE)) return null;
  const limit = closingOf(words, at, end);
  if (limit <= at) return null;
  const head = headOf(words, at, limit);
  if (head - at > MOST_DESCRIBING || nounType(words.lower(head)) !== "person") return null;
  // "is not a doctor", "is no doctor"
  for (let i = at; i < head; i++) if (words.is(i, RoleFlag.Determiner) || DENYING.has(words.lower(i))) return null;
  let close = head + 1;
  while (
    close < limit &&
    !BEHIND_HEAD.has(words.lower(close)) &&
    (close === head + 1 || !words.is(close, RoleFlag.Opener) || words.is(close, RoleFlag.Link))
  )
    close++;
  return role(words, at, close, words.lower(head));
}
