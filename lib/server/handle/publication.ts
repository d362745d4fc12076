/** Publishes a report at a link: the gates' own download, kept. Rules: docs/spec/publication.md, PB1 to PB3. */
import type { Language, ReportFault, ReportWish } from "#lib/domain/report/check.ts";
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import type { Desk, Known, Over } from "./desk.ts";
import { download } from "./report.ts";

const DAY = 24 * 60 * 60 * 1000;

export type PublicationPorts = Readonly<{
  desk: Desk;
  /** Writes down that a file leaves, in the log of what left. */
  record: (file: Known) => Promise<void>;
  /** Keeps the page if its author may still publish. */
  keep: (
    made: Readonly<{ id: string; token: string; lang: Language; bytes: Uint8Array; expiresAt: Date }>,
  ) => Promise<boolean>;
  makeToken: () => string;
  now: () => Date;
}>;

/**
 * Publishes; the token is known to nobody afterwards.
 *
 * Faults: those of a download, and `role.refused` where the author is no owner.
 */
export async function publish(
  ports: PublicationPorts,
  study: string,
  order: ReportWish & Readonly<{ days: number }>,
): Promise<
  Result<
    Readonly<{ id: string; token: string; expiresAt: Date }>,
    ReportFault | Over | Readonly<{ code: "role.refused" }>
  >
> {
  const made = await download(ports.desk, study, { format: "html", ...order });
  if (!made.ok) return made;
  await ports.record(made.value);
  const [id, token] = [crypto.randomUUID(), ports.makeToken()];
  const expiresAt = new Date(ports.now().getTime() + order.days * DAY);
  const kept = await ports.keep({ id, token, lang: order.lang, bytes: made.value.bytes, expiresAt });
  return kept ? yes({ id, token, expiresAt }) : no({ code: "role.refused" });
}
