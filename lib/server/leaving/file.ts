/** Makes the file that was asked for, with what the house knows of it; nothing of it is kept here. */
import type { ExportOrder } from "#lib/domain/export/order.ts";
import type { ReportFault } from "#lib/domain/report/check.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { dayOf } from "#lib/domain/zone.ts";
import { downloadActivity } from "../handle/activity-file.ts";
import { downloadArchive } from "../handle/archive.ts";
import { downloadBoard } from "../handle/board-file.ts";
import { downloadCodebook } from "../handle/codebook.ts";
import type { Desk, File, Known, Over } from "../handle/desk.ts";
import { downloadNumbers } from "../handle/numbers.ts";
import { downloadProject } from "../handle/project.ts";
import { download } from "../handle/report.ts";
import { logDesk } from "../load/activity-file.ts";
import { takeLog } from "../load/anonymisation-log.ts";
import { reportDesk } from "../load/report.ts";
import type { PrismaClient } from "../store/generated/client.ts";
import type { About } from "../store/made.ts";
import type { Seal } from "../store/seal.ts";

/** A finished file. `drop` takes away what it lies in, once its bytes have been read. */
type MadeFile = Readonly<{
  about: About;
  bytes: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  drop: () => Promise<void>;
}>;

type ExportFault = ReportFault | Over | Readonly<{ code: "row.missing" | "role.denied" }>;

type Wanted = Readonly<{ study: string; person: string; wanted: ExportOrder }>;
type Written = Readonly<{ known: Known }> & Pick<MadeFile, "bytes" | "drop">;

/** @param own - how a desk says how far it is and learns whether the file is still wanted, and what it knows of judgements */
export async function makeFile(
  db: PrismaClient,
  vault: Seal,
  wanted: Wanted,
  own: Pick<Desk, "tell" | "remember">,
): Promise<Result<MadeFile, ExportFault>> {
  const day = dayOf(new Date()); // before anything is read: should it end meanwhile, the file is out of date
  const reading = await own.tell("reading");
  if (!reading.ok) return reading;
  const made = await written(db, vault, { ...reportDesk(db, vault), ...own }, wanted);
  if (!made.ok) return made;
  const { known, bytes, drop } = made.value;
  const { name, type, format, lang, size, sha256, seq } = known;
  const about = { name, type, format, lang, size, sha256: Buffer.from(sha256).toString("hex"), seq: String(seq), day };
  return yes({ about, bytes, drop });
}

async function written(
  db: PrismaClient,
  vault: Seal,
  desk: Desk,
  { study, person, wanted }: Wanted,
): Promise<Result<Written, ExportFault>> {
  const lang = wanted.language;
  switch (wanted.what) {
    case "report":
      return whole(await download(desk, study, { ...wanted, lang }));
    case "board":
      return whole(await downloadBoard(desk, study, person, { ...wanted, lang }));
    case "codebook":
      return whole(await downloadCodebook(desk, study, { ...wanted, lang }));
    case "numbers":
      return whole(await downloadNumbers(desk, study, { ...wanted, order: wanted.numbers, lang }));
    case "project":
      return whole(await downloadProject(desk, study, person, wanted));
    case "archive":
      return whole(await downloadArchive(desk, study, lang));
    case "log": {
      const writing = await desk.tell("writing");
      return writing.ok ? whole(yes(await takeLog(db, vault, { study, lang }))) : writing;
    }
    case "activity": {
      const made = await downloadActivity(desk, logDesk(db, person), study, person, lang);
      if (!made.ok) return made;
      const { spool, ...known } = made.value;
      return yes({ known, bytes: spool.read, drop: spool.drop });
    }
  }
}

/** A file that lies in memory. */
function whole<F extends ExportFault>(made: Result<File, F>): Result<Written, F> {
  if (!made.ok) return no(made.fault);
  const { bytes, ...known } = made.value;
  return yes({ known, bytes: () => [bytes], drop: () => Promise.resolve() });
}
