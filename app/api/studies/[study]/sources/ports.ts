/** What the import needs of this process. */
import type { ImportPorts } from "#lib/server/handle/import.ts";
import { registry } from "#lib/server/registry.ts";
import { sourcesMarked } from "#lib/server/store/marks.ts";
import { holdsOriginal, organisationNames, stage } from "#lib/server/store/staging.ts";

export function importPorts(): ImportPorts {
  const { db, reading, vault, writer } = registry();
  return {
    read: reading.read,
    look: reading.look,
    stage: (study, person, original, sources) => stage(db, vault, study, person, original, sources),
    submit: (study, items) => writer.submit(study, items),
    organisations: (study) => organisationNames(db, vault, study),
    holds: (study, sha256) => holdsOriginal(db, study, sha256),
    marked: (study, marks) => sourcesMarked(db, vault, study, marks),
  };
}
