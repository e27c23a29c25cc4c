/**
 * The names that the code and the manifest share: commands, settings, context keys and colours.
 * A unit test holds them against package.json, so that the two cannot disagree.
 */
import type { EntityType } from "./analysis/analysis.js";
import type { LintRule } from "./review/lintRules.js";

export const SECTION = "sourceReview";

/** The language of plain text files under review. */
export const SOURCE_LANGUAGE = "source-document";

/** What goes from one mark to the next. */
export const STEP_COMMANDS = {
  nextMention: "sourceReview.nextMention",
  previousMention: "sourceReview.previousMention",
  nextName: "sourceReview.nextName",
  previousName: "sourceReview.previousName",
  nextQuotation: "sourceReview.nextQuotation",
  previousQuotation: "sourceReview.previousQuotation",
} as const;

export const COMMANDS = {
  ...STEP_COMMANDS,
  goToEntity: "sourceReview.goToEntity",
  goToQuotation: "sourceReview.goToQuotation",
  goToTopic: "sourceReview.goToTopic",
  showInSidebar: "sourceReview.showInSidebar",
  reviewDocument: "sourceReview.reviewDocument",
  stopReviewing: "sourceReview.stopReviewing",
  showNames: "sourceReview.showNames",
  hideNames: "sourceReview.hideNames",
  showQuotations: "sourceReview.showQuotations",
  hideQuotations: "sourceReview.hideQuotations",
  showSpeakers: "sourceReview.showSpeakers",
  hideSpeakers: "sourceReview.hideSpeakers",
  showOutput: "sourceReview.showOutput",
  openExample: "sourceReview.openExample",
} as const;
export type CommandId = (typeof COMMANDS)[keyof typeof COMMANDS];

/** What decides on what the editor or the sidebar shows. A hover, the lightbulb and a row give them the item; else it is the cursor's. */
export const DECISION_COMMANDS = {
  accept: "sourceReview.decide.accept",
  reject: "sourceReview.decide.reject",
  rejectName: "sourceReview.decide.rejectName",
  rejectEverywhere: "sourceReview.decide.rejectEverywhere",
  changeType: "sourceReview.decide.changeType",
  rename: "sourceReview.decide.rename",
  merge: "sourceReview.decide.merge",
  keepApart: "sourceReview.decide.keepApart",
  takeOut: "sourceReview.decide.takeOut",
  addName: "sourceReview.decide.addName",
  resize: "sourceReview.decide.resize",
  verdict: "sourceReview.decide.verdict",
  speaker: "sourceReview.decide.speaker",
  notAQuotation: "sourceReview.decide.notAQuotation",
  addQuotation: "sourceReview.decide.addQuotation",
} as const;
export type DecisionCommandId = (typeof DECISION_COMMANDS)[keyof typeof DECISION_COMMANDS];

/** What goes back and forth in what was decided. */
export const HISTORY_COMMANDS = {
  undo: "sourceReview.undoDecision",
  redo: "sourceReview.redoDecision",
  history: "sourceReview.decisionHistory",
  stepThrough: "sourceReview.stepThrough",
} as const;

/** What is done in comment threads. */
export const COMMENT_COMMANDS = {
  comment: "sourceReview.comment",
  submit: "sourceReview.comments.submit",
  edit: "sourceReview.comments.edit",
  save: "sourceReview.comments.save",
  cancel: "sourceReview.comments.cancel",
  remove: "sourceReview.comments.delete",
  resolve: "sourceReview.comments.resolve",
  reopen: "sourceReview.comments.reopen",
} as const;

/** What is done with the rows of the view Second Look. */
export const LOOK_COMMANDS = {
  compare: "sourceReview.secondLook.compare",
  goThere: "sourceReview.secondLook.goThere",
  confirm: "sourceReview.secondLook.confirm",
  reanchor: "sourceReview.secondLook.reanchor",
  drop: "sourceReview.secondLook.drop",
} as const;

/** What is done with whole documents: how far their review is, and what is taken away or brought in. */
export const DOCUMENT_COMMANDS = {
  markUnread: "sourceReview.markUnread",
  markInReview: "sourceReview.markInReview",
  markDone: "sourceReview.markDone",
  export: "sourceReview.export",
  import: "sourceReview.import",
  copyCitation: "sourceReview.copyCitation",
} as const;

/** What is done with a draft. */
export const DRAFT_COMMANDS = {
  check: "sourceReview.checkDraft",
  ignored: "sourceReview.ignoredFindings",
} as const;

