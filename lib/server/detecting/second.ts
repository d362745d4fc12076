/**
 * A second opinion on people, places and organisations by compromise. Slower than all else, offline, English only.
 * Rules: docs/spec/identifier.md, I66.
 */
import nlp from "compromise";
import * as z from "zod";
import type { Finder, Hit, Kind } from "#lib/domain/detect/hit.ts";
import { portionsOf } from "./lines.ts";

/** Of its answer only the words are taken; it says where they stand in its own way, so they are looked up. */
const Answers = z.array(z.object({ text: z.string(), offset: z.object({ start: z.number(), length: z.number() }) }));

/** What it takes for names and is none. */
const IDLE =
  /^(?:our|my|your|their|his|her|we|us|i|me|reps?|lessons?|visa|mark|alia|inter alia|will|may|first|den|mr|mrs|ms|miss|dr|state|the state)$/iu;

export const secondOpinion: Finder = (text) =>
  portionsOf(text)
    .filter(({ welsh }) => !welsh)
    .flatMap(({ start, words, plain }) => {
      const document = nlp(words);
      const of = (kind: Kind, view: { json: (options: object) => unknown }): Hit[] =>
        Answers.parse(view.json({ offset: true, terms: false })).flatMap(({ text: said, offset }) => {
          const name = said
            .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
            .replace(/['’]s$/u, "")
            .replace(/^(?:(?:in|at|on|from|to|with|for|by|of|and|but|so|the|a|an|our|my|their) )+/iu, "");
          const at = words.indexOf(name, Math.max(0, offset.start - 2));
          if (!(plain ? /\p{L}{3}/u : /\p{Lu}/u).test(name) || IDLE.test(name)) return [];
          if (name.length < 2 || at === -1 || at - offset.start > 20) return [];
          return [
            {
              start: start + at,
              end: start + at + name.length,
              kind,
              detector: "second",
              reason: kind,
              score: 0.4,
              layer: "wide",
            },
          ];
        });
      return [
        ...of("person", document.people()),
        ...of("place", document.places()),
        ...of("organisation", document.organizations()),
      ];
    });
