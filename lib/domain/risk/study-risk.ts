/** What of a study as a whole bears on how safe its quotes are. Rules: docs/spec/risk.md, RK13. */
import type { Settings } from "../disclosure/settings.ts";
import { lowered } from "../disclosure/threshold.ts";
import type { Thresholds } from "../disclosure/threshold.ts";
import type { Level } from "../identifier/ladder/rung.ts";
import { holding } from "../identifier/shape.ts";
import { mentionWaits } from "../mention/shape.ts";
import { standing } from "../mention/standing.ts";
import type { Rows } from "../study/rows.ts";
import type { Person } from "./left.ts";
import type { Cell, StudyRisk } from "./shape.ts";

type Given = Readonly<{
  settings: Settings;
  people: readonly Person[];
  /** what could stand in place of an identifier */
  levelsOf: (identifier: string) => readonly Level[];
  /** what a phrase says */
  words: (phrase: string | null) => string | null;
}>;

/** What detection may have missed is not told here: it is said of the search, not of what leaves. */
export function studyRisk(rows: Rows, { settings, people, levelsOf, words }: Given): Omit<StudyRisk, "missed"> {
  const ladder = { over: 0, own: 0 };
  let kept = 0;
  for (const row of rows.all("identifier")) {
    const holds = holding(row);
    if (holds === "keep") kept += 1;
    if (holds !== "replace") continue;
    const [en, cy] = [words(row.replacement), words(row.replacementCy)];
    const level = levelsOf(row.id).find((one) => (en !== null && one.en === en) || (cy !== null && one.cy === cy));
    if (!level) ladder.own += 1;
    else if (level.unfit) ladder.over += 1;
  }
  const held = standing(rows, rows.all("mention")).filter(
    (one) => !mentionWaits(one, rows.live("identifier", one.identifier)),
  );
  const replaced = held.filter(({ decision }) => decision === "replace").length;
  return {
    cells: cellsOf(people, settings.thresholds),
    lowered: lowered(settings.thresholds),
    accepted: [...settings.accepted.keys()].toSorted(),
    ladder,
    mentions: { shown: held.length - replaced, replaced },
    kept,
  };
}

/** The study's organisations and people by kind and by region, the smallest first. */
function cellsOf(people: readonly Person[], { organisations: bodies, people: persons }: Thresholds): readonly Cell[] {
  const by = <By extends Cell["by"]>(what: By): Cell[] =>
    [...Map.groupBy(people, (one) => one[what])].flatMap(([value, some]): Cell[] => {
      if (value === null) return [];
      const organisations = new Set(some.map(({ organisation }) => organisation)).size;
      const count = { organisations, people: some.length };
      return [{ by: what, value, ...count, small: organisations < bodies || some.length < persons }];
    });
  return [...by("kind"), ...by("region")].toSorted(
    (a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0) || a.organisations - b.organisations || a.people - b.people,
  );
}