/** What the fixes of a draft's findings run; they stand in no menu. */
export const DRAFT_FIXES = {
  openSource: "sourceReview.draft.openSource",
  compare: "sourceReview.draft.compare",
  ignore: "sourceReview.draft.ignore",
} as const;

/** What the fixes of the desk's lint run; they stand in no menu. */
export const LINT_FIXES = {
  switchOff: "sourceReview.lint.switchOff",
  compare: "sourceReview.lint.compare",
  openOther: "sourceReview.lint.openOther",
} as const;

/** What is done in the view over all documents. */
export const ACROSS_COMMANDS = {
  pause: "sourceReview.across.pause",
  resume: "sourceReview.across.resume",
  stop: "sourceReview.across.stop",
  open: "sourceReview.across.open",
  compare: "sourceReview.across.compare",
  showMore: "sourceReview.across.showMore",
  same: "sourceReview.across.same",
  notSame: "sourceReview.across.notSame",
  reject: "sourceReview.across.reject",
  rename: "sourceReview.across.rename",
  changeType: "sourceReview.across.changeType",
} as const;

/** Context keys of the view over all documents. */
export const ACROSS_CONTEXT_KEYS = {
  /** Documents are looked for or analysed. */
  reading: "sourceReview.across.reading",
  /** The reader paused or stopped that. */
  halted: "sourceReview.across.halted",
  /** All was looked through, and no document is under review. */
  noDocuments: "sourceReview.across.noDocuments",
} as const;

export interface Settings {
  readonly documents: readonly string[];
  readonly "marks.names": boolean;
  readonly "marks.quotations": boolean;
  readonly "marks.indirectQuotations": boolean;
  readonly "marks.speakers": boolean;
  readonly "marks.allMentions": boolean;
  readonly "marks.overviewRuler": boolean;
  readonly "sidebar.scope": "front" | "open" | "all";
  readonly "sidebar.sort": "count" | "appearance" | "name";
  readonly "sidebar.followCursor": boolean;
  readonly reviewer: string;
  readonly citation: string;
  readonly drafts: readonly string[];
  /** One switch for all of the desk's lint, and one for each rule. */
  readonly lint: Readonly<Record<LintRule | "enabled", boolean>>;
}

export const SETTING_DEFAULTS: Settings = {
  documents: ["**/{seeds,sources}/**/*.{txt,text,md,markdown}"],
  "marks.names": true,
  "marks.quotations": true,
  "marks.indirectQuotations": true,
  "marks.speakers": true,
  "marks.allMentions": true,
  "marks.overviewRuler": true,
  "sidebar.scope": "front",
  "sidebar.sort": "count",
  "sidebar.followCursor": false,
  reviewer: "",
  citation: "“{quote}” {speaker} ({file}, line {line})",
  drafts: [],
  lint: {
    enabled: true,
    quotationWithoutSpeaker: false,
    markNeverClosed: true,
    nameSpelledTwoWays: true,
    shortFormOfTwo: true,
    figuresDiffer: true,
    staleVerdict: true,
  },
};

/** Context keys, all booleans about the active editor: what is offered where. */
export const CONTEXT_KEYS = {
  /** The document is under review, and analysed or about to be. */
  underReview: "sourceReview.underReview",
  hasEntities: "sourceReview.hasEntities",
  hasQuotations: "sourceReview.hasQuotations",
  hasTopics: "sourceReview.hasTopics",
  /** The cursor is on a mention of an entity. */
  onMention: "sourceReview.onMention",
  onQuotation: "sourceReview.onQuotation",
} as const;
export type ContextKey = (typeof CONTEXT_KEYS)[keyof typeof CONTEXT_KEYS];

export const TYPE_COLORS: Readonly<Record<EntityType, string>> = {
  person: "sourceReview.person",
  organization: "sourceReview.organization",
  place: "sourceReview.place",
  group: "sourceReview.group",
  event: "sourceReview.event",
  work: "sourceReview.work",
};

export const COLORS = {
  ...TYPE_COLORS,
  quotationBackground: "sourceReview.quotationBackground",
  quotationBorder: "sourceReview.quotationBorder",
  indirectBorder: "sourceReview.indirectBorder",
  currentEntityBackground: "sourceReview.currentEntityBackground",
  currentEntityBorder: "sourceReview.currentEntityBorder",
} as const;

/** What the names of passages end with that are compared: their lines are wrapped. */
export const PASSAGE = ".source-passage";

