import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundle } from "../../../src/development/bundle.mjs";

let place: string;
let outfile: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "source-review-bundle-"));
  outfile = join(place, "dist", "program.js");
  mkdirSync(join(place, "src", "analysis", "names"), { recursive: true });
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

async function bundled(files: Readonly<Record<string, string | Uint8Array>>): Promise<unknown> {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(place, "src", "analysis", name), content);
  await bundle({ entryPoints: [join(place, "src", "analysis", "entry.js")], outfile });
  return createRequire(outfile)(outfile);
}

describe("bundle", () => {
  it("reads through a word of a megabyte, as a source map in it is", async () => {
    const word = "x".repeat(1_000_000);
    expect(await bundled({ "entry.js": `export const word = "${word}";` })).toEqual({ word });
  });

  it("puts models and long lists in files beside the bundle, which reads them, and keeps short lists in the code", async () => {
    const long = Array.from({ length: 3000 }, (_, i) => `wörd${i}`);
    const program = await bundled({
      "entry.js": `
        export { default as model } from "./names/a.model";
        export { default as long } from "./names/long.json";
        export { default as short } from "./names/short.json";`,
      "names/a.model": Uint8Array.of(0, 200, 255),
      "names/long.json": JSON.stringify(long),
      "names/short.json": '["few"]',
    });
    expect(program).toMatchObject({ long, short: ["few"] });
    expect([...(program as { readonly model: Uint8Array }).model]).toEqual([0, 200, 255]);
    const code = readFileSync(outfile, "utf8");
    expect(code).toContain("few");
    expect(code).not.toContain("rd2999");
  });

  it("is another program where only the data beside it is another, and the same where nothing is", async () => {
    const made = async (model: Uint8Array): Promise<string> => {
      await bundled({ "entry.js": `export { default as model } from "./names/a.model";`, "names/a.model": model });
      return readFileSync(outfile, "utf8");
    };
    const first = await made(Uint8Array.of(1, 2, 3));
    expect(await made(Uint8Array.of(1, 2, 4))).not.toBe(first);
    expect(await made(Uint8Array.of(1, 2, 3))).toBe(first);
  });

  it("writes ASCII alone, and what it writes means the same", async () => {
    const program = await bundled({
      "entry.js": `
        export const found = "a “𝒳𝒳é".match(/[“”]?𝒳*é/u)[0];
        export const text = \`’\${"é"}\`;
        export const set = /^[à-ü’]+$/.test("é’");`,
    });
    expect(readFileSync(outfile, "utf8")).toMatch(/^[\0-\x7f]*$/);
    expect(program).toMatchObject({ found: "“𝒳𝒳é", text: "’é", set: true });
  });
});
