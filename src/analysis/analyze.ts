import { ANALYSIS_FORMAT, type Analysis } from "./analysis.js";
import { withCalledByPeople } from "./characters/calledByPeople.js";
import { withCharacters } from "./characters/characters.js";
import { withThoseGoingOn } from "./characters/goingOn.js";
import { withJointSpeakers } from "./characters/jointSpeakers.js";
import { withMeantOrganizations } from "./characters/meantOrganizations.js";
import { withOpenPronouns } from "./characters/openPronouns.js";
import { QuotedWordsMemory } from "./characters/quotedWords.js";
import { SourcePhraseMemory, withUnnamedSources } from "./characters/unnamedSources.js";
import { createDateFinder } from "./dates/dates.js";
import { IdentityMemory, resolveIdentity } from "./identity/identity.js";
import { withDatelinePlaces } from "./names/datelineNames.js";
import { createNameTagger } from "./names/nameTagger.js";
import { AttributionMemory, attributeQuotes } from "./quotes/attribution.js";
import { findQuotationSpans } from "./quotes/quotationSpans.js";
import { withTurnNames } from "./quotes/turnNames.js";
import { readLayout } from "./sections/layout.js";
import { SourceReader } from "./text/sourceText.js";
import { hashText, type TextHash } from "./text/textHash.js";
import { withoutWraps } from "./text/wraps.js";
import { createTopicFinder } from "./topics/topics.js";

/** Analyses texts. It keeps what it learned of each block of the text before, so that an edit costs only the changed blocks. */
export interface Analyzer {
  /** @param path the document's path, carried into the analysis; it decides nothing. */
  analyze(text: string, path?: string): Analysis;
}

/** @param hashOf the hash that the analysis names its text by. */
export function createAnalyzer(hashOf: TextHash = hashText): Analyzer {
  const reader = new SourceReader();
  const tagger = createNameTagger();
  const identity = new IdentityMemory();
  const attribution = new AttributionMemory();
  const quotedWords = new QuotedWordsMemory();
  const sourcePhrases = new SourcePhraseMemory();
  const topicFinder = createTopicFinder();
  const dateFinder = createDateFinder();

  return {
    analyze(text, path) {
      const source = reader.read(text);
      const layout = readLayout(source);
      const names = withTurnNames(source, layout, withDatelinePlaces(source.text, layout, tagger.tag(source, layout)));
      const quotations = findQuotationSpans(source, layout);
      const named = resolveIdentity(source, layout, names, quotations, identity);
      const attributed = attributeQuotes(source, layout, quotations, named, attribution);
      const unwrapped = withoutWraps(source);
      const speaking = withCharacters(unwrapped, layout, named, attributed, quotedWords);
      const sourced = withCalledByPeople(source.text, withUnnamedSources(source.text, speaking, sourcePhrases));
      const meant = withMeantOrganizations(unwrapped.text, withThoseGoingOn(unwrapped.text, sourced));
      const { entities, quotes: spoken } = withJointSpeakers(unwrapped.text, meant);
      const quotes = withOpenPronouns(source.text, spoken);
      const topics = topicFinder.find(source, layout, entities);
      const dates = dateFinder.find(source, layout);
      return {
        format: ANALYSIS_FORMAT,
        document: {
          ...(path !== undefined && { path }),
          sha256: hashOf(text),
          length: text.length,
          ...(layout.title !== undefined && { title: layout.title }),
          ...(layout.date !== undefined && { date: layout.date }),
          sections: layout.sections,
        },
        entities,
        quotes,
        topics,
        dates,
      };
    },
  };
}

/** Analyses one text. @param path the document's path, carried into the analysis. */
export function analyze(text: string, path?: string): Analysis {
  return createAnalyzer().analyze(text, path);
}
