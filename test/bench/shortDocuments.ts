/**
 * The lines of a stream of short documents, in chunks of about 64 KB as a pipe gives them.
 * @param different how many documents have words of their own before words come again.
 */
export function* shortDocuments(count: number, different: number): Generator<Uint8Array> {
  let lines = "";
  for (let i = 0; i < count; i++) {
    lines += `${JSON.stringify({ path: `${i}.txt`, text: `“We wait for ship ${i % different},” Ann Weld${i % different} said.` })}\n`;
    if (lines.length < 0x10000) continue;
    yield new TextEncoder().encode(lines);
    lines = "";
  }
  if (lines !== "") yield new TextEncoder().encode(lines);
}
