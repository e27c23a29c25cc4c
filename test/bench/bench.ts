// Figures of speed, beside the committed ones: npm run bench [-- --collection | --stream] [--save]
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { createAnalyzer } from "../../src/analysis/analyze.js";
import { sha256 } from "../../src/sha256.js";
import { benchText } from "./benchText.js";
import { collectionFigures, collectionGrown } from "./collectionBench.js";
import { ENGINE_NAMES, ENGINES, type Engine, type EngineName } from "./engines.js";
import type { Figure, Figures } from "./figure.js";
import { streamFigures } from "./streamBench.js";

const FIGURES = "test/bench/figures.json";
const MEASURED_IN_VS_CODE = ".vscode-test/results/figures.json";
const MB = 1_000_000;
/** How often each engine is loaded anew. */
const ROUNDS = 3;
/** How often each is measured when it is warm: of a few rounds the garbage of earlier ones may fall into each. */
const WARM_ROUNDS = 8;

/** How often each engine reads the text before it is measured: by then the compiler has done with what is hot. */
const WARM_UPS = 10;
/** How many letters are typed before one is measured, and how many are measured. */
const LETTERS_BEFORE = 100;
const LETTERS = 100;
/** Where they are typed: some places split a name, most do not. */
const PLACES = 9;

const [, program, task, name, file] = process.argv;
run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function run(): Promise<void> {
  if (task === "warm" && isEngine(name)) return warmRun(name, Number(file));
  if (task === "cold" && isEngine(name)) return coldRun(name, Number(file));
  if (task === "collection") return console.log(JSON.stringify(await collectionGrown(name)));
  return show(await chosenFigures(), process.argv.includes("--save"));
}

async function chosenFigures(): Promise<Figures> {
  if (process.argv.includes("--collection")) return collectionFigures(program);
  return process.argv.includes("--stream") ? streamFigures() : bench();
}

function isEngine(value: string | undefined): value is EngineName {
  return ENGINE_NAMES.some((engine) => engine === value);
}

/** The engine's speed against others', and what was measured inside VS Code. */
function bench(): Figures {
  return {
    ...warmSpeeds(),
    ...coldTimes(),
    ...keystrokes(benchText("seeds", MB).slice(0, 100_000)),
    ...(existsSync(MEASURED_IN_VS_CODE) ? (JSON.parse(readFileSync(MEASURED_IN_VS_CODE, "utf8")) as Figures) : {}),
  };
}

function show(figures: Figures, save: boolean): void {
  const committed: Figures = existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, "utf8")).figures : {};
  print(figures, committed);
  if (!save) return;
  const kinds = new Set(Object.keys(figures).map(kindOf));
  const others = Object.fromEntries(Object.entries(committed).filter(([each]) => kindOf(each) === null || !kinds.has(kindOf(each))));
  writeFileSync(FIGURES, `${JSON.stringify({ measuredOn: machine(), figures: { ...others, ...figures } }, undefined, 2)}\n`);
}

/** Each engine on the same text, warmed up, in a process of its own, so that none pays for the garbage of another; its fastest round counts. */
function warmSpeeds(): Figures {
  const [own, ...others] = ENGINE_NAMES.map((engine) => ({ engine, speed: inOwnProcess("warm", engine, MB)[0] }));
  return Object.fromEntries<Figure>([
    ...[own, ...others].map(({ engine, speed }): [string, Figure] => [`${engine}, warm`, { value: speed, unit: "MB/s" }]),
    ...others.map(({ engine, speed }): [string, Figure] => [`warm, against ${engine}`, { value: own.speed / speed, unit: "times" }]),
  ]);
}

async function warmRun(name: EngineName, length: number): Promise<void> {
  const text = benchText("seeds", length);
  const reader = await ENGINES[name]();
  for (let i = 0; i < WARM_UPS; i++) reader.read(text);
  const rounds = Array.from({ length: WARM_ROUNDS }, () => seconds(reader, text));
  console.log(text.length / MB / Math.min(...rounds));
}

