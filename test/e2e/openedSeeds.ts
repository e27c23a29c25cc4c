import { join } from "node:path";
import { copyOf } from "../../src/development/copyOf.mjs";
import { openWindow } from "../../src/development/vscode/openWindow.mjs";
import { KEPT, PROJECT } from "../../src/development/vscode/places.mjs";
import type { VsCodeWindow } from "../../src/development/vscode/vscodeWindow.mjs";

/** Where the end-to-end tests leave what they saw. */
export const PICTURES = join(KEPT, "pictures");

export interface OpenedFolder {
  readonly window: VsCodeWindow;
  /** The folder that is open, a copy made for this window. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Opens a copy of the seeds in a window of its own, with the extension in it. */
export async function openSeeds(settings: Readonly<Record<string, unknown>> = {}): Promise<OpenedFolder> {
  return openCopy(join(PROJECT, "seeds"), settings);
}

/** Opens a copy of a folder in a window of its own, with the extension in it. */
export async function openCopy(folder: string, settings: Readonly<Record<string, unknown>> = {}): Promise<OpenedFolder> {
  const copy = copyOf(folder);
  try {
    const { window, close } = await openWindow({ folder: copy.path, pictures: PICTURES, settings });
    return {
      window,
      folder: copy.path,
      close: async () => {
        await close();
        copy.remove();
      },
    };
  } catch (error) {
    copy.remove();
    throw error;
  }
}
