import { SIDEBAR_COMMANDS, SIDEBAR_CONTEXT_KEYS, type SidebarContextKey, VIEWS as VIEW_IDS } from "../contributions.js";
import { listEntities } from "./model/entityListing.js";
import type { Lister } from "./model/listing.js";
import { listQuotations } from "./model/quotationListing.js";
import { listTopics } from "./model/topicListing.js";

export const VIEWS = ["entities", "quotations", "topics"] as const;
export type ViewName = (typeof VIEWS)[number];

/** What one of the trees shows, in the product's words. */
export interface ViewDescription {
  /** The view's id in the manifest. */
  readonly id: string;
  readonly lister: Lister;
  readonly singular: string;
  readonly plural: string;
  /** What the reader may type to filter the tree. */
  readonly filterHint: string;
  readonly filterCommand: string;
  readonly clearFilterCommand: string;
  readonly filteredKey: SidebarContextKey;
  /** Tells that nothing was found to list. */
  readonly emptyKey: SidebarContextKey;
}

export const VIEW_DESCRIPTIONS: Readonly<Record<ViewName, ViewDescription>> = {
  entities: {
    id: VIEW_IDS.entities,
    lister: listEntities,
    singular: "entity",
    plural: "entities",
    filterHint: "Words of a name, an alias or a role",
    filterCommand: SIDEBAR_COMMANDS.filterEntities,
    clearFilterCommand: SIDEBAR_COMMANDS.clearEntityFilter,
    filteredKey: SIDEBAR_CONTEXT_KEYS.entitiesFiltered,
    emptyKey: SIDEBAR_CONTEXT_KEYS.noEntities,
  },
  quotations: {
    id: VIEW_IDS.quotations,
    lister: listQuotations,
    singular: "quotation",
    plural: "quotations",
    filterHint: "Words of a quotation, or its speaker",
    filterCommand: SIDEBAR_COMMANDS.filterQuotations,
    clearFilterCommand: SIDEBAR_COMMANDS.clearQuotationFilter,
    filteredKey: SIDEBAR_CONTEXT_KEYS.quotationsFiltered,
    emptyKey: SIDEBAR_CONTEXT_KEYS.noQuotations,
  },
  topics: {
    id: VIEW_IDS.topics,
    lister: listTopics,
    singular: "topic",
    plural: "topics",
    filterHint: "Words of a topic",
    filterCommand: SIDEBAR_COMMANDS.filterTopics,
    clearFilterCommand: SIDEBAR_COMMANDS.clearTopicFilter,
    filteredKey: SIDEBAR_CONTEXT_KEYS.topicsFiltered,
    emptyKey: SIDEBAR_CONTEXT_KEYS.noTopics,
  },
};

/** @returns the view that a row's id belongs to, undefined for what is no such id. */
export function viewOfRow(id: string): ViewName | undefined {
  const name = id.split("/", 1)[0];
  return VIEWS.find((view) => view === name);
}
