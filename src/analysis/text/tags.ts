/** The names of HTML's tags: "<abyron> Thanks" of a chat is none. */
const NAMES =
  "a|abbr|article|aside|audio|b|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|legend|li|link|main|mark|meta|nav|noscript|object|ol|option|p|param|path|picture|pre|q|s|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|u|ul|video|wbr";
/** A value between marks may hold the sign that ends the tag. */
const TAG = new RegExp(`<(?:/?(?:${NAMES})(?=[\\s/>])(?:[^<>"']|"[^"]{0,4000}"|'[^']{0,4000}'){0,4000}>|!--[^<]{0,4000}?-->)`, "iuy");
/** Where a Markdown link leads, with its title: "](https://… "…")". */
const TARGET = /\]\(\s?<?[^\s()<>]{1,2000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,2000})?>?(?:\s(?:"[^"\n]{0,400}"|'[^'\n]{0,400}'))?\s?\)/uy;

/**
 * The end of an HTML tag with its attributes, of a comment, or of a Markdown link's address with the bracket before it: what is written
 * for a machine to read.
 * @param at the offset of a "<" or a "]".
 * @returns the offset itself where none begins there.
 */
export function tagEnd(text: string, at: number): number {
  const form = text[at] === "<" ? TAG : TARGET;
  form.lastIndex = at;
  return at + (form.exec(text)?.[0].length ?? 0);
}
