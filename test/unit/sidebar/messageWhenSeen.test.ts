import { expect, it } from "vitest";
import type { TreeView } from "vscode";
import { messageWhenSeen } from "../../../src/sidebar/messageWhenSeen.js";

/** A view that notes what it is told to say. */
function viewSaying(message: string) {
  const said: string[] = [];
  let see: (event: { visible: boolean }) => void = () => undefined;
  const view = {
    get message() {
      return message;
    },
    set message(words: string) {
      said.push(words);
    },
    onDidChangeVisibility: (listener: typeof see) => {
      see = listener;
      return { dispose: () => undefined };
    },
  };
  messageWhenSeen(view as unknown as TreeView<unknown>);
  return { said, see: (visible: boolean) => see({ visible }) };
}

it("a message that was there before the view is said again when it is seen, and not when it goes out of sight", () => {
  const { said, see } = viewSaying("5 documents read.");
  see(true);
  expect(said).toEqual(["5 documents read."]);
  see(false);
  expect(said).toHaveLength(1);
});

it("a view without a message says nothing", () => {
  const { said, see } = viewSaying("");
  see(true);
  expect(said).toEqual([]);
});
