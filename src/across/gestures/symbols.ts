import * as vscode from "vscode";
import type { Entity, EntityType } from "../../analysis/analysis.js";
import type { EntityInDocument } from "../../collection/answers.js";
import { firstFullMention } from "../../editor/mentionProviders.js";
import { rangeOf, reviewOf } from "../../editor/textPlaces.js";
import { counted, TYPE_WORDS } from "../../editor/words.js";
import type { DocumentReader } from "../../review/documentStore.js";
import { readText } from "../all/documentTexts.js";
import type { AcrossEntities } from "./acrossEntities.js";
import { rangeIn } from "./places.js";

const MOST_SYMBOLS = 1000;
/** So many entities of all documents are offered: VS Code asks anew with each letter. */
const MOST_FOUND = 100;

const TYPE_SYMBOLS: Readonly<Record<EntityType, vscode.SymbolKind>> = {
  person: vscode.SymbolKind.Class,
  organization: vscode.SymbolKind.Module,
  place: vscode.SymbolKind.Field,
  group: vscode.SymbolKind.Enum,
  event: vscode.SymbolKind.Event,
  work: vscode.SymbolKind.Object,
};

interface NamedEntity {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A symbol whose place in its document is found when it is chosen. */
class FoundSymbol extends vscode.SymbolInformation {
  constructor(
    name: string,
    kind: vscode.SymbolKind,
    container: string,
    location: vscode.Location,
    readonly first: EntityInDocument,
  ) {
    super(name, kind, container, location);
  }
}

/** Ctrl+T: the entities of all documents once they were read, until then those of the documents that are open. */
export function workspaceSymbolProvider(
  reader: DocumentReader,
  entities: AcrossEntities,
): vscode.WorkspaceSymbolProvider<vscode.SymbolInformation> {
  async function symbolsOfAll(query: string): Promise<vscode.SymbolInformation[]> {
    const [found, front] = await Promise.all([entities.search(query, MOST_FOUND), placesInFront(reader, entities, query)]);
    const everywhere = found.map(({ entity, first }) => {
      const name = nameFor(entity, query);
      const container = `${TYPE_WORDS[entity.type].one} · ${counted(entity.documents, "document")}`;
      const location = front.places.get(entity.id);
      if (location) return new vscode.SymbolInformation(name, TYPE_SYMBOLS[entity.type], container, location);
      const line = new vscode.Position(first.first.line, 0);
      return new FoundSymbol(name, TYPE_SYMBOLS[entity.type], container, new vscode.Location(vscode.Uri.parse(first.path), line), first);
    });
    return [...front.unread, ...everywhere];
  }

  return {
    async provideWorkspaceSymbols(query): Promise<vscode.SymbolInformation[]> {
      const found = entities.areRead ? await symbolsOfAll(query) : [];
      return found.length > 0 ? found : symbolsOfOpen(reader, query);
    },
    async resolveWorkspaceSymbol(symbol): Promise<vscode.SymbolInformation> {
      if (!(symbol instanceof FoundSymbol)) return symbol;
      const place = await entities.firstMention(symbol.first);
      const text = await readText(place.path);
      if (text) symbol.location = new vscode.Location(symbol.location.uri, rangeIn(text, place));
      return symbol;
    },
  };
}

/** The entities of the document in front that a query finds. */
interface InFront {
  /** The nearest place to go to, by the entity's id in all documents. */
  readonly places: ReadonlyMap<string, vscode.Location>;
  /** Those that all documents do not have yet: the document is new, or was just changed. */
  readonly unread: readonly vscode.SymbolInformation[];
}

async function placesInFront(reader: DocumentReader, entities: AcrossEntities, query: string): Promise<InFront> {
  const places = new Map<string, vscode.Location>();
  const unread: vscode.SymbolInformation[] = [];
  const document = vscode.window.activeTextEditor?.document;
  const reviewed = document && reviewOf(reader, document);
  if (!document || !reviewed) return { places, unread };
  const wanted = searchForm(query);
  const named = reviewed.analysis.entities.filter((entity) => entity.mentions.length > 0 && isWanted(entity, wanted));
  const known = await Promise.all(named.map((entity) => entities.of(reviewed.uri, entity)));
  if (document.version !== reviewed.version) return { places, unread };
  for (const [rank, entity] of named.entries()) {
    const location = new vscode.Location(document.uri, rangeOf(document, firstFullMention(document, entity)));
    const id = known[rank]?.id;
    if (id === undefined) unread.push(symbolOf(entity, query, location));
    else places.set(id, location);
  }
  return { places, unread };
}

function symbolsOfOpen(reader: DocumentReader, query: string): vscode.SymbolInformation[] {
  const wanted = searchForm(query);
  const symbols: vscode.SymbolInformation[] = [];
  for (const reviewed of reader.all()) {
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === reviewed.uri);
    if (!document || document.version !== reviewed.version) continue;
    for (const entity of reviewed.analysis.entities) {
      if (entity.mentions.length === 0 || !isWanted(entity, wanted)) continue;
      symbols.push(symbolOf(entity, query, new vscode.Location(document.uri, rangeOf(document, firstFullMention(document, entity)))));
      if (symbols.length >= MOST_SYMBOLS) return symbols;
    }
  }
  return symbols;
}

function symbolOf(entity: Entity, query: string, location: vscode.Location): vscode.SymbolInformation {
  return new vscode.SymbolInformation(nameFor(entity, query), TYPE_SYMBOLS[entity.type], TYPE_WORDS[entity.type].one, location);
}

function isWanted({ name, aliases }: NamedEntity, wanted: string): boolean {
  return [name, ...aliases].some((each) => holdsInOrder(searchForm(each), wanted));
}

/** VS Code filters by the symbol's name once more: where only an alias or another spelling fits, it is shown with the name. */
function nameFor({ name, aliases }: NamedEntity, query: string): string {
  const wanted = query.toLowerCase().replace(/\s+/g, "");
  const holds = (text: string) => holdsInOrder(text.toLowerCase(), wanted);
  if (holds(name)) return name;
  const alias = aliases.find(holds);
  return alias === undefined ? `${name} (${query.trim()})` : `${alias} (${name})`;
}

function searchForm(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, "");
}

/** Whether a text has all the characters of another in that order. */
function holdsInOrder(text: string, wanted: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = text.indexOf(character, at);
    if (at < 0) return false;
    at += character.length;
  }
  return true;
}
