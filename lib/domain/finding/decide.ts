import { pair } from "../field.ts";
import type { Lang } from "../field.ts";
import { areEdits, editsOf } from "../quote/published.ts";
import { keyBehind, keysBetween, lastOf } from "../order.ts";
import { no, yes } from "../result.ts";
import { bury, make, patch, raise } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { say } from "../wording/decide.ts";
import type { EditRow } from "./shape.ts";
import { madeWith, translationOf } from "./translation.ts";
import type * as word from "./word.ts";
import type * as z from "zod";

export const findingAdd: Rule<z.infer<typeof word.FindingAdd>> = {
  needs: (_, { id, themes }) => [row("finding", id), ...rows("theme", themes), related("findings")],
  decide: (view, { id, themes, statement }) => {
    if (view.get("finding", id)) return no({ code: "row.taken", noun: "finding", id });
    const lost = themes.find((theme) => !view.live("theme", theme));
    if (lost) return no(missing("theme", lost));
    const fellows = view.related("findings", "");
    return yes([
      make("finding", { id, status: "draft", ord: keyBehind(fellows, lastOf(fellows)), gone: false }),
      ...say(id, "statement", statement),
      ...themes.map((theme) => make("findingTheme", { id: pair(id, theme), finding: id, theme, gone: false })),
    ]);
  },
};

export const findingSet: Rule<z.infer<typeof word.FindingSet>> = {
  needs: (_, { id }) => [row("finding", id)],
  decide: (view, { id, fields }) => {
    const old = view.live("finding", id);
    return old ? yes(patch("finding", old, fields)) : no(missing("finding", id));
  },
};

export const findingPlace: Rule<z.infer<typeof word.FindingPlace>> = {
  needs: (_, { id }) => [row("finding", id), related("findings")],
  decide: (view, { id, after }) => {
    const old = view.live("finding", id);
    if (!old) return no(missing("finding", id));
    const behind = after ? view.live("finding", after) : undefined;
    if (after && (!behind || after === id)) return no(missing("finding", after));
    const fellows = view.related("findings", "").filter((finding) => finding.id !== id);
    return yes(patch("finding", old, { ord: keyBehind(fellows, behind?.ord ?? null) }));
  },
};

export const findingTheme: Rule<z.infer<typeof word.FindingTheme>> = {
  needs: (_, { finding, theme }) => [
    row("finding", finding),
    row("theme", theme),
    row("findingTheme", pair(finding, theme)),
  ],
  decide: (view, { finding, theme, on }) => {
    if (!view.live("finding", finding)) return no(missing("finding", finding));
    if (on && !view.live("theme", theme)) return no(missing("theme", theme));
    const id = pair(finding, theme);
    const old = view.live("findingTheme", id);
    if (on) return yes(raise(view, "findingTheme", { id, finding, theme, gone: false }));
    return yes(old ? bury("findingTheme", old) : []);
  },
};

export const findingCite: Rule<z.infer<typeof word.FindingCite>> = {
  needs: (_, { finding, quotes }) => [
    row("finding", finding),
    ...rows("quote", quotes),
    ...rows(
      "evidence",
      quotes.map((quote) => pair(finding, quote)),
    ),
    related("evidenceOfFinding", finding),
  ],
  decide: (view, { finding, quotes, stance }) => {
    if (!view.live("finding", finding)) return no(missing("finding", finding));
    if (stance === null) {
      return yes(
        quotes.flatMap((quote) => {
          const old = view.live("evidence", pair(finding, quote));
          return old ? bury("evidence", old) : [];
        }),
      );
    }
    const lost = quotes.find((quote) => !view.live("quote", quote));
    if (lost) return no(missing("quote", lost));
    const keys = keysBetween(lastOf(view.related("evidenceOfFinding", finding)), null, quotes.length);
    return yes(
      quotes.flatMap((quote, at) => {
        const id = pair(finding, quote);
        const ord = view.live("evidence", id)?.ord ?? keys[at] ?? "a0";
        return raise(view, "evidence", { id, finding, quote, stance, ord, gone: false });
      }),
    );
  },
};

