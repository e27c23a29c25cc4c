import { describe, expect, it } from "vitest";
import { findDocuments, isUnderReview } from "../../../src/gathering/documentFinder.js";
import { type FilterRules, ReviewFilter } from "../../../src/gathering/reviewFilter.js";
import { MemoryFiles, type Stored } from "./memoryFiles.js";

const RULES: FilterRules = { documents: ["**/{seeds,sources}/**/*.{txt,md}"], exclude: [{ glob: "**/.git" }] };
const FOLDER = { place: "/w", wholePath: "/w" };

async function found(stored: Readonly<Record<string, Stored>>, rules: Partial<FilterRules> = {}, part = ""): Promise<string[]> {
  const all: string[] = [];
  const filter = new ReviewFilter({ ...RULES, ...rules });
  for await (const one of findDocuments(new MemoryFiles(stored), FOLDER, filter, part)) {
    if (one.kind === "links") all.push("links");
    else all.push(one.kind === "document" ? one.path : `! ${one.path}: ${one.reason}`);
  }
  return all;
}

describe("documents under review", () => {
  it("are those that the globs match, by their whole paths, sorted by name", async () => {
    expect(await found({ "/w/sources/b.txt": "", "/w/sources/a/c.md": "", "/w/sources/d.pdf": "", "/w/other/e.txt": "" })).toEqual([
      "sources/b.txt",
      "sources/a/c.md",
    ]);
    const filter = new ReviewFilter(RULES);
    const inSeeds = findDocuments(new MemoryFiles({ "/x/seeds/a.txt": "" }), { place: "/x/seeds", wholePath: "/x/seeds" }, filter);
    expect(await inSeeds.next()).toMatchObject({ value: { path: "a.txt" } });
  });

  it("have names of any kind", async () => {
    const stored = {
      "/w/sources/a\nb.txt": "",
      "/w/sources/[x] {y}!.txt": "",
      "/w/sources/été 😀.txt": "",
      "/w/x\n/sources/\ny/c.txt": "",
    };
    expect(await found(stored)).toEqual(["sources/[x] {y}!.txt", "sources/a\nb.txt", "sources/été 😀.txt", "x\n/sources/\ny/c.txt"]);
    expect(await found(stored, { exclude: [{ glob: "**/sources/**/c.txt" }] })).toHaveLength(3);
  });

  it("are not those that files.exclude excludes, with its conditions", async () => {
    const stored = { "/w/sources/a.txt": "", "/w/sources/a.md": "", "/w/sources/b.txt": "", "/w/sources/old/c.txt": "" };
    const exclude = [{ glob: "**/old" }, { glob: "**/*.txt", when: "$(basename).md" }];
    expect(await found(stored, { exclude })).toEqual(["sources/a.md", "sources/b.txt"]);
  });

  it("are not those that .gitignore ignores; a deeper file goes before a higher one", async () => {
    const stored = {
      "/w/.gitignore": "drafts/\n*.md\n!keep.md\n",
      "/w/sources/a.md": "",
      "/w/sources/keep.md": "",
      "/w/sources/drafts/b.txt": "",
      "/w/sources/deep/.gitignore": "/c.txt\n!a.md",
      "/w/sources/deep/a.md": "",
      "/w/sources/deep/c.txt": "",
      "/w/sources/deep/er/c.txt": "",
    };
    expect(await found(stored)).toEqual(["sources/keep.md", "sources/deep/a.md", "sources/deep/er/c.txt"]);
  });

  it("are not in folders of other programs", async () => {
    expect(await found({ "/w/node_modules/p/sources/a.txt": "", "/w/.cache/sources/a.txt": "", "/w/sources/b.txt": "" })).toEqual([
      "sources/b.txt",
    ]);
  });

  it("are found once, whatever links lead to them, and links in a circle come to an end", async () => {
    const stored: Readonly<Record<string, Stored>> = {
      "/w/a-link": { link: "/w/sources" },
      "/w/sources/a.txt": "",
      "/w/sources/again.txt": { link: "/w/sources/a.txt" },
      "/w/sources/around": { link: "/w" },
      "/w/sources/from-afar.txt": { link: "/else/x.txt" },
      "/w/sources/lost.txt": { link: "/nowhere" },
      "/else/x.txt": "",
      "/w/sources/pipe.txt": { device: true },
    };
    expect(await found(stored)).toEqual(["sources/a.txt", "sources/from-afar.txt"]);
  });

  it("are told of where a folder may not be entered", async () => {
    expect(await found({ "/w/sources/closed/": { forbidden: true }, "/w/sources/closed/a.txt": "", "/w/sources/b.txt": "" })).toEqual([
      "sources/b.txt",
      "! sources/closed: it may not be read; change its permissions",
    ]);
  });

  it("can be searched for in one part, where what is above still counts", async () => {
    const stored = { "/w/.gitignore": "ignored/", "/w/sources/in/a.txt": "", "/w/sources/ignored/b.txt": "", "/w/sources/c.txt": "" };
    expect(await found(stored, {}, "sources/in")).toEqual(["sources/in/a.txt"]);
    expect(await found(stored, {}, "sources/ignored")).toEqual([]);
    expect(await found(stored, {}, "sources/gone")).toEqual([]);
    expect(await found({ ...stored, "/w/sources/in/up": { link: "/w" } }, {}, "sources/in")).toEqual(["sources/in/a.txt", "links"]);
  });

  it("can be asked about one by one", async () => {
    const stored = { "/w/.gitignore": "ignored/", "/w/sources/a.txt": "", "/w/sources/ignored/b.txt": "", "/w/other/c.txt": "" };
    const answers = ["sources/a.txt", "sources/ignored/b.txt", "other/c.txt", "sources/gone.txt"].map((path) =>
      isUnderReview(new MemoryFiles(stored), FOLDER, new ReviewFilter(RULES), path),
    );
    expect(await Promise.all(answers)).toEqual([true, false, false, false]);
  });
});
