import type { TopicRequest } from "../../collection/answers.js";
import { excerptAround } from "../../sidebar/model/excerpt.js";
import { type AllLister, type AllOptions, type KeyedSubject, NO_ROWS } from "./allRow.js";
import { type AllSources, keyed } from "./entityLister.js";

/** Lists the topics of all documents: by topic, then by document, then by mention. */
export function topicLister({ client, texts }: AllSources): AllLister {
  return {
    nothing: "No topics were found.",
    async first(options, count) {
      const [page, all] = await Promise.all([
        client.ask("topics", { ...topicRequest(options), count }),
        client.ask("topics", { count: 0 }),
      ]);
      const rows = keyed(page, (topic) => ({ key: topic.id, subject: { kind: "topic", topic } }));
      return { ...rows, listed: rows.total, all: all?.total ?? 0 };
    },
    async below(subject, _options, count) {
      switch (subject.kind) {
        case "topic": {
          const page = await client.ask("topicDocuments", subject.topic.id, { count });
          return keyed(page, (inDocument) => ({
            key: inDocument.path,
            subject: { kind: "topicDocument", topic: subject.topic, inDocument, alone: page?.total === 1 },
          }));
        }
        case "topicDocument": {
          const { topic, inDocument } = subject;
          const text = await texts.of(inDocument.path);
          const items = inDocument.mentions.slice(0, count).map(
            (place, rank): KeyedSubject => ({
              key: String(rank),
              subject: { kind: "topicMention", topic, place, excerpt: text && excerptAround(text, place) },
            }),
          );
          return { items, total: inDocument.mentions.length };
        }
        default:
          return NO_ROWS;
      }
    },
    pathAt: async () => undefined,
  };
}

function topicRequest({ filter, order }: AllOptions): TopicRequest {
  return { filter, sort: order === "name" ? "name" : "documents" };
}
