import { leftBy } from "../organisation/left.ts";
import { no, yes } from "../result.ts";
import { make } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import type { Fault } from "../study/fault.ts";
import type { View } from "../study/rows.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Rule } from "../study/rule.ts";
import { sameCase } from "./shape.ts";
import type { Case } from "./shape.ts";
import type { SummaryMake } from "./word.ts";
import type * as z from "zod";

/** Rules FW4 to FW7: one summary for a theme and a case that are there, on a board that everybody sees. */
export const summaryMake: Rule<z.infer<typeof SummaryMake>> = {
  needs: (view, { id, theme, of }) => {
    const { participant, organisation } = caseOf(of);
    return [
      row("summary", id),
      row("theme", theme),
      ...rows("board", [view.get("theme", theme)?.board]),
      related("summariesOfTheme", theme),
      ...rows("participant", [participant]),
      ...rows("organisation", [organisation]),
      ...(organisation === null ? [] : [related("participantsOfOrganisation", organisation)]),
    ];
  },
  decide: (view, { id, theme, of }, { person }) => {
    if (view.get("summary", id)) return no({ code: "row.taken", noun: "summary", id });
    const about = view.live("theme", theme);
    if (!about) return no(missing("theme", theme));
    if ((view.get("board", about.board)?.owner ?? null) !== null) return no({ code: "board.hidden", id: about.board });
    const whose = caseOf(of);
    const fault = unheard(view, whose);
    if (fault) return no(fault);
    const there = view.related("summariesOfTheme", theme).find((one) => sameCase(one, whose));
    if (there) return no({ code: "row.taken", noun: "summary", id: there.id });
    return yes([make("summary", { id, theme, ...whose, by: person, also: null, gone: false })]);
  },
};

/** Why nobody summarises what this case says: it is gone, has withdrawn, or everybody of it has (CO8, CO24). */
function unheard(view: View, { participant, organisation }: Case): Fault | null {
  if (participant !== null) {
    const who = view.live("participant", participant);
    if (!who) return missing("participant", participant);
    return who.withdrawnOn === null ? null : { code: "participant.withdrawn", id: participant };
  }
  if (!view.live("organisation", organisation ?? "")) return missing("organisation", organisation ?? "");
  const left = leftBy(view, organisation ?? "");
  return left === null ? null : { code: "participant.withdrawn", id: left };
}

function caseOf(of: z.infer<typeof SummaryMake>["of"]): Case {
  return { participant: null, organisation: null, ...of };
}