/** The scheme of the texts that the view Second Look compares. */
export const LOOK_SCHEME = "source-review-look";

/** The scheme of a draft's words beside those of its source. */
export const DRAFT_SCHEME = "source-review-draft";

/** The scheme of the versions of an utterance that are compared. */
export const VERSION_SCHEME = "source-review-version";

/** Of the texts that hold nothing but a passage to compare. */
export const PASSAGE_SCHEMES: ReadonlySet<string> = new Set([LOOK_SCHEME, DRAFT_SCHEME, VERSION_SCHEME]);

export const VIEW_CONTAINER = "sourceReview";
export const VIEWS = {
  entities: "sourceReview.entities",
  quotations: "sourceReview.quotations",
  topics: "sourceReview.topics",
  secondLook: "sourceReview.secondLook",
  acrossDocuments: "sourceReview.acrossDocuments",
} as const;

/** What the trees' titles, rows and context menus run. */
export const SIDEBAR_COMMANDS = {
  filterEntities: "sourceReview.sidebar.filterEntities",
  filterQuotations: "sourceReview.sidebar.filterQuotations",
  filterTopics: "sourceReview.sidebar.filterTopics",
  clearEntityFilter: "sourceReview.sidebar.clearEntityFilter",
  clearQuotationFilter: "sourceReview.sidebar.clearQuotationFilter",
  clearTopicFilter: "sourceReview.sidebar.clearTopicFilter",
  sort: "sourceReview.sidebar.sort",
  listOpenDocuments: "sourceReview.sidebar.listOpenDocuments",
  listAllDocuments: "sourceReview.sidebar.listAllDocuments",
  listFrontDocument: "sourceReview.sidebar.listFrontDocument",
  followCursor: "sourceReview.sidebar.followCursor",
  stopFollowing: "sourceReview.sidebar.stopFollowing",
  showIndirect: "sourceReview.sidebar.showIndirect",
  hideIndirect: "sourceReview.sidebar.hideIndirect",
  onlyUncertain: "sourceReview.sidebar.onlyUncertain",
  allSpeakers: "sourceReview.sidebar.allSpeakers",
  open: "sourceReview.sidebar.open",
  showMore: "sourceReview.sidebar.showMore",
  goToFirst: "sourceReview.sidebar.goToFirst",
  findMentions: "sourceReview.sidebar.findMentions",
  copyName: "sourceReview.sidebar.copyName",
  copyQuotation: "sourceReview.sidebar.copyQuotation",
  copyText: "sourceReview.sidebar.copyText",
} as const;

/**
 * What a row's menu offers of the commands that have a key in the text, by the command that each runs: VS Code would show the key in the
 * menu, and there it does nothing. Renaming has a key on the rows alone.
 */
export const ROW_COMMANDS = {
  [DECISION_COMMANDS.accept]: "sourceReview.row.accept",
  [DECISION_COMMANDS.reject]: "sourceReview.row.reject",
  [DECISION_COMMANDS.changeType]: "sourceReview.row.changeType",
  [DECISION_COMMANDS.rename]: "sourceReview.row.rename",
  [DECISION_COMMANDS.merge]: "sourceReview.row.merge",
  [DECISION_COMMANDS.takeOut]: "sourceReview.row.takeOut",
  [DECISION_COMMANDS.verdict]: "sourceReview.row.verdict",
  [DECISION_COMMANDS.speaker]: "sourceReview.row.speaker",
  [COMMENT_COMMANDS.comment]: "sourceReview.row.comment",
} as const;

/** Context keys of the trees' menus and welcomes. */
export const SIDEBAR_CONTEXT_KEYS = {
  /** Why the trees show what they show: the name of a situation. */
  situation: "sourceReview.sidebar.situation",
  indirectListed: "sourceReview.sidebar.indirectListed",
  uncertainOnly: "sourceReview.sidebar.uncertainOnly",
  noEntities: "sourceReview.sidebar.noEntities",
  noQuotations: "sourceReview.sidebar.noQuotations",
  noTopics: "sourceReview.sidebar.noTopics",
  noLooks: "sourceReview.sidebar.noLooks",
  entitiesFiltered: "sourceReview.sidebar.entitiesFiltered",
  quotationsFiltered: "sourceReview.sidebar.quotationsFiltered",
  topicsFiltered: "sourceReview.sidebar.topicsFiltered",
} as const;
export type SidebarContextKey = (typeof SIDEBAR_CONTEXT_KEYS)[keyof typeof SIDEBAR_CONTEXT_KEYS];
