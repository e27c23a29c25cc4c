import { expect, it } from "vitest";
import { thirdPartyNotices } from "../../../src/development/thirdParty.mjs";

function metafile(...inputs: readonly string[]) {
  return { inputs: Object.fromEntries(inputs.map((input) => [input, { bytes: 1, imports: [] }])), outputs: {} };
}

it("names each bundled package once, with its licence", () => {
  const notices = thirdPartyNotices([
    metafile("src/extension.ts", "node_modules/@noble/hashes/sha2.js", "node_modules/@noble/hashes/utils.js"),
    metafile("node_modules/@noble/hashes/sha2.js"),
  ]);
  expect(notices.match(/@noble\/hashes \d/g)).toHaveLength(1);
  expect(notices).toContain("Permission is hereby granted");
});

it("is empty for a bundle of the project's own files", () => {
  expect(thirdPartyNotices([metafile("src/cli.ts")])).toBe("");
});
