/** Whole texts for the small study: in each source a question, and each of its quotes as an answer. */
import { lengthOf } from "#lib/domain/text/points.ts";
import type { WholeText } from "#lib/format/refi/gather/sources.ts";
import { id } from "./study.ts";
import type { Told } from "./study.ts";

/** Makes them, puts the quotes' anchors where their words stand, and has somebody ask in interviews. */
export function textsOf({ rows, quotes }: Told): ReadonlyMap<string, WholeText> {
  const texts = new Map<string, WholeText>();
  for (const source of rows.all("source")) {
    let text = "";
    const turns: { start: number; end: number; speaker: string | null }[] = [];
    const add = (words: string, speaker: string | null) => {
      if (text !== "") text += "\n\n";
      const start = lengthOf(text);
      text += words;
      turns.push({ start, end: lengthOf(text), speaker });
      return turns.at(-1) ?? { start, end: start };
    };
    if (source.kind === "interview") {
      const asks = id(`asks${source.number}`);
      rows.put("speaker", {
        id: asks,
        source: source.id,
        number: 9,
        label: null,
        participant: null,
        interviewer: true,
        gone: false,
      });
      add("What would help?", asks);
    }
    for (const quote of rows.related("quotesOfSource", source.id)) {
      const [anchor] = rows.related("anchorsOfQuote", quote.id);
      if (!anchor) continue;
      const { start, end } = add(quotes.get(quote.id) ?? "", anchor.speaker);
      rows.put("anchor", { ...anchor, start, end });
    }
    texts.set(source.id, { revision: source.revision, text, turns });
  }
  return texts;
}
