import { describe, expect, it } from "vitest";
import { unreadableReason } from "../../../src/worker/unreadable.js";

describe("a text that cannot be analysed", () => {
  it("is one with characters that are no text", () => {
    expect(unreadableReason("PK\u0003\u0000\u0004")).toMatch(/no text/);
  });

  it("is one that was read in a wrong encoding throughout", () => {
    expect(unreadableReason("caf\ufffd ".repeat(40))).toMatch(/encoding/);
  });

  it("is not one with a few unreadable characters, nor an empty one", () => {
    expect(unreadableReason(`${"plain text ".repeat(200)}${"\ufffd".repeat(30)}`)).toBeNull();
    expect(unreadableReason("\ufffd\ufffd")).toBeNull();
    expect(unreadableReason("")).toBeNull();
  });
});
