/** What the things that the log speaks of are called, by what is known of them and by the words of whoever reads it. */
import type { Lang } from "../field.ts";
import { bodyCode } from "../organisation/shape.ts";
import { pseudonym } from "../participant/shape.ts";
import { sourceCode } from "../source/shape.ts";
import type { Names } from "./sentence.ts";
import type { Ref, Thing } from "./shape.ts";

/** The words of this reader: undefined while they are fetched. */
export type Speech = Readonly<{
  phrase: (id: string) => string | undefined;
  name: (id: string | null) => string | null | undefined;
  quote: (id: string) => { words: string } | null | undefined;
  person: (id: string) => string | null;
}>;

export function namesFrom(things: ReadonlyMap<string, Thing>, speech: Speech, lang: Lang): Names {
  const thing = (ref: Ref) => thingAt(things, ref);
  const nameOf = (found: Thing): string | null => {
    switch (found.noun) {
      case "organisation":
        return found.number === null ? null : bodyCode({ number: found.number });
      case "participant":
        return found.number === null ? null : pseudonym({ number: found.number });
      case "source": {
        const code = found.number === null ? null : sourceCode({ number: found.number });
        const title = speech.name(found.title);
        return code && title ? `${code} ${title}` : code;
      }
      case "quote":
        return quoted(speech.quote(found.id)?.words);
      case "card":
      case "correction":
      case "speaker":
      case "passage":
      case "voting":
      case "summary": {
        const on = things.get(found.shows ?? found.source ?? found.board ?? found.theme ?? "");
        return on ? nameOf(on) : null;
      }
      default: {
        const phrase = found.says[lang] ?? found.says[lang === "en" ? "cy" : "en"];
        const words = phrase === undefined ? null : (speech.phrase(phrase) ?? null);
        return found.noun === "insight" || found.noun === "memo" ? quoted(words) : words;
      }
    }
  };
  return {
    of: (ref) => {
      if (ref.noun === "member") return speech.person(ref.id);
      const found = thing(ref);
      return found ? nameOf(found) : null;
    },
    noun: (ref) => (ref.noun === "member" ? "member" : (thing(ref)?.noun ?? null)),
    phrase: (id) => speech.phrase(id) ?? null,
  };
}

/** The thing that is meant: itself, or what it lies on or in. */
export function thingAt(things: ReadonlyMap<string, Thing>, { id, up }: Ref): Thing | null {
  const found = things.get(id);
  if (!found || up === null) return found ?? null;
  if (found.noun === up) return found;
  return things.get(found[up] ?? "") ?? null;
}

function quoted(words: string | null | undefined): string | null {
  return words ? `“${words}”` : null;
}
