import type { Block } from "../text/sourceText.js";
import { isCapital, isTitleCase } from "./lines.js";
import { firstBehind, type TokenName } from "./spans.js";

/** Legal forms that are nothing else: "SA" and "AG" may be South Africa and an attorney general. */
const LEGAL_FORM =
  /^(?:Inc|Corp|Ltd|LLC|LLP|PLLC|GmbH|Co|P\.A|P\.C|N\.V|B\.V|BV|SpA|Oyj|KGaA|ASA|A\/S|S\/A|ApS|Ltda|Bhd|Tbk|[OP]JSC|UAB|Kft|Zrt|d\.o\.o|S\.A\.[BCS]|S\.R\.L|S\.r\.l)\.?$/;
/** And those that are something else too: only right behind a name. */
const SHORT_FORM = /^(?:AS|AB|OÜ|Oy)$/;
/** Nevada behind a place. */
const NV = "NV";
const PLC = /^(?:plc|PLC|Plc)$/;
/** What a sentence opens with before a firm's name. */
const OPENERS = /^(?:The|A|An|In|At|On|For|And|But|From|By|With|As|To|Of|While|When|Its|Their|His|Her|Both|Shares|SOURCE|Source|Contact)$/;
/** Legal forms that stand behind a firm's one word: "Norvik plc". "Carbon Inc" may be said of many. */
const ALONE = /^(?:plc|PLC|Plc|Ltd|LLC|LLP|GmbH|A\/S|S\/A|ApS)\.?$/;
const CONFIDENCE = 0.7;
const LONGEST = 8;

/** Whether a word is a legal form that a firm's name ends with. */
export function endsFirm(word: string): boolean {
  return LEGAL_FORM.test(word) || PLC.test(word) || word === NV || SHORT_FORM.test(word);
}

/**
 * The firm whose legal form stands at a token: "Taiwan Semiconductor Manufacturing Co.", of which the labels may know the place alone.
 * @param form a token that `endsFirm` is true of.
 * @param names the block's names: an organization that the labels have there is left as it is.
 * @returns null where no name stands before it.
 */
export function firmAt(block: Block, form: number, names: readonly TokenName[]): TokenName | null {
  const known = names[firstBehind(names, block.words[form - 1] === "," ? form - 2 : form - 1)];
  // "Hugh Hill & Sons Ltd" is labelled from "Sons" on.
  if (known && known.first < form && known.type === "organization" && block.words[known.first - 1] !== "&")
    return known.end === form ? { ...known, first: behindLinks(block, known.first), end: form + 1 } : null;
  if (
    SHORT_FORM.test(block.words[form]) &&
    !(known?.end === form && known.type !== "group" && isTitleCase(block, form - 1) && !isCapital(block, form + 1))
  )
    return null;
  if (block.words[form] === NV && (block.words[form - 1] === "," || known?.type === "place")) return null;
  let first = form;
  const behind = block.words[form - 1] === "," ? form - 1 : behindBracket(block, form);
  for (let i = behind - 1; i >= 0 && form - i <= LONGEST; i--) {
    if (endsFirm(block.words[i])) break;
    if (isCapital(block, i)) first = i;
    else if (!(/^(?:&|and)$/.test(block.words[i]) && first === i + 1)) break;
  }
  while (first < form && OPENERS.test(block.words[first])) first++;
  const before = behind < form ? names[firstBehind(names, behind - 1)] : undefined;
  if ((before?.type === "organization" || before?.type === "person") && before.end === behind) first = Math.min(first, before.first);
  if (first >= behind || (form - first < 2 && !ALONE.test(block.words[form]))) return null;
  return { first, end: form + 1, type: "organization", confidence: CONFIDENCE };
}

/** Where a name begins whose first words are joined to the rest by a small word of their language: "Bancos do" before "Halden S.A.B." */
function behindLinks(block: Block, first: number): number {
  return LINK.test(block.words[first - 1] ?? "") && isTitleCase(block, first - 2) ? first - 2 : first;
}

const LINK = /^(?:de|do|da|dos|das|del|di|della)$/;

/** The bracket in "Kestrel Homes (Midlands) Ltd", behind which the name goes on; the form's token where none stands before it. */
function behindBracket(block: Block, form: number): number {
  const { words } = block;
  const isBracket = words[form - 1] === ")" && words[form - 3] === "(" && isCapital(block, form - 2) && isCapital(block, form - 4);
  return isBracket ? form - 3 : form;
}
