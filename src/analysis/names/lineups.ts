import { type Block, tokenText } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import { isCapital, opensLine } from "./lines.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

const PARTICLES: ReadonlySet<string> = new Set(wordKinds.kinds.particle.split(" "));

/** A team has at least so many players. */
const FEWEST_PLAYERS = 7;
const LONGEST_LABEL = 5;
const LONGEST_NAME = 4;
const LONGEST_BRACKET = 12;
/** A player's name is one by its place, whatever the labels say of it. */
const SURE_PLAYER = 0.9;

type Part = Pick<TokenName, "first" | "end">;

/**
 * The players of the line-ups that a block holds: "Rovers: Kiely; Quinn, Heaney (Orr 71), Walsh, …". What tells them from other lists with
 * capitals, of countries say, is a shirt's number, a substitute with the minute, or a semicolon between the lines of the team.
 */
function findLineups(block: Block): readonly Part[] {
  const players: Part[] = [];
  for (let i = 0; i < block.tokens.count; i++) {
    if (tokenText(block, i) !== ":" || !isLabel(block, i)) continue;
    const found = playersFrom(block, i + 1);
    if (found.length > 0) i = found[found.length - 1].end - 1;
    for (const player of found) players.push(player);
  }
  return players;
}

/** Whether nothing but capitalised words stands between the line's beginning and a colon. */
function isLabel(block: Block, colon: number): boolean {
  const end = beforeFormation(block, colon);
  let first = end;
  while (first > 0 && end - first < LONGEST_LABEL && isCapital(block, first - 1) && !opensLine(block, first)) first--;
  return first < end && opensLine(block, first);
}

/** "(4-4-2)": where a label ends before the formation in brackets. */
function beforeFormation(block: Block, colon: number): number {
  if (colon < 3 || tokenText(block, colon - 1) !== ")") return colon;
  for (let i = colon - 2; i > 0 && i > colon - LONGEST_BRACKET; i--) {
    if (tokenText(block, i) === "(") return i;
    if (!/^[\d-]+$/.test(tokenText(block, i))) return colon;
  }
  return colon;
}

function playersFrom(block: Block, from: number): readonly Part[] {
  const { count, kinds } = block.tokens;
  const players: Part[] = [];
  let isTelling = false;
  let commas = 0;
  let at = from;
  while (at < count) {
    if (kinds[at] === TokenKind.Number) {
      isTelling = true;
      at++;
      if (tokenText(block, at) === "-") at++;
    }
    const end = endOfName(block, at);
    if (end === at) break;
    players.push({ first: at, end });
    at = end;
    if (at < count && tokenText(block, at) === "(") {
      const substitute = endOfName(block, at + 1);
      const isMinute = substitute > at + 1 && substitute < count && kinds[substitute] === TokenKind.Number;
      if (isMinute) players.push({ first: at + 1, end: substitute });
      isTelling ||= isMinute;
      const behind = behindBracket(block, at);
      if (behind < 0) break;
      at = behind;
    }
    const separator = at < count ? tokenText(block, at) : "";
    if (separator === ",") commas++;
    else if (separator === ";") isTelling ||= commas > 0;
    else break;
    at++;
  }
  return isTelling && players.length >= FEWEST_PLAYERS ? players : [];
}

/** Behind a bracket that opens at a token; -1 where it does not close within a few tokens. */
function behindBracket(block: Block, open: number): number {
  const limit = Math.min(block.tokens.count, open + LONGEST_BRACKET);
  for (let i = open + 1; i < limit; i++) if (tokenText(block, i) === ")") return i + 1;
  return -1;
}

/** Behind a name of one to four words that begins at a token; the token itself where none does. */
function endOfName(block: Block, first: number): number {
  let end = first;
  while (end < block.tokens.count && end - first < LONGEST_NAME && (isCapital(block, end) || isParticle(block, end))) end++;
  while (end > first && isParticle(block, end - 1) && !isCapital(block, end - 1)) end--;
  return end;
}

function isParticle(block: Block, token: number): boolean {
  return PARTICLES.has(tokenText(block, token));
}

/** A block's names, with the players of its line-ups. @param names in text order. */
export function withLineups(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  const players = findLineups(block);
  if (players.length === 0) return names;
  const apart = names.filter((name) => !players.some((player) => player.first < name.end && name.first < player.end));
  const added = players.map((player): TokenName => ({ ...player, type: "person", confidence: SURE_PLAYER }));
  return [...apart, ...added].sort((a, b) => a.first - b.first);
}
