import type { NameMention } from "./nameMentions.js";

/** A bare name whose other-than-person labels are less sure than this follows a full name of a person that contains it. */
const SLIP_CONFIDENCE = 0.75;
/** The share of the weight below which a label on a bare name is taken for a slip. */
const SLIP_SHARE = 0.3;
/** How much weight the full names must have against that of the bare name's labels. */
const SLIP_SUPPORT = 0.5;
const TITLE_WEIGHT = 1.5;

interface Votes {
  person: number;
  other: number;
  others: number;
  titled: boolean;
}

/**
 * Decides which mentions name persons. A full name goes by the majority of its mentions; a bare one that a person and a place or firm may
 * share stays as it is labelled where both are in the text, and else follows the full names and the majority.
 * @returns for each mention, whether it names a person.
 */
export function findPersons(mentions: readonly NameMention[]): readonly boolean[] {
  const votes = votesOf(mentions);
  const surnames = new Map<string, number>();
  const firstWords = new Set<string>();
  for (let i = 0; i < mentions.length; i++) {
    const { form, confidence } = mentions[i];
    if (form.words.length < 2) continue;
    if (isPersonByVotes(votes[i])) {
      const { parts } = form.person;
      if (parts.length > 1) surnames.set(parts[parts.length - 1], (surnames.get(parts[parts.length - 1]) ?? 0) + confidence);
    } else firstWords.add(form.core[0]);
  }
  const defined = definedSurnames(mentions, votes);
  return mentions.map((mention, i) => {
    const { form } = mention;
    if (defined.size > 0 && defined.has(form.key)) return true;
    const vote = votes[i];
    if (vote.person === 0 || vote.other === 0 || form.words.length > 1) {
      if (vote.person === 0 && form.words.length <= 2 && form.person.parts.length === 1) {
        const slip = vote.other / vote.others < SLIP_CONFIDENCE;
        return (
          slip &&
          (surnames.get(form.person.parts[0]) ?? 0) >= vote.other * SLIP_SUPPORT &&
          !firstWords.has(form.core[0]) &&
          !form.plainKey.includes(" ")
        );
      }
      return isPersonByVotes(vote);
    }
    const tagged = mention.type === "person" || (mention.title !== null && mention.title !== "other");
    const share = vote.other / (vote.person + vote.other);
    if (surnames.has(form.person.parts[0])) return share < SLIP_SHARE && !firstWords.has(form.core[0]) ? true : tagged;
    return vote.titled ? tagged : share <= 0.5;
  });
}

/** The keys of surnames that the text gives a person for short: 'Ann Weld ("WELD")'. */
function definedSurnames(mentions: readonly NameMention[], votes: readonly Votes[]): ReadonlySet<string> {
  const defined = new Set<string>();
  for (let i = 1; i < mentions.length; i++) {
    const person = mentions[i - 1];
    const short = mentions[i];
    if (short.tie !== "alias" || person.block !== short.block || short.form.words.length > 1) continue;
    const { parts } = person.form.person;
    if (parts.length > 1 && parts[parts.length - 1] === short.form.person.parts[0] && isPersonByVotes(votes[i - 1]))
      defined.add(short.form.key);
  }
  return defined;
}

/** For each mention the votes of all that have its key. */
function votesOf(mentions: readonly NameMention[]): readonly Votes[] {
  const votes = new Map<string, Votes>();
  return mentions.map(({ form, type, confidence, title }) => {
    let vote = votes.get(form.key);
    if (!vote) {
      vote = { person: 0, other: 0, others: 0, titled: false };
      votes.set(form.key, vote);
    }
    const courtesy = title !== null && title !== "other";
    if (type === "person") vote.person += confidence + (courtesy ? TITLE_WEIGHT : 0);
    else {
      vote.other += confidence;
      vote.others++;
    }
    vote.titled ||= courtesy || (type === "person" && title !== null);
    return vote;
  });
}

function isPersonByVotes({ person, other }: Votes): boolean {
  return person > 0 && person >= other;
}
