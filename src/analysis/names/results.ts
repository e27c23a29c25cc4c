import { type Block, tokenText } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import definitions from "./definitions.json" with { type: "json" };
import { isCapital, opensLine } from "./lines.js";
import { kindsOf } from "./phraseKinds.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import { OTHER_KINDS, WordLists } from "./wordLists.js";

const PLAYED: ReadonlySet<string> = new Set(definitions.played.split(" "));
const CONTESTS: ReadonlySet<string> = new Set(definitions.contests.split(" "));
const AGAINST: ReadonlySet<string> = new Set(["over", "against"]);
const RIVALS: ReadonlySet<string> = new Set(definitions.rivals.split(" "));
const PLAYERS: ReadonlySet<string> = new Set(definitions.players.split(" "));
const COACHES: ReadonlySet<string> = new Set(["coach", "manager"]);
const ENDED: ReadonlySet<string> = new Set(["won", "lost", "drew"]);
const DATES: ReadonlySet<string> = new Set([...wordKinds.kinds.month.split(" "), ...wordKinds.kinds.weekday.split(" ")]);

const TEAM = 1 + OTHER_KINDS.indexOf("team");
/** A row of a table of results has at least this many figures after the name. */
const FIGURES_OF_A_ROW = 4;
/** The other side's name is at most so many words. */
const LONGEST_NAME = 5;

/**
 * Whether a run of capitalised words stands where results name a team: "Swindon 4 2 1 1 5 4 7", "Sale 31 Wasps 33", "Surrey beat Essex".
 * Cities are teams there, countries are what they are; persons have such rows, too. Both are for the caller to tell.
 */
export function isTeam(block: Block, first: number, end: number): boolean {
  if (isPlayed(block, first, end) || isBesideScore(block, first, end) || isOpponent(block, first)) return true;
  if (hasPlayer(block, end) || hasCoach(block, end)) return true;
  const after = pastBrackets(block, end);
  if (after >= block.tokens.count || block.tokens.kinds[after] !== TokenKind.Number || isDate(block, first)) return false;
  return (
    (opensRow(block, first) && hasFigures(block, after)) || isFirstOfScore(block, first, after) || isSecondOfScore(block, first, after)
  );
}

/** "Surrey beat Essex", "Barnsley v Walsall", "Barnsley drew 1-1". */
function isPlayed(block: Block, first: number, end: number): boolean {
  if (end + 1 < block.tokens.count && PLAYED.has(tokenText(block, end)) && isCapital(block, end + 1)) return true;
  if (ENDED.has(block.lower[end] ?? "") && isScore(block, end + 1)) return true;
  return first > 1 && PLAYED.has(tokenText(block, first - 1)) && isCapital(block, first - 2);
}

/** "a 3-1 victory over Swindon", "the match against Essex", "title rivals Surrey". */
function isOpponent({ lower }: Block, first: number): boolean {
  if (first < 2) return false;
  if (lower[first - 1] === "with") return /^(?:draw|tie)$/.test(lower[first - 2]);
  return AGAINST.has(lower[first - 1]) ? CONTESTS.has(lower[first - 2]) : RIVALS.has(lower[first - 1]);
}

/** "Swindon striker Ian Dole", "the Swindon captain": what no person's name stands before. */
export function hasPlayer(block: Block, end: number): boolean {
  return end < block.tokens.count && PLAYERS.has(block.words[end]);
}

/** "Swindon manager Ian Dole". */
function hasCoach(block: Block, end: number): boolean {
  return end + 1 < block.tokens.count && COACHES.has(block.words[end]) && isCapital(block, end + 1);
}

/** "Drumsna Rovers 2-1 Lisgoole Athletic", alone on its line. */
function isBesideScore(block: Block, first: number, end: number): boolean {
  if (opensLine(block, first) && isScore(block, end) && end + 3 < block.tokens.count && isCapital(block, end + 3)) return true;
  const closes = end >= block.tokens.count || opensLine(block, end) || tokenText(block, end) === "(";
  return closes && first > 3 && isScore(block, first - 3) && isCapital(block, first - 4);
}

