/** Data for an archive in which every file stands and nobody's words do; what the scan compares finished files with. */
import type { Say } from "#lib/format/report/say.ts";
import type { ArchivePaper } from "./paper.ts";
import { readmeOf } from "./readme.ts";

const MARK = "x";
const ROWS = [[MARK], [MARK]];

/** @param say - the fixed words, in the language of the file */
export function blankArchive(say: Say): ArchivePaper {
  return {
    readme: readmeOf(say),
    list: ROWS,
    transcripts: [{ code: MARK, header: [MARK], text: MARK }],
    responses: ROWS,
    codebook: ROWS,
    guide: ROWS,
  };
}
