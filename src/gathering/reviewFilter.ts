import ignore, { type Ignore } from "ignore";
import { Minimatch } from "minimatch";

/** A pattern of `files.exclude`: always, or only beside a file of another name, in which `$(basename)` stands for the own name without its ending. */
export interface ExcludePattern {
  readonly glob: string;
  readonly when?: string;
}

/** What decides which files of a folder are under review. */
export interface FilterRules {
  /** Globs of the documents under review, matched against the whole path. */
  readonly documents: readonly string[];
  /** `files.exclude`, matched against the path in the folder. */
  readonly exclude: readonly ExcludePattern[];
}

/** As VS Code reads a glob: no negation, no comments, no patterns in brackets with a sign before them. */
const AS_VSCODE = { dot: true, nonegate: true, nocomment: true, noext: true } as const;

const NEVER = /(?!)/;

/** Folders that hold other programs' files. */
const LEFT_OUT = /^(?:\..*|node_modules)$/;

/** Decides which files and folders of a workspace folder are looked at. */
export class ReviewFilter {
  readonly #documents: readonly RegExp[];
  readonly #exclude: readonly { readonly glob: RegExp; readonly when?: string }[];

  constructor({ documents, exclude }: FilterRules) {
    this.#documents = documents.map(patternOf);
    this.#exclude = exclude.map(({ glob, when }) => ({ glob: patternOf(glob), ...(when !== undefined && { when }) }));
  }

  /** @param path the whole path of a file, with `/`. */
  isDocument(path: string): boolean {
    return this.#documents.some((glob) => glob.test(path));
  }

  /**
   * @param path in the folder, with `/`.
   * @param siblings the names in the same folder.
   */
  isExcluded(path: string, siblings: ReadonlySet<string>): boolean {
    return this.#exclude.some(({ glob, when }) => glob.test(path) && (when === undefined || siblings.has(siblingName(path, when))));
  }

  /** Whether a folder is never entered, by its name alone. */
  isLeftOut(name: string): boolean {
    return LEFT_OUT.test(name);
  }
}

/** A glob as a pattern, which a folder of many files is through with sooner. Names may have line breaks. */
function patternOf(glob: string): RegExp {
  const pattern = new Minimatch(glob, AS_VSCODE).makeRe();
  return pattern ? new RegExp(pattern.source, `${pattern.flags}s`) : NEVER;
}

function siblingName(path: string, when: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return when.replace("$(basename)", dot > 0 ? name.slice(0, dot) : name);
}

/** The `.gitignore` files from the folder down to where one is, each holding below its own place. */
export class GitIgnores {
  readonly #levels: readonly { readonly base: string; readonly rules: Ignore }[];

  private constructor(levels: readonly { readonly base: string; readonly rules: Ignore }[]) {
    this.#levels = levels;
  }

  static readonly none = new GitIgnores([]);

  /** @param base the path of the folder that holds the file, empty for the workspace folder, else with `/` at its end. */
  with(base: string, text: string): GitIgnores {
    return new GitIgnores([...this.#levels, { base, rules: ignore({ allowRelativePaths: true }).add(text) }]);
  }

  /** @param path in the workspace folder, with `/`. What a deeper file says goes before what a higher one says. */
  ignores(path: string, isFolder: boolean): boolean {
    for (let at = this.#levels.length - 1; at >= 0; at--) {
      const { base, rules } = this.#levels[at];
      const { ignored, unignored } = rules.test(path.slice(base.length) + (isFolder ? "/" : ""));
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}
