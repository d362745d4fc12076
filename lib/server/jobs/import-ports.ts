/** What looking at files and bringing them in needs, of this process. */
import { no, yes } from "#lib/domain/result.ts";
import type { BringPorts, LookPorts } from "../handle/import/ports.ts";
import { sayProject } from "../load/say.ts";
import type { Registry } from "../registry.ts";
import { holdJob } from "../store/job.ts";
import { sourcesMarked } from "../store/marks.ts";
import { hasSource, tagsKnown } from "../store/project.ts";
import { defineAttributes, holdsOriginal, keepOriginal, organisationNames, stage } from "../store/staging.ts";

/** @param signal - ends the reading of a file that is not wanted any more */
export function importPorts(
  { db, reading, vault, writer }: Pick<Registry, "db" | "reading" | "vault" | "writer">,
  signal?: AbortSignal,
): BringPorts & LookPorts {
  return {
    read: (bytes, options) => reading.read(bytes, options, signal),
    look: (bytes, options) => reading.look(bytes, options, signal),
    survey: (bytes, options, take) => reading.survey(bytes, options, take, signal),
    tell: async ({ study, held }, progress) =>
      held === null || (await holdJob(db, study, held, progress)) ? yes(undefined) : no({ code: "job.over" }),
    keep: (work, original) => keepOriginal(db, vault, work, original),
    define: (work, attributes) => defineAttributes(db, work, attributes),
    stage: (work, staged, progress) => stage(db, vault, work, staged, progress),
    publish: (study, items) => writer.whole(study, items),
    organisations: (study) => organisationNames(db, vault, study),
    holds: (study, sha256) => holdsOriginal(db, study, sha256),
    marked: (study, marks) => sourcesMarked(db, vault, study, marks),
    hasSource: (study, ids) => hasSource(db, study, ids),
    tags: (study) => tagsKnown(db, study),
    say: sayProject,
  };
}
