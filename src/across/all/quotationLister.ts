import type { QuotationFilter } from "../../collection/answers.js";
import { SURE } from "../../editor/words.js";
import { entityOfAll } from "../gestures/acrossEntities.js";
import { type AllLister, type AllOptions, NO_ROWS } from "./allRow.js";
import { type AllSources, keyed } from "./entityLister.js";

/** Lists the quotations of all documents: by named speaker, then those of unnamed sources, then those of nobody known. */
export function quotationLister({ client, reader }: AllSources): AllLister {
  return {
    nothing: "No quotations were found.",
    async first(options, count) {
      const [page, all] = await Promise.all([
        client.ask("speakers", { ...quotationFilter(options), sort: options.order === "name" ? "name" : "quotations", count }),
        client.ask("speakers", { count: 0 }),
      ]);
      const rows = keyed(page, (speaker) => ({ key: speaker.entity?.id ?? speaker.kind, subject: { kind: "speaker", speaker } }));
      return { ...rows, listed: rows.total, all: all?.total ?? 0 };
    },
    async below(subject, options, count) {
      if (subject.kind !== "speaker") return NO_ROWS;
      const { kind, entity } = subject.speaker;
      const speaker = entity ? entity.id : kind === "unnamed" ? ({ kind: "unnamed" } as const) : ({ kind: "nobody" } as const);
      const page = await client.ask("quotations", { ...quotationFilter(options), speaker, count });
      return keyed(page, (quotation) => ({
        key: `${quotation.path} ${quotation.quote}`,
        subject: { kind: "quotation", quotation },
      }));
    },
    async pathAt(uri, offset) {
      const reviewed = reader.get(uri);
      const quote = reviewed?.index.quoteAt(offset);
      if (!reviewed || !quote) return undefined;
      const id = quote.speaker?.entity ?? null;
      const named = reviewed.analysis.entities.find((each) => each.id === id);
      const entity = named && (await entityOfAll(client, uri, named));
      const keys = [entity?.id ?? (quote.speaker?.anonymous ? "unnamed" : "nobody"), `${uri} ${quote.id}`];
      return { keys, entry: 1, filter: entity?.name ?? "" };
    },
  };
}

function quotationFilter({ filter, indirect, uncertainOnly }: AllOptions): QuotationFilter {
  return { words: filter, indirect, ...(uncertainOnly && { below: SURE }) };
}
