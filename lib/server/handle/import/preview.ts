/** A look at a file, which saves nothing. Rules: docs/spec/import.md, I40, I46 and I102. */
import type { ImportFault } from "#lib/domain/import/fault.ts";
import type { PreviewOptions } from "#lib/domain/import/plan.ts";
import type { Preview } from "#lib/domain/import/preview.ts";
import { yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { listed, sourcesOf } from "./known.ts";
import { sha256 } from "./original.ts";
import type { LookPorts, Upload } from "./ports.ts";
import { projectSeen } from "./project.ts";

/** Reads a file and saves nothing. */
export async function preview(
  ports: LookPorts,
  study: string,
  upload: Upload,
  wish: PreviewOptions,
): Promise<Result<Preview, ImportFault>> {
  const { options, as, table, respondent } = wish;
  const seen = await ports.look(upload.bytes, { ...options, as, table, respondent });
  if (!seen.ok) return seen;
  const known = await ports.holds(study, sha256(upload.bytes));
  if (seen.value.kind === "project") {
    const project = await projectSeen(ports, study, seen.value.project);
    return project.ok ? yes({ kind: "project", project: project.value, known }) : project;
  }
  if (seen.value.kind === "transcript") return yes({ ...seen.value, known });
  const { marks, unfinished, ...survey } = seen.value;
  const there = await ports.marked(study, marks.flatMap(listed));
  const guides = marks.flatMap((mark) => sourcesOf(there, mark).slice(0, 1)).map(({ guide }) => guide);
  return yes({
    ...survey,
    known,
    already: guides.length,
    unfinished: {
      all: unfinished.length,
      fresh: unfinished.filter((row) => !marks[row] || sourcesOf(there, marks[row]).length === 0).length,
    },
    guide: guides.find((guide) => guide !== null) ?? null,
  });
}
