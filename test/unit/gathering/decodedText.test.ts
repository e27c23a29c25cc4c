import { describe, expect, it } from "vitest";
import { decodedText } from "../../../src/gathering/decodedText.js";

const TEXT = 'Robert Fico said in Berlin: "The harbour stays open."\r\nNobody asked.\r\n';

function textOf(bytes: Uint8Array): string | null {
  const decoded = decodedText(bytes);
  return decoded.kind === "text" ? decoded.text : null;
}

describe("a file's bytes as VS Code shows them", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${TEXT}`)],
    ["UTF-16 with a byte order mark", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
    ["UTF-16, big bytes first, with a byte order mark", Buffer.from(`\ufeff${TEXT}`, "utf16le").swap16()],
    ["UTF-16 without a byte order mark", Buffer.from(TEXT, "utf16le")],
    ["UTF-16, big bytes first, without a byte order mark", Buffer.from(TEXT, "utf16le").swap16()],
  ])("are the same text in %s", (_, bytes) => {
    expect(textOf(bytes)).toBe(TEXT);
  });

  it("has signs beyond Latin-1 behind the beginning that tells the encoding", () => {
    const text = `${"Nobody asked. ".repeat(20)}“Niemand,” said Čapek.`;
    expect(textOf(Buffer.from(text, "utf16le"))).toBe(text);
  });

  it("has the line break that most lines end in", () => {
    expect(textOf(Buffer.from("a\r\nb\r\nc\nd"))).toBe("a\r\nb\r\nc\r\nd");
    expect(textOf(Buffer.from("a\nb\nc\rd"))).toBe("a\nb\nc\nd");
  });

  it("has a sign in the place of each letter of a few that are in Latin-1, as the editor does", () => {
    expect(textOf(Buffer.from("A café in Łódź? A cafe.".replace("Łódź", "Lodz"), "latin1"))).toBe("A caf\ufffd in Lodz? A cafe.");
  });

  it.each([
    ["zeros among other bytes", Buffer.from([0x89, 0x50, 0, 0x47, 0, 0, 0x1a])],
    ["zeros behind the beginning", Buffer.concat([Buffer.from("a".repeat(600)), Buffer.of(0)])],
    ["another encoding throughout", Buffer.from("\u00e4\u00f6\u00fc ".repeat(40), "latin1")],
  ])("are no text with %s", (_, bytes) => {
    expect(decodedText(bytes).kind).toBe("unreadable");
  });
});