export const evidencePlace: Rule<z.infer<typeof word.EvidencePlace>> = {
  needs: (_, { finding, quote }) => [row("evidence", pair(finding, quote)), related("evidenceOfFinding", finding)],
  decide: (view, { finding, quote, after }) => {
    const old = view.live("evidence", pair(finding, quote));
    if (!old) return no(missing("evidence", pair(finding, quote)));
    const behind = after ? view.live("evidence", pair(finding, after)) : undefined;
    if (after && (!behind || after === quote)) return no(missing("evidence", pair(finding, after)));
    const fellows = view.related("evidenceOfFinding", finding).filter((evidence) => evidence.id !== old.id);
    return yes(patch("evidence", old, { ord: keyBehind(fellows, behind?.ord ?? null) }));
  },
};

export const evidenceEdit: Rule<z.infer<typeof word.EvidenceEdit>> = {
  needs: (_, { finding, quote, revision, edits }) => [
    row("evidence", pair(finding, quote)),
    row("anchor", pair(quote, revision)),
    related("editsOfEvidence", pair(finding, quote)),
    ...rows(
      "edit",
      edits.map(({ start }) => editId(finding, quote, start)),
    ),
  ],
  decide: (view, { finding, quote, revision, edits, was }) => {
    const evidence = pair(finding, quote);
    if (!view.live("evidence", evidence)) return no(missing("evidence", evidence));
    const anchor = view.live("anchor", pair(quote, revision));
    if (!anchor) return no({ code: "source.revised", id: quote });
    const old = editsOf(view, evidence, revision);
    if (old.length !== was.length || !old.every((edit, at) => sameEdit(edit, was[at])))
      return no({ code: "wording.changed", id: evidence });
    if (!areEdits(edits, anchor.end - anchor.start)) return no({ code: "quote.span", id: quote });
    const wanted = edits.map((edit) => ({
      id: editId(finding, quote, edit.start),
      evidence,
      revision,
      ...edit,
      gone: false,
    }));
    const ids = new Set(wanted.map(({ id }) => id));
    return yes([
      ...view.related("editsOfEvidence", evidence).flatMap((one) => (ids.has(one.id) ? [] : bury("edit", one))),
      ...wanted.flatMap((edit) => raise(view, "edit", edit)),
    ]);
  },
};

export const evidenceTranslate: Rule<z.infer<typeof word.EvidenceTranslate>> = {
  needs: (_, { finding, quote, revision, lang }) => [
    row("evidence", pair(finding, quote)),
    row("anchor", pair(quote, revision)),
    related("editsOfEvidence", pair(finding, quote)),
    related("translationsOfEvidence", pair(finding, quote)),
    row("translation", translationId(finding, quote, lang)),
  ],
  decide: (view, { finding, quote, revision, of, lang, phrase, was }) => {
    const evidence = pair(finding, quote);
    if (!view.live("evidence", evidence)) return no(missing("evidence", evidence));
    if (!view.live("anchor", pair(quote, revision))) return no({ code: "source.revised", id: quote });
    const old = translationOf(view, evidence, revision, lang);
    const standing = madeWith(editsOf(view, evidence, revision));
    if (madeWith(of) !== standing || (old?.phrase ?? null) !== was)
      return no({ code: "wording.changed", id: evidence });
    const id = translationId(finding, quote, lang);
    if (phrase !== null)
      return yes(raise(view, "translation", { id, evidence, revision, of: standing, lang, phrase, gone: false }));
    const kept = view.live("translation", id);
    return yes(kept ? bury("translation", kept) : []);
  },
};

const translationId = (finding: string, quote: string, lang: Lang): string => `${pair(quote, finding)}/${lang}`;

const sameEdit = (one: EditRow, other: Pick<EditRow, "start" | "end" | "phrase"> | undefined): boolean =>
  one.start === other?.start && one.end === other.end && one.phrase === other.phrase;

const editId = (finding: string, quote: string, start: number): string => `${pair(quote, finding)}/${start}`;

export const findingRemove: Rule<z.infer<typeof word.FindingRemove>> = {
  needs: (_, { id }) => [row("finding", id), related("themesOfFinding", id), related("evidenceOfFinding", id)],
  decide: (view, { id }) => {
    const old = view.live("finding", id);
    if (!old) return no(missing("finding", id));
    return yes([
      ...view.related("evidenceOfFinding", id).flatMap((evidence) => bury("evidence", evidence)),
      ...view.related("themesOfFinding", id).flatMap((link) => bury("findingTheme", link)),
      ...bury("finding", old),
    ]);
  },
};