/** @returns the numbers that the task prints. */
function inOwnProcess(kind: "warm" | "cold", engine: EngineName, length: number): readonly number[] {
  const args = [process.argv[1], kind, engine, String(length)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split(" ").map(Number);
}

function seconds(reader: Engine, text: string): number {
  const start = process.cpuUsage();
  if (reader.read(text) === 0) throw new Error("Nothing was found: that is no run to measure.");
  return milliseconds(start) / 1000;
}

/** The processor time since a moment, of all threads, collection of garbage too: what else runs on the machine does not count. */
function milliseconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * Each engine loaded and run once, in a process of its own: on 100 KB, of which loading and the compiler are the most, and on the text
 * that warm engines are compared on. By the clock, too, which is what somebody waits for: the compiler works beside the engine.
 */
function coldTimes(): Figures {
  return { ...coldTimesOn("cold", MB / 10, "100 KB"), ...coldTimesOn("cold, 1 MB", MB, "1 MB") };
}

function coldTimesOn(name: string, length: number, size: string): Figures {
  const times = ENGINE_NAMES.map((engine) => {
    const runs = Array.from({ length: ROUNDS }, () => inOwnProcess("cold", engine, length));
    return { engine, cpu: Math.min(...runs.map(([cpu]) => cpu)), clock: Math.min(...runs.map(([, clock]) => clock)) };
  });
  const [own, ...others] = times;
  return Object.fromEntries<Figure>([
    ...times.flatMap(({ engine, cpu, clock }): [string, Figure][] => [
      [`${engine}, cold, loaded and ${size} read`, { value: cpu, unit: "ms" }],
      [`${engine}, cold, loaded and ${size} read, by the clock`, { value: clock, unit: "ms" }],
    ]),
    ...others.flatMap(({ engine, cpu, clock }): [string, Figure][] => [
      [`${name}, against ${engine}`, { value: cpu / own.cpu, unit: "times" }],
      [`${name}, against ${engine}, by the clock`, { value: clock / own.clock, unit: "times" }],
    ]),
  ]);
}

async function coldRun(engine: EngineName, length: number): Promise<void> {
  const text = benchText("seeds", length);
  const start = process.cpuUsage();
  const started = performance.now();
  const reader = await ENGINES[engine]();
  reader.read(text);
  console.log(`${milliseconds(start)} ${performance.now() - started}`);
}

/** Words typed into a document, letter by letter, each followed by an analysis of the whole: in its middle, and at places all over it. */
function keystrokes(text: string): Figures {
  const places = Array.from({ length: PLACES }, (_, i) => keystrokeAt(text, ((i + 0.5) / PLACES) * text.length));
  return {
    "keystroke in 100 KB, analysed again": { value: keystrokeAt(text, text.length / 2), unit: "ms" },
    "keystroke in 100 KB, middle one of nine places": { value: middle(places), unit: "ms" },
    "keystroke in 100 KB, slowest of nine places": { value: Math.max(...places), unit: "ms" },
  };
}

/** @param near words are typed behind the first space from this offset on. @returns milliseconds. */
function keystrokeAt(text: string, near: number): number {
  const analyzer = createAnalyzer(sha256);
  const at = text.indexOf(" ", near);
  const times: number[] = [];
  const words = "some words of a sentence that somebody types here ".repeat((LETTERS_BEFORE + LETTERS) / 50);
  for (let typed = 0; typed < LETTERS_BEFORE + LETTERS; typed++) {
    const edited = `${text.slice(0, at)} ${words.slice(0, typed)}${text.slice(at)}`;
    const start = process.cpuUsage();
    analyzer.analyze(edited);
    times.push(milliseconds(start));
  }
  return middle(times.slice(LETTERS_BEFORE));
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function print(figures: Figures, committed: Figures): void {
  const names = Object.keys({ ...figures, ...committed });
  const width = Math.max(...names.map((each) => each.length));
  const shown = (figure: Figure | undefined) => (figure ? `${figure.value.toFixed(2)} ${figure.unit}` : "–").padStart(14);
  console.log(
    "Speeds and times are by processor time but where they are said to be by the clock; those in VS Code, and a collection's where it says so and of its questions, by the clock.",
  );
  console.log(`${"".padEnd(width)}${"now".padStart(14)}${"committed".padStart(14)}`);
  for (const each of names.filter((each) => figures[each] !== undefined || kindOf(each) === null))
    console.log(`${each.padEnd(width)}${shown(figures[each])}${shown(committed[each])}`);
}

/** What is measured by an option of its own, always as a whole; null for the rest. */
function kindOf(name: string): string | null {
  return /^(?:collection|stream)(?=,)/.exec(name)?.[0] ?? null;
}

function machine(): string {
  return `${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}`;
}
