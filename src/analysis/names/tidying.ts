import type { EntityType } from "../analysis.js";
import { type Block, tokenText } from "../text/sourceText.js";
import { afterOrganization, organizationBefore, photographerAfter } from "./besideNames.js";
import { isBranch } from "./branches.js";
import { withCoordinatedPlaces } from "./coordinatedPlaces.js";
import { withElections } from "./elections.js";
import { beforeHonours, isHonourApart, isMajesty, isPersonByHonour, isPost } from "./honours.js";
import { isCapital, isTitleCase } from "./lines.js";
import { afterDescription, afterOfficeHolder, dashApart, isOwned, nextColumn, openBracket } from "./nameBounds.js";
import { partsOf } from "./nameParts.js";
import { passesOf, runPasses } from "./namePasses.js";
import { isNoName } from "./noNames.js";
import { withPairedPlaces } from "./pairedPlaces.js";
import { joinParts } from "./parts.js";
import {
  afterPersonNoun,
  flagsOf,
  GIVEN_BIT,
  isBesidePerson,
  isDayBefore,
  isExecutive,
  isGivenBefore,
  isKunya,
  isKunyaWord,
  isNamedAsPlace,
  isOfRank,
  isSurnamedAsThing,
  PERSON_BITS,
  personAfterPlace,
} from "./personsWithin.js";
import { isPlaceOf, kindsOf } from "./phraseKinds.js";
import { isPortfolio } from "./portfolios.js";
import { beforeScore } from "./results.js";
import type { TokenName } from "./spans.js";
import { withStrangePlaces } from "./strangePlaces.js";
import { findTitledWorks } from "./titledWorks.js";
import { afterOffice, afterTitles, beforeTitle, followsHolder, isFormOfAddress, isOffice, isOfficeAlone } from "./titles.js";
import { isCommonPart, isPartAlone, typeOfSecond } from "./twoNames.js";
import { typeByWords } from "./typeByWords.js";
import { withWholeNames } from "./wholeNames.js";
import { withSpans } from "./withSpans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import { OTHER_KINDS, WordLists } from "./wordLists.js";

/** What opens a line below a letter and is nobody's initials: "P.S." */
const NOTES: ReadonlySet<string> = new Set(wordKinds.notes.split(" "));
/** What the last line of a release begins with: "SOURCE Weld Marine". */
const RELEASED_BY = "SOURCE";
/** "Write al-Weld with the article". */
const IMPERATIVES: ReadonlySet<string> = new Set(wordKinds.imperatives.split(" "));
const GROUPS: ReadonlySet<string> = new Set(wordKinds.kinds.group.split(" "));
const GROUP_KIND = 1 + OTHER_KINDS.indexOf("group");
const BEFORE_ONE_NAME: ReadonlySet<string> = new Set(wordKinds.beforeOneName.split(" "));

const PARTICLES: ReadonlySet<string> = new Set(
  `${wordKinds.kinds.particle} ${wordKinds.smallParticles} ${wordKinds.particlesBeforeSurname}`.split(" "),
);

const GIVEN_MONTHS: ReadonlySet<string> = new Set(wordKinds.givenMonths.split(" "));
/** Days, and the months that nobody is called by. */
const DATES: ReadonlySet<string> = new Set(
  `${wordKinds.kinds.weekday} ${wordKinds.kinds.month} christmas easter`.split(" ").filter((word) => !GIVEN_MONTHS.has(word)),
);

/** Short names before a title: "US President", "UN Secretary-General". */
const BEFORE_TITLES: Readonly<Record<string, EntityType>> = {
  us: "place",
  "u.s.": "place",
  uk: "place",
  "u.k.": "place",
  un: "organization",
  "u.n.": "organization",
  eu: "organization",
};

/** Who and what a party has in each state. */
const STATES_OWN: ReadonlySet<string> = new Set(wordKinds.ofPartiesInStates.split(" "));
/** What a testimony is cited by behind the name of who gave it: "Hale Dep." */
const CITED = /^(?:Decl|Dep|Depo|Aff|Tr)\.?$/;

const LOOSE: ReadonlySet<string> = new Set([",", "of", "and", "'s", "’s", "(", "-", "–", "—", ":", ";", "/", "'", "’", "or", "in", "for"]);