/** Whether the three tokens from one on are a score: "2-1". */
function isScore(block: Block, token: number): boolean {
  return isFigure(block, token) && /^[-–]$/.test(tokenText(block, token + 1) ?? "") && isFigure(block, token + 2);
}

/** Past what tells teams of one name apart: "Rad (B)". */
function pastBrackets(block: Block, end: number): number {
  if (end + 2 >= block.tokens.count || tokenText(block, end) !== "(" || tokenText(block, end + 2) !== ")") return end;
  return tokenText(block, end + 1).length < 3 ? end + 3 : end;
}

function isDate(block: Block, token: number): boolean {
  return DATES.has(block.lower[token]);
}

function opensRow(block: Block, token: number): boolean {
  if (opensLine(block, token) || block.tokens.kinds[token - 1] === TokenKind.Number) return true;
  return /^[-:).]$/.test(tokenText(block, token - 1));
}

/** Games, goals and points are numbers of up to three digits; what has more, or a decimal point, is money or people. */
function hasFigures(block: Block, at: number): boolean {
  const { text, tokens } = block;
  let figures = 0;
  for (let i = at; i < tokens.count && figures < FIGURES_OF_A_ROW; i++) {
    const leads = text[tokens.starts[i]] === "-" && figures === FIGURES_OF_A_ROW - 1;
    if (isFigure(block, i) || leads) figures++;
    else if (figures === 0 || !".-/".includes(text[tokens.starts[i]])) return false;
  }
  return figures >= FIGURES_OF_A_ROW;
}

function isFigure(block: Block, token: number): boolean {
  const { count, kinds, starts, ends } = block.tokens;
  if (token < 0 || token >= count || kinds[token] !== TokenKind.Number || ends[token] - starts[token] > 3) return false;
  return !tokenText(block, token).includes(".");
}

/** "Sale" in "Sale 31 Wasps 33". */
function isFirstOfScore(block: Block, first: number, after: number): boolean {
  if (!isFigure(block, after) || !opensRow(block, first)) return false;
  let end = after + 1;
  while (end < block.tokens.count && end <= after + LONGEST_NAME && isCapital(block, end)) end++;
  const figure = pastBrackets(block, end);
  return end > after + 1 && isFigure(block, figure) && closesScore(block, figure + 1);
}

/** "Wasps" in "Sale 31 Wasps 33". */
function isSecondOfScore(block: Block, first: number, after: number): boolean {
  if (!isFigure(block, after) || !isFigure(block, first - 1) || !closesScore(block, after + 1)) return false;
  const last = first > 4 && tokenText(block, first - 2) === ")" ? first - 5 : first - 2;
  return last >= 0 && isCapital(block, last) && !isDate(block, last);
}

/** "Essex 471": behind a place or team that the lists know without the number behind it. */
export function beforeScore(block: Block, first: number, end: number, lists: WordLists): number {
  if (end - first < 2 || !isFigure(block, end - 1) || kindsOf(lists, block, first, end) !== 0) return end;
  const known = kindsOf(lists, block, first, end - 1);
  return WordLists.placeKind(known) > 0 || WordLists.otherKind(known) === TEAM ? end - 1 : end;
}

/** "Hajduk 2 Proleter" in "Hajduk 2 Proleter 0": the token of the number that parts two teams which were taken for one name; -1 where none does. */
export function numberBetweenTeams(block: Block, first: number, end: number): number {
  if (end - first < 3) return -1;
  const isScored = isFigure(block, pastBrackets(block, end)) || isFigure(block, end - 1) || isFigure(block, first - 1);
  if (!isScored) return -1;
  for (let i = first + 1; i + 1 < end; i++) if (isFigure(block, i) && isCapital(block, i + 1)) return i;
  return -1;
}

function closesScore(block: Block, token: number): boolean {
  return token >= block.tokens.count || opensLine(block, token) || /^[.(;,]$/.test(tokenText(block, token)) || isCapital(block, token);
}
