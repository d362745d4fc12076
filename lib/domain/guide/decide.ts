import { pair } from "../field.ts";
import { keyBehind, lastOf } from "../order.ts";
import { no, yes } from "../result.ts";
import { bury, make, patch, raise } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { say } from "../wording/decide.ts";
import type { GuideAdd, GuideAsk, GuideRemove, GuideSet, QuestionAdd, QuestionPlace, QuestionRemove } from "./word.ts";
import type * as z from "zod";

export const questionAdd: Rule<z.infer<typeof QuestionAdd>> = {
  needs: (_, { id }) => [row("question", id), related("questions")],
  decide: (view, { id, text, after }) => {
    if (view.get("question", id)) return no({ code: "row.taken", noun: "question", id });
    const fellows = view.related("questions", "");
    const behind = after ? view.live("question", after) : undefined;
    if (after && !behind) return no(missing("question", after));
    const ord = keyBehind(fellows, after === undefined ? lastOf(fellows) : (behind?.ord ?? null));
    return yes([make("question", { id, ord, gone: false }), ...say(id, "text", text)]);
  },
};

export const questionPlace: Rule<z.infer<typeof QuestionPlace>> = {
  needs: (_, { id }) => [row("question", id), related("questions")],
  decide: (view, { id, after }) => {
    const old = view.live("question", id);
    if (!old) return no(missing("question", id));
    const behind = after ? view.live("question", after) : undefined;
    if (after && (!behind || after === id)) return no(missing("question", after));
    const fellows = view.related("questions", "").filter((question) => question.id !== id);
    return yes(patch("question", old, { ord: keyBehind(fellows, behind?.ord ?? null) }));
  },
};

/** Rule G1: a question that quotes answer stays. */
export const questionRemove: Rule<z.infer<typeof QuestionRemove>> = {
  needs: (_, { id }) => [
    row("question", id),
    related("asksOfQuestion", id),
    related("anchorsOfQuestion", id),
    related("passagesOfQuestion", id),
  ],
  decide: (view, { id }) => {
    const old = view.live("question", id);
    if (!old) return no(missing("question", id));
    if (view.related("anchorsOfQuestion", id).length > 0) {
      return no({ code: "row.used", noun: "question", id, by: "quote" });
    }
    return yes([
      ...view.related("asksOfQuestion", id).flatMap((ask) => bury("guideQuestion", ask)),
      ...view.related("passagesOfQuestion", id).flatMap((passage) => bury("passage", passage)),
      ...bury("question", old),
    ]);
  },
};

export const guideAdd: Rule<z.infer<typeof GuideAdd>> = {
  needs: (_, { id }) => [row("guide", id), related("guides")],
  decide: (view, { id, fields, name }) => {
    if (view.get("guide", id)) return no({ code: "row.taken", noun: "guide", id });
    const fellows = view.related("guides", "");
    const made = make("guide", { id, ...fields, ord: keyBehind(fellows, lastOf(fellows)), gone: false });
    return yes([made, ...say(id, "name", name)]);
  },
};

export const guideSet: Rule<z.infer<typeof GuideSet>> = {
  needs: (_, { id }) => [row("guide", id)],
  decide: (view, { id, fields }) => {
    const old = view.live("guide", id);
    return old ? yes(patch("guide", old, fields)) : no(missing("guide", id));
  },
};

/** Rule G2: a guide that sources were asked by stays, because denominators rest on it. */
export const guideRemove: Rule<z.infer<typeof GuideRemove>> = {
  needs: (_, { id }) => [row("guide", id), related("asksOfGuide", id), related("sourcesOfGuide", id)],
  decide: (view, { id }) => {
    const old = view.live("guide", id);
    if (!old) return no(missing("guide", id));
    if (view.related("sourcesOfGuide", id).length > 0) return no({ code: "row.used", noun: "guide", id, by: "source" });
    return yes([
      ...view.related("asksOfGuide", id).flatMap((ask) => bury("guideQuestion", ask)),
      ...bury("guide", old),
    ]);
  },
};

export const guideAsk: Rule<z.infer<typeof GuideAsk>> = {
  needs: (_, { guide, questions }) => [
    row("guide", guide),
    ...rows("question", questions),
    ...rows(
      "guideQuestion",
      questions.map((question) => pair(guide, question)),
    ),
  ],
  decide: (view, { guide, questions, on }) => {
    if (!view.live("guide", guide)) return no(missing("guide", guide));
    const gone = questions.find((question) => !view.live("question", question));
    if (gone) return no(missing("question", gone));
    return yes(
      questions.flatMap((question) => {
        const id = pair(guide, question);
        const old = view.live("guideQuestion", id);
        if (on) return raise(view, "guideQuestion", { id, guide, question, gone: false });
        return old ? bury("guideQuestion", old) : [];
      }),
    );
  },
};
