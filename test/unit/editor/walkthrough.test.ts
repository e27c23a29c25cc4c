import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import * as names from "../../../src/contributions.js";

const { contributes } = manifest;
const [walkthrough] = contributes.walkthroughs;
const commands: readonly string[] = contributes.commands.map(({ command }) => command);
const views: readonly string[] = Object.values(contributes.views).flatMap((some) => some.map(({ id }) => id));
const settings: readonly string[] = Object.keys(contributes.configuration.properties);

/** What the steps' links run, each with the settings that it asks for. */
const links = walkthrough.steps.flatMap(({ description }) => [...description.matchAll(/\]\(command:([\w.]+)(?:\?([^)\s]*))?\)/g)]);
const pictures = walkthrough.steps.map(({ media }) => media.svg);

describe("the walkthrough", () => {
  it("has no more than five steps in any window", () => {
    const always = walkthrough.steps.filter((step) => !("when" in step)).length;
    const sometimes = walkthrough.steps.flatMap((step) => ("when" in step ? [step.when] : []));
    expect(sometimes).toEqual(["workbenchState == empty", "workbenchState != empty"]);
    expect(always + 1).toBeLessThanOrEqual(5);
  });

  it("links to commands, views and settings that there are", () => {
    const own = links.map(([, command]) => command).filter((command) => command.startsWith("sourceReview."));
    const focus = views.map((view) => `${view}.focus`);
    expect(own.length).toBeGreaterThan(4);
    expect(own.filter((command) => !commands.includes(command) && !focus.includes(command))).toEqual([]);
    const asked = links.flatMap(([, , query]) => (query === undefined ? [] : (JSON.parse(decodeURIComponent(query)) as string[])));
    expect(asked.filter((key) => !settings.some((known) => known === key || known.startsWith(`${key}.`)))).toEqual([]);
  });

  it("is ticked off by commands, views, settings and keys that there are", () => {
    const known: Readonly<Record<string, readonly string[]>> = {
      onCommand: [...commands, "workbench.action.quickOpen", "vscode.openFolder"],
      onView: views,
      onSettingChanged: settings,
      onContext: Object.values(names.CONTEXT_KEYS),
    };
    const events = walkthrough.steps.flatMap(({ completionEvents }) => completionEvents.map((event) => event.split(":")));
    expect(events.filter(([kind, what]) => !known[kind]?.includes(what))).toEqual([]);
    for (const { id, completionEvents } of walkthrough.steps) expect(completionEvents.length, id).toBeGreaterThan(0);
  });

  it("calls its buttons as the palette does", () => {
    const titles = new Map(contributes.commands.map(({ command, title }) => [command, title]));
    for (const { description } of walkthrough.steps) {
      for (const [, label, command] of description.matchAll(/\[([^\]]+)\]\(command:([\w.]+)\)/g)) {
        expect(titles.get(command) ?? label).toBe(label);
      }
      for (const [, title] of description.matchAll(/\*\*([^*]+)\*\*/g)) expect([...titles.values()]).toContain(title);
    }
  });

  it("is short", () => {
    for (const { description, id } of walkthrough.steps) expect(description.replace(/\]\([^)]*\)/g, "]").length, id).toBeLessThan(330);
  });

  it("has pictures that are there, small, and described", () => {
    for (const { media } of walkthrough.steps) {
      expect(existsSync(media.svg), media.svg).toBe(true);
      expect(statSync(media.svg).size).toBeLessThan(12_000);
      expect(media.altText.length).toBeGreaterThan(60);
    }
  });

  it("draws them in colours of the theme alone, so that they are read in every theme", () => {
    const colors: readonly string[] = contributes.colors.map(({ id }) => id.replace(".", "-"));
    for (const picture of new Set(pictures)) {
      const svg = readFileSync(picture, "utf8");
      expect(svg, picture).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|<style|\sstyle=|<script|href/i);
      const own = [...svg.matchAll(/--vscode-(sourceReview-\w+)/g)].map(([, id]) => id);
      expect(own.filter((id) => !colors.includes(id))).toEqual([]);
    }
  });
});
