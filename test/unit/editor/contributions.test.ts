import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import * as names from "../../../src/contributions.js";

const { contributes } = manifest;
const conditions = [
  ...contributes.commands.flatMap((command) => ("enablement" in command ? [command.enablement] : [])),
  ...contributes.keybindings.map(({ when }) => when),
  ...Object.values(contributes.menus).flatMap((items) => items.flatMap((item) => ("when" in item ? [item.when] : []))),
  ...contributes.viewsWelcome.flatMap((welcome) => ("when" in welcome ? [welcome.when] : [])),
];
const declaredCommands = contributes.commands.map(({ command }) => command);

describe("the manifest and the code", () => {
  it("have the same commands", () => {
    const groups = [
      names.COMMANDS,
      names.SIDEBAR_COMMANDS,
      names.ROW_COMMANDS,
      names.DECISION_COMMANDS,
      names.HISTORY_COMMANDS,
      names.COMMENT_COMMANDS,
      names.LOOK_COMMANDS,
      names.DOCUMENT_COMMANDS,
      names.DRAFT_COMMANDS,
      names.ACROSS_COMMANDS,
    ];
    const known: string[] = groups.flatMap((group) => Object.values(group));
    expect([...declaredCommands].sort()).toEqual(known.sort());
  });

  it("have the same settings with the same defaults, fifteen at most", () => {
    const { properties } = contributes.configuration;
    const declared = Object.fromEntries(Object.entries(properties).map(([key, { default: value }]) => [key, value]));
    const known = Object.fromEntries(Object.entries(names.SETTING_DEFAULTS).map(([key, value]) => [`${names.SECTION}.${key}`, value]));
    expect(declared).toEqual(known);
    expect(Object.keys(properties).length).toBeLessThanOrEqual(15);
  });

  it("have the same colours, each with a default for every kind of theme", () => {
    expect(contributes.colors.map(({ id }) => id).sort()).toEqual(Object.values(names.COLORS).sort());
    for (const { defaults } of contributes.colors) {
      expect(Object.keys(defaults).sort()).toEqual(["dark", "highContrast", "highContrastLight", "light"]);
    }
  });

  it("have the same views", () => {
    const declared = Object.values(contributes.views).flatMap((views) => views.map(({ id }) => id));
    expect(declared.sort()).toEqual(Object.values(names.VIEWS).sort());
  });

  it("have the same context keys", () => {
    const known: readonly string[] = [
      ...Object.values(names.CONTEXT_KEYS),
      ...Object.values(names.SIDEBAR_CONTEXT_KEYS),
      ...Object.values(names.ACROSS_CONTEXT_KEYS),
    ];
    const used = conditions.flatMap((condition) => condition.match(/(?<![\w.])sourceReview\.[\w.]+/g) ?? []);
    const ids: readonly string[] = [...Object.values(names.VIEWS)];
    expect([...new Set(used)].filter((key) => !known.includes(key) && !ids.includes(key))).toEqual([]);
  });

  it("ask only for settings that there are", () => {
    const asked = conditions.flatMap((condition) => condition.match(/(?<=config\.)sourceReview\.[\w.]+/g) ?? []);
    expect(asked.filter((key) => !(key in contributes.configuration.properties))).toEqual([]);
  });
});

describe("the manifest", () => {
  it("binds keys and menus to its own commands alone", () => {
    const bound = contributes.keybindings.map(({ command }) => command);
    const offered = Object.values(contributes.menus).flatMap((items) => items.flatMap((item) => ("command" in item ? [item.command] : [])));
    expect([...bound, ...offered].filter((command) => !declaredCommands.includes(command))).toEqual([]);
  });

  it("binds no key twice under one condition", () => {
    for (const platform of ["key", "mac"] as const) {
      const keys = contributes.keybindings.flatMap((binding) => (platform in binding ? [`${binding[platform]} when ${binding.when}`] : []));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it("lets the keys that go somewhere, undo and tell what was decided work from the sidebar's lists, too", () => {
    const { goToEntity, goToQuotation, goToTopic } = names.COMMANDS;
    const { undo, redo, history } = names.HISTORY_COMMANDS;
    for (const command of [goToEntity, goToQuotation, goToTopic, undo, redo, history])
      expect(contributes.keybindings.find((binding) => binding.command === command)?.when).toContain("focusedView =~ /^sourceReview\\./");
  });

  it("shows no key in a row's menu that works in the text alone", () => {
    const inText = contributes.keybindings.filter(({ when }) => !when.includes("focusedView")).map(({ command }) => command);
    const onRows = contributes.menus["view/item/context"].map(({ command }) => command);
    expect(onRows.filter((command) => inText.includes(command))).toEqual([]);
    const title = (id: string) => contributes.commands.find(({ command }) => command === id)?.title;
    for (const [command, ofRow] of Object.entries(names.ROW_COMMANDS)) expect(title(ofRow)).toBe(title(command));
  });

  it("gives its views the sizes that VS Code reads", () => {
    for (const view of Object.values(contributes.views).flat()) expect(view).toEqual({ ...view, initialSize: expect.any(Number) });
  });

  it("names icons that are there", () => {
    const icons = contributes.commands.flatMap((command) =>
      "icon" in command && typeof command.icon === "object" ? [command.icon.light, command.icon.dark] : [],
    );
    expect(icons.length).toBeGreaterThan(0);
    expect(icons.filter((path) => !existsSync(new URL(`../../../${path}`, import.meta.url)))).toEqual([]);
  });

  it("has colours that stand out from the backgrounds of VS Code's own themes", () => {
    const backgrounds = { dark: "#1f1f1f", light: "#ffffff", highContrast: "#000000", highContrastLight: "#ffffff" } as const;
    for (const { id, defaults } of contributes.colors) {
      if (id.endsWith("Background")) continue;
      for (const theme of ["dark", "light", "highContrast", "highContrastLight"] as const) {
        const least = theme.startsWith("high") ? 7 : 3;
        expect(contrast(defaults[theme], backgrounds[theme]), `${id} in ${theme}`).toBeGreaterThanOrEqual(least);
      }
    }
  });

  it("is read as text that a reader can follow: each setting has one description", () => {
    for (const [key, property] of Object.entries(contributes.configuration.properties)) {
      const text = "markdownDescription" in property ? property.markdownDescription : property.description;
      expect(text, key).toMatch(/\.$/);
      expect(text.length, key).toBeLessThan(170);
    }
  });

  it("does not let the worker's engine into the extension's own file", () => {
    const source = readFileSync(new URL("../../../src/extension.ts", import.meta.url), "utf8");
    expect(source).not.toMatch(/analyze\.js/);
  });
});

/** The contrast of two colours as WCAG 2.2 defines it, 1 to 21. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
