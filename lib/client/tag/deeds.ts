"use client";
/** What the codebook's screen does to a study: each function gives one command, one step of undo. */
import { useMemo } from "react";
import { useStudy } from "#lib/client/study/provider.tsx";
import type { OpenStudy } from "#lib/client/study/session.ts";
import { writeWording } from "#lib/client/study/wording.ts";
import type { Lang } from "#lib/domain/field.ts";
import { timedId } from "#lib/domain/memo/id.ts";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import type { Planned } from "#lib/domain/tag/draft.ts";
import type { TextField } from "#lib/domain/tag/shape.ts";
import type { Whither } from "./branch.ts";
import { useLang } from "#lib/client/i18n/lang.ts";

export type Deeds = Readonly<{
  add: (name: string, parent: string | null) => string;
  rename: (tag: string, lang: Lang, words: string) => void;
  colour: (tag: string, hue: number | null) => void;
  example: (tag: string, quote: string | null) => void;
  nest: (tags: readonly string[], to: Whither) => Promise<Outcome>;
  remove: (tags: readonly string[]) => Promise<Outcome>;
  merge: (into: string, from: readonly string[], reason: string) => Promise<Outcome>;
  split: (
    tag: string,
    quotes: readonly string[],
    into: Readonly<{ tag: string } | { name: string; parent: string | null; hue: number | null }>,
    reason: string,
  ) => Promise<Outcome>;
  bring: (tags: readonly Planned[]) => Promise<Outcome>;
  /** Takes back what this person did last. */
  undo: () => void;
}>;

export function useTagDeeds(): Deeds {
  const study = useStudy();
  const lang = useLang();
  return useMemo(() => deedsOf(study, lang), [study, lang]);
}

function deedsOf(study: OpenStudy, lang: Lang): Deeds {
  /** An id that tells when; several of one moment stay in their order. */
  const step = (at: number) => timedId(Date.now() + at, crypto.randomUUID());
  return {
    add: (name, parent) => {
      const draft = study.draft();
      const id = crypto.randomUUID();
      void draft.send({ kind: "tag.add", id, parent, hue: null, name: { lang, phrase: draft.phrase(lang, name) } });
      return id;
    },
    rename: (tag, of, words) => writeWording(study, tag, "name", of, words),
    colour: (tag, hue) => void study.send({ kind: "tag.set", id: tag, fields: { hue } }),
    example: (tag, quote) => void study.send({ kind: "tag.set", id: tag, fields: { example: quote } }),
    nest: (tags, { parent, after }) =>
      study.send({ kind: "tags.nest", ids: [...tags], parent, ...(after === undefined ? {} : { after }) }),
    remove: (tags) => study.send({ kind: "tags.remove", ids: [...tags] }),
    merge: (into, from, reason) => {
      const draft = study.draft();
      return draft.send({
        kind: "tag.merge",
        id: into,
        from: from.map((tag, at) => ({ tag, step: step(at) })),
        reason: reason === "" ? null : { lang, phrase: draft.phrase(lang, reason) },
      });
    },
    split: (tag, quotes, into, reason) => {
      const draft = study.draft();
      return draft.send({
        kind: "tag.split",
        id: tag,
        quotes: [...quotes],
        into: "tag" in into ? into.tag : crypto.randomUUID(),
        fresh:
          "tag" in into
            ? null
            : { parent: into.parent, hue: into.hue, name: { lang, phrase: draft.phrase(lang, into.name) } },
        step: step(0),
        reason: reason === "" ? null : { lang, phrase: draft.phrase(lang, reason) },
      });
    },
    bring: (tags) => {
      const draft = study.draft();
      return draft.send({
        kind: "tags.bring",
        tags: tags.map(({ id, kind, parent, moved, hue, texts }) => ({
          id,
          fresh: kind !== "changed",
          ...(kind !== "changed" || moved ? { parent } : {}),
          ...(hue ? { hue: hue.after } : {}),
          texts: texts.map(({ key, after, was }) => {
            const [field, of] = key.split("/") as [TextField | "name", Lang]; // the two parts of every key
            return { field, lang: of, phrase: draft.phrase(of, after), was };
          }),
        })),
      });
    },
    undo: () => void study.send({ kind: "undo", how: "ask" }),
  };
}
