import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Anchors, textAnchors } from "./textAnchors.js";

/** @param hash the text's SHA-256, where it is at hand: an analysis of this very text has it. */
export function anchorsIn(text: string, hash: string = bytesToHex(sha256(utf8ToBytes(text)))): Anchors {
  return textAnchors(text, hash);
}
