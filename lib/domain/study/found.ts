/** The life of a study as a whole: its beginning, the archive, the trash. */
import { keysBetween } from "../order.ts";
import { no, yes } from "../result.ts";
import { say } from "../wording/decide.ts";
import { make, patch } from "./change.ts";
import { related } from "./rule.ts";
import type { Rule } from "./rule.ts";
import type { StudyFound, StudySet } from "./word.ts";
import type * as z from "zod";

export const studyFound: Rule<z.infer<typeof StudyFound>> = {
  needs: (_, { study }) => [{ need: "row", noun: "study", id: study }, related("members")],
  decide: (view, { study, lang, owner, title, board, guides }) => {
    if (view.related("members", "").length > 0) return no({ code: "row.taken", noun: "study", id: study });
    const keys = keysBetween(null, null, guides.length);
    return yes([
      make("study", { id: study, lang, archived: false, trashed: false, keptUntil: null, gone: false }),
      ...say(study, "title", title),
      make("member", { id: owner, role: "owner", gone: false }),
      make("board", { id: board, analysis: true, owner: null, origin: null, ord: "a0", gone: false }),
      ...guides.map((guide, at) => make("guide", { ...guide, ord: keys[at] ?? "a0", gone: false })),
    ]);
  },
};

export const studySet: Rule<z.infer<typeof StudySet>> = {
  needs: (_, { id }) => [{ need: "row", noun: "study", id }],
  decide: (view, { id, fields }) => {
    const old = view.live("study", id);
    return old ? yes(patch("study", old, fields)) : no({ code: "row.missing", noun: "study", id });
  },
};
