/** A codebook as rows, and the deciding of commands on it in memory, for tests of the domain. */
import { pair } from "#lib/domain/field.ts";
import { byOrd } from "#lib/domain/order.ts";
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import type { Plain } from "#lib/domain/study/command.ts";
import { Rows } from "#lib/domain/study/rows.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import { id } from "./study.ts";

export const ME = id("me");

export type Codebook = Readonly<{
  rows: Rows;
  /** Gives a command; the code of the fault where it is refused, else its changes, which are then applied. */
  give: (command: Plain, person?: string) => string | readonly Change[];
  /** Makes a tag; see `id` for how a name becomes an id. */
  tag: (name: string, parent?: string | null) => void;
  /** Puts a tag on quotes, which are made where they are not there. */
  put: (tag: string, ...quotes: readonly string[]) => void;
  /** The tree as text: `A(B C(D)) E`. */
  tree: () => string;
  /** The quotes that carry a tag, by name, sorted. */
  on: (tag: string) => string[];
}>;

export function codebook(): Codebook {
  const rows = new Rows();
  const names = new Map<string, string>();
  const named = (name: string) => {
    names.set(id(name), name);
    return id(name);
  };
  const nameOf = (of: string) => names.get(of) ?? of;
  rows.put("source", {
    id: id("s"),
    number: 1,
    kind: "interview",
    revision: id("r"),
    title: null,
    organisation: null,
    participant: null,
    guide: null,
    heldOn: null,
    minutes: null,
    lang: "en",
    original: null,
    gone: false,
  });
  const give: Codebook["give"] = (command, person = ME) => {
    const decided = decide(rows, command, { person });
    if (!decided.ok) return decided.fault.code;
    for (const change of decided.value) evolve(rows, change);
    return decided.value;
  };
  const branch = (parent: string | null): string =>
    rows
      .related("tags", "")
      .filter((tag) => tag.parent === parent)
      .toSorted(byOrd)
      .map((tag) => {
        const inner = branch(tag.id);
        return inner === "" ? nameOf(tag.id) : `${nameOf(tag.id)}(${inner})`;
      })
      .join(" ");
  return {
    rows,
    give,
    tag: (name, parent = null) => {
      const phrase = id(`p${name}`);
      give({
        kind: "tag.add",
        id: named(name),
        parent: parent === null ? null : id(parent),
        hue: null,
        name: { lang: "en", phrase },
      });
    },
    put: (tag, ...quotes) => {
      for (const quote of quotes) {
        if (!rows.get("quote", named(quote)))
          rows.put("quote", { id: id(quote), source: id("s"), by: ME, gone: false });
      }
      give({ kind: "quote.tag", quotes: quotes.map(id), on: [id(tag)], newTags: [], off: [] });
    },
    tree: () => branch(null),
    on: (tag) =>
      rows
        .related("taggingsOfTag", id(tag))
        .map(({ quote }) => nameOf(quote))
        .toSorted(),
  };
}

/** The id of the row that says a quote carries a tag. */
export const tagging = (quote: string, tag: string): string => pair(id(quote), id(tag));

/** The phrase that a slot of a tag holds. */
export const phraseOf = (rows: Rows, tag: string, field: Parameters<typeof slot>[1], lang: "en" | "cy" = "en") =>
  rows.live("wording", slot(tag, field, lang))?.phrase ?? null;
