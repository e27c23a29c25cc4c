import type { Utterance, UtteranceParts } from "./foundUtterance.js";
import type { Wordings } from "./wordings.js";

/** A wording of so many shingles, some eighty words, is long: one speaks of several things in so many words. */
const LONG = 24;
/** What is at most this part as long as a long wording is a part of it. */
const PART = 1 / 3;

/**
 * A long turn of speech has what many quote of it as versions, and these are not one utterance with each other: who quotes its beginning says nothing of who
 * quotes its end. So what is connected by long turns alone is taken apart: each part that is connected without them is an utterance by itself, of
 * which the long turns that have it are the last versions; and long turns that are versions of each other are one, too.
 * @param utterance all wordings that lead to each other.
 * @returns the utterances that it is, those of long turns first, then those of most documents; none where it is one. Each wording is in one at
 * least, a long one may be in several.
 */
export function partsOf({ wordings: members, parts: before }: Utterance, wordings: Wordings): UtteranceParts {
  const long = new Set(members.filter((member) => hasParts(member, wordings)));
  if (long.size === 0) return WHOLE;
  const short = components(
    members.filter((member) => !long.has(member)),
    wordings,
  );
  if (short.length < 2) return WHOLE;
  const known = new Map(before?.all.map((part) => [part.id, part]));
  const ofLong = components([...long], wordings).map((component) => wordings.utterance(component, null));
  const ofShort = short.map((component) => {
    const around = component.flatMap((member) => wordings.versions(member)).filter((version) => long.has(version));
    return wordings.utterance(component, null, [...new Set(around)]);
  });
  const all = [
    ...ofLong.filter(({ versions }) => versions > 1),
    ...ofShort.sort((a, b) => b.documents - a.documents || Number(a.id) - Number(b.id)),
  ];
  return { all: all.map((part) => asKnown(part, known.get(part.id))), isStale: false };
}

const WHOLE: UtteranceParts = { all: [], isStale: false };

/** A part as it was read before, where it has the same quotations; what is read of it anew begins with what was. */
function asKnown(part: Utterance, known: Utterance | undefined): Utterance {
  if (known === undefined) return part;
  if (known.versions === part.versions && known.wordings.every((wording, i) => part.wordings[i] === wording)) return known;
  part.before = known.reading ?? known.before;
  return part;
}

/** Whether a wording is long, and has a version that is a part of it. */
function hasParts(wording: number, wordings: Wordings): boolean {
  const length = wordings.lengthOf(wording);
  return length >= LONG && wordings.versions(wording).some((version) => wordings.lengthOf(version) <= PART * length);
}

/** The parts in which wordings lead to each other without others. */
function components(members: readonly number[], wordings: Wordings): readonly (readonly number[])[] {
  const open = new Set(members);
  const found: number[][] = [];
  for (const first of members) {
    if (!open.delete(first)) continue;
    const component = [first];
    for (const member of component) for (const version of wordings.versions(member)) if (open.delete(version)) component.push(version);
    found.push(component);
  }
  return found;
}
