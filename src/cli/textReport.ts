import { type Analysis, ENTITY_TYPES, type Entity, type EntityType, type Quote, type Span, type Topic } from "../analysis/analysis.js";
import { onOneLine } from "../analysis/oneLine.js";
import { joinedNames, speakersOf } from "../analysis/speakersOf.js";
import { lineFinder } from "../export/lineFinder.js";
import { QUOTE_WORDS } from "../review/quoteWords.js";
import { firstWords } from "./firstWords.js";

const HEADINGS: Readonly<Record<EntityType, string>> = {
  person: "People",
  organization: "Organizations",
  place: "Places",
  group: "Groups",
  event: "Events",
  work: "Works",
};

const QUOTE_LENGTH = 160;

/** A report on one document to read: names by type, quotations with speaker and line, topics, dates. Ends with a line feed. */
export function textReport(analysis: Analysis, text: string): string {
  const { document, entities, quotes, topics, dates } = analysis;
  const lineAt = lineFinder(text);
  const names = new Map(entities.map(({ id, name }) => [id, onOneLine(name)]));
  const words = ({ start, end }: Span): string => firstWords(text.slice(start, end), QUOTE_LENGTH);

  const title = document.title === undefined ? "" : onOneLine(document.title);
  const head = [onOneLine(document.path ?? "(standard input)"), [title, document.date ?? ""].filter((part) => part !== "").join(", ")];
  const parts = [
    ...ENTITY_TYPES.map((type) => {
      const ofType = entities.filter((entity) => entity.type === type && !entity.anonymous);
      return entityPart(HEADINGS[type], ofType, lineAt);
    }),
    entityPart(
      "Unnamed sources",
      entities.filter(({ anonymous }) => anonymous),
      lineAt,
    ),
    part(
      "Quotations",
      quotes.map(
        (quote) => `line ${lineAt(quote.start)}  ${speakerWords(quote, names, words)}: ${words(quote)}  [${QUOTE_WORDS[quote.kind].short}]`,
      ),
    ),
    part(
      "Topics",
      topics.map((topic) => topicLine(topic, names)),
    ),
    part(
      "Dates",
      dates.map((date) => `line ${lineAt(date.start)}  ${onOneLine(date.value)}  ${words(date)}`),
    ),
  ];
  const found = parts.flat();
  return [...head.filter((line) => line !== ""), ...(found.length > 0 ? found : ["", "  Nothing found."])]
    .map((line) => `${line}\n`)
    .join("");
}

function part(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", `  ${heading} (${lines.length})`, ...lines.map((line) => `    ${line}`)];
}

function entityPart(heading: string, entities: readonly Entity[], lineAt: (offset: number) => number): readonly string[] {
  const sorted = [...entities].sort((a, b) => b.mentions.length - a.mentions.length);
  return part(
    heading,
    sorted.map((entity) => entityLine(entity, lineAt)),
  );
}

function entityLine({ name, aliases, roles, mentions }: Entity, lineAt: (offset: number) => number): string {
  const first = mentions.length > 0 ? ` from line ${lineAt(mentions[0].start)}` : "";
  const described = roles.length > 0 ? `; ${roles.map(onOneLine).join("; ")}` : "";
  const also = aliases.length > 0 ? `; also ${aliases.map(onOneLine).join(", ")}` : "";
  return `${onOneLine(name)}  ${mentions.length}×${first}${described}${also}`;
}

function speakerWords({ speaker }: Quote, names: ReadonlyMap<string, string>, words: (span: Span) => string): string {
  if (speaker === null) return "no speaker";
  const said = words(speaker);
  const name = joinedNames(speakersOf(speaker).flatMap((id) => names.get(id) ?? []));
  if (name === "") return speaker.anonymous ? `unnamed source (${said})` : said;
  return name === said ? name : `${name} (${said})`;
}

function topicLine({ label, declared, entity, mentions }: Topic, names: ReadonlyMap<string, string>): string {
  const name = entity === null ? undefined : names.get(entity);
  return `${onOneLine(label)}  ${mentions.length}×${declared ? "; listed by the document" : ""}${name === undefined ? "" : `; ${name}`}`;
}