/** What stands with a capital before a name where all words have one: "Mayor Of Varnholm". */
const BEFORE_IN_HEADLINES = /^(?:Of|In|At|For|To|By|And|With|From|On|As|Over|After)$/;

/** Brings what the labels say to what a name is: no titles, no article, no possessive; "Cairo, Egypt" and "Wuhan University's Laboratory" as two. */
export class NameTidier {
  readonly #lists: WordLists;

  constructor(lists: WordLists) {
    this.#lists = lists;
  }

  tidy(block: Block, names: readonly TokenName[]): readonly TokenName[] {
    const { count } = block.tokens;
    const passes = passesOf(block);
    const found = runPasses("first", passes, block, names, this.#lists);
    const parts = withWholeNames(block, joinParts(block, found, this.#lists), this.#lists);
    const out: TokenName[] = [];
    for (let n = 0; n < parts.length; n++) {
      this.#add(block, parts[n], out);
      this.#addPhotographer(block, out, n + 1 < parts.length ? parts[n + 1].first : count);
    }
    const coordinated = withCoordinatedPlaces(block, withElections(block, out), this.#lists);
    const places = withStrangePlaces(block, withPairedPlaces(block, coordinated, this.#lists), this.#lists);
    const beside = runPasses("beside", passes, block, places, this.#lists);
    return runPasses("last", passes, block, withSpans(beside, findTitledWorks(block)), this.#lists);
  }

  #add(block: Block, name: TokenName, out: TokenName[]): void {
    const { confidence } = name;
    let { first, end } = name;
    // "Ukraine's General Staff"
    if (name.type === "person" && block.words[end - 1] === "Staff" && end - first < 3 && block.words[end - 2] === "General") {
      out.push({ first: end - 2, end, type: "organization", confidence });
      return;
    }
    const open = openBracket(block, first, end);
    if (open > first) {
      this.#add(block, { ...name, end: open }, out);
      if (open + 1 < end) this.#add(block, { ...name, first: open + 1 }, out);
      return;
    }
    const column = nextColumn(block, first, end);
    if (column > first) {
      this.#add(block, { ...name, end: column }, out);
      this.#add(block, { ...name, first: column }, out);
      return;
    }
    const dash = dashApart(block, first, end);
    if (dash > first) {
      this.#add(block, { ...name, end: dash }, out);
      // "VARNA — Workers"
      if (!isCommonPart(this.#lists, block, dash + 1, end)) this.#add(block, { ...name, first: dash + 1 }, out);
      return;
    }
    if (name.type === "person" && CITED.test(tokenText(block, end - 1)) && end - first > 1) end--;
    if (isPersonByHonour(block, name)) {
      this.#add(block, { ...name, end: end - 1, type: "person" }, out);
      return;
    }
    const parts = partsOf(this.#lists, block, end === name.end ? name : { ...name, end });
    if (parts) {
      for (const part of parts) this.#add(block, part, out);
      return;
    }
    if (name.type === "organization" || name.type === "place") end = beforeScore(block, first, beforeTitle(block, name), this.#lists);
    // "Sheikh Zuweid" is a town.
    const isKnownPlace = name.type === "place" && end - first > 1 && isPlaceOf(this.#lists, block, first, end);
    const isPerson =
      !isKnownPlace &&
      (isCalledByTitle(block, name) ||
        isSurnamedAsThing(this.#lists, block, name) ||
        isKunya(this.#lists, block, name) ||
        isExecutive(this.#lists, block, name) ||
        isOfRank(block, name) ||
        isNamedAsPlace(this.#lists, block, name) ||
        isBesidePerson(this.#lists, block, name, out[out.length - 1]));
    const type = isPerson
      ? "person"
      : isKnownPlace
        ? name.type
        : name.type === "place" && isBranch(this.#lists, block, { ...name, first, end })
          ? "organization"
          : typeByWords(block, name);
    if (type === "person") {
      const start = afterPersonNoun(this.#lists, block, afterOrganization(block, afterOffice(block, first, end), end), end);
      first = this.#afterTitles(block, { ...name, first: start }, out);
      end = beforeHonours(block, first, end, this.#lists);
      this.#addOrganizationOf(block, first, confidence, out);
    }
    if (type === "organization") first = afterDescription(block, first, end);
    first = afterOfficeHolder(block, first, end, type);
    if ((NOTES.has(block.lower[first]) || block.words[first] === RELEASED_BY) && opensSentence(block, first)) first++;
    if (type === "person" && end - first > 1 && IMPERATIVES.has(block.lower[first]) && opensSentence(block, first)) first++;
    if (
      type === "person" &&
      end - first === 1 &&
      first > 0 &&
      (isKunyaWord(block, first - 1) || isGivenBefore(block, first) || isDayBefore(block, first))
    )
      first--;
    while (
      first + 1 < end &&
      (type === "place" || (type === "person" && !isOwned(block, first))) &&
      BEFORE_IN_HEADLINES.test(tokenText(block, first))
    )
      first++;
    if (type === "person" && end - first > 1 && isDateBefore(block, first)) first++;
    // "contradict van Weld"
    while (type === "person" && first + 1 < end && isSmallWord(block, first, this.#lists)) first++;
    while (first < end && (LOOSE.has(tokenText(block, first)) || this.#opensWithArticle(block, first, end, type))) first++;
    while (end > first && LOOSE.has(tokenText(block, end - 1))) end--;
    if (first < end && (isMajesty(block, first, end) || isPost(block, first, end) || isHonourApart(block, first, end, out[out.length - 1])))
      return;
    if (first < end && isNoName(block, first, end, type)) return;
    if (type === "organization" && isPortfolio(block, first, end)) return;
    // "BJP State president"
    if (type === "organization" && end - first === 2 && block.words[first + 1] === "State" && STATES_OWN.has(block.words[end] ?? "")) end--;
    if (first >= end || this.#isWithin(block, first, end, type) || isOfficeAlone(block, first, end)) return;
    if (type === "person" && isFormOfAddress(block, first, end)) return;
    const holder = type === "person" ? personAfterPlace(this.#lists, block, { first, end, type, confidence }) : 0;
    if (holder > 0) {
      out.push({ first, end: holder, type: "place", confidence });
      first = holder;
    }
    if (type === "person" && this.#startsWithAcronym(block, first, end)) {
      out.push({ first, end: first + 1, type: "organization", confidence });
      first++;
    }
    for (let i = first + 1; i < end - 1; i++) {
      const second = typeOfSecond(this.#lists, block, { first, end, type }, i);
      if (!second) continue;
      const owner = /^['’]s$/.test(tokenText(block, i)) ? this.#typeOfOwner(block, first, i, type) : type;
      const from = tokenText(block, i + 1) === "the" ? i + 2 : i + 1;
      const isPart = isPartAlone(this.#lists, block, first, i);
      if (!isPart) this.#add(block, { first, end: i, type: owner, confidence }, out);
      if (!isPart || !isCommonPart(this.#lists, block, from, end)) this.#add(block, { first: from, end, type: second, confidence }, out);
      return;
    }
    const isAsLabelled = first === name.first && end === name.end && type === name.type;
    out.push(isAsLabelled ? name : { first, end, type, confidence });
  }

  /** The type of whose what follows is: "Labour's Ann Lee", "Wuhan University's Laboratory". */
  #typeOfOwner(block: Block, first: number, end: number, type: EntityType): EntityType {
    if (type === "work") return "person";
    const kinds = kindsOf(this.#lists, block, first, end);
    if (type === "place" || WordLists.placeKind(kinds) > 0) return "place";
    if (type !== "person" || WordLists.otherKind(kinds) > 0) return "organization";
    const word = tokenText(block, first);
    const isAcronym = end - first === 1 && /^\p{Lu}{2,7}$/u.test(word);
    return isAcronym || (flagsOf(this.#lists, word) & PERSON_BITS) === 0 ? "organization" : type;
  }

  #addOrganizationOf(block: Block, person: number, confidence: number, out: TokenName[]): void {
    const organization = organizationBefore(block, person, out.length > 0 ? out[out.length - 1].end : 0);
    if (organization) out.push({ ...organization, type: "organization", confidence });
  }

  #addPhotographer(block: Block, out: TokenName[], to: number): void {
    const agency = out[out.length - 1];
    const photographer = agency?.type === "organization" ? photographerAfter(block, agency, to) : null;
    if (photographer) out.push({ ...photographer, type: "person", confidence: agency.confidence });
  }

  /** Whether the words are part of what is no name itself: of money ("US dollars"), or of a title ("Minister of Foreign Affairs"). */
  #isWithin(block: Block, first: number, end: number, type: EntityType): boolean {
    if (type === "place") return end < block.tokens.count && /^dollars?$/.test(tokenText(block, end));
    // "Minister of Labour, Ann Weld": one word that is an office, whatever the labels take it for.
    if (type === "person" && end - first === 1)
      return isOffice(block, first) && /^(?:ministers?|secretar(?:y|ies))$/.test(block.lower[first - 2] ?? "");
    if (type !== "organization" || !followsHolder(block, first)) return false;
    let offices = first;
    while (offices < end && isOffice(block, offices)) offices++;
    const isMinister = /^(?:ministers?|secretary)$/.test(block.lower[first - 2]);
    return offices === end || (isMinister && kindsOf(this.#lists, block, first, end) === 0);
  }

  #afterTitles(block: Block, { first, end, confidence }: TokenName, out: TokenName[]): number {
    const stripped = afterTitles(block, first, end);
    if (stripped > first) {
      const word = block.lower[first];
      const isGroup = GROUPS.has(word) || WordLists.otherKind(kindsOf(this.#lists, block, first, first + 1)) === GROUP_KIND;
      const type = isGroup ? "group" : BEFORE_TITLES[word];
      if (type) out.push({ first, end: first + 1, type, confidence });
    }
    return stripped;
  }

  /** "The Arab League", but not "The Hague" and "The New York Times" as the lists have them. */
  #opensWithArticle(block: Block, first: number, end: number, type: EntityType): boolean {
    if (type === "work" || type === "person" || first + 1 >= end || !/^the$/i.test(tokenText(block, first))) return false;
    return opensSentence(block, first) && kindsOf(this.#lists, block, first, end) === 0;
  }

  /** Whether an acronym of an organization stands before a person's name: "LEBA Fatallah Fawzi". */
  #startsWithAcronym(block: Block, first: number, end: number): boolean {
    const word = tokenText(block, first);
    // "the receiver, PVR Rao": initials.
    if (/^\p{Ll}/u.test(block.words[first - 2] ?? "") && block.words[first - 1] === ",") return false;
    if (end - first < 2 || isTitleCase(block, first) || !isTitleCase(block, first + 1) || !/^\p{Lu}{3,8}$/u.test(word)) return false;
    return (flagsOf(this.#lists, word) & PERSON_BITS) === 0;
  }
}

/** What stands before a person's name alone: "Mr Ford", "Major Baden-Powell". */
const COURTESIES: ReadonlySet<string> = new Set(wordKinds.courtesies.split(" "));

/** "Queen Sofia", "Uncle Sydney", "Mr Ford": a name of one word that is a place's or a firm's as well. */
function isCalledByTitle(block: Block, { first, end, type }: TokenName): boolean {
  if (type === "organization" && end - first === 1 && first > 0 && COURTESIES.has(block.words[first - 1])) return !isCapital(block, end);
  return type === "place" && end - first === 1 && first > 0 && isTitleCase(block, first - 1) && BEFORE_ONE_NAME.has(block.lower[first - 1]);
}

/** "By Christmas Weld had left": when somebody did something, before his name. */
function isDateBefore({ lower }: Block, first: number): boolean {
  return DATES.has(lower[first]) && /^(?:by|in|on|at|since|until|before|after|last|next|this)$/.test(lower[first - 1] ?? "");
}

/** Whether a token of a person's name is a word without a capital that is no particle. */
function isSmallWord({ words, lower }: Block, token: number, lists: WordLists): boolean {
  return (
    words[token] === lower[token] &&
    /^\p{Ll}{4,}$/u.test(words[token]) &&
    !PARTICLES.has(words[token]) &&
    (flagsOf(lists, words[token]) & GIVEN_BIT) === 0
  );
}

function opensSentence({ text, tokens }: Block, token: number): boolean {
  return token === 0 || !/[\p{L}\p{N},]/u.test(text[tokens.ends[token - 1] - 1]);
}
