/** What a person is told of a project before it comes in. Rules: docs/spec/refi.md, RF27 and RF36. */
import { SHOWN_SOURCES } from "#lib/domain/project/shape.ts";
import type { ProjectSeen } from "#lib/domain/project/shape.ts";
import { lengthOf } from "#lib/domain/text/points.ts";
import { oneLine } from "#lib/format/codebook/level.ts";
import { originIn, ownLang } from "../origin.ts";
import type { OpenProject } from "../read/open.ts";
import type { BroughtProject } from "./project.ts";

const NAME = 120; // signs of a name that are shown

/** @param here - whether it was written from this very study */
export function seenOf(project: OpenProject, { command, counts, lost }: BroughtProject, here: boolean): ProjectSeen {
  const { convention, by, score, standard } = project.detected;
  const shown = (name: string) => oneLine(name).slice(0, NAME);
  const placed = project.texts.reduce(
    (sum, text) => sum + (text?.spans.filter((span) => span !== null).length ?? 0),
    0,
  );
  return {
    origin: originIn(project.origin),
    own: ownLang(project.origin) !== null,
    here,
    counts: {
      sources: command.sources.length,
      quotes: command.quotes.length,
      merged: counts.merged,
      tags: counts.tags,
      cases: project.cases.length,
      memos: command.memos.length,
      insights: command.insights.length,
      boards: command.boards.length,
      themes: command.boards.reduce((sum, { themes }) => sum + themes.length, 0),
    },
    counting: { ...convention, by, ...score, cut: placed - score.fit, standard },
    sources: project.sources.slice(0, SHOWN_SOURCES).map(({ name, medium }, at) => {
      const text = project.texts[at];
      return {
        name: shown(name),
        medium,
        characters: text ? lengthOf(text.text) : null,
        quotes: counts.bySource[at] ?? 0,
        ...(project.detected.sources[at] ?? { fit: 0, of: 0 }),
      };
    }),
    lost,
  };
}
