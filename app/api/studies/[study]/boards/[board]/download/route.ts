/** Hands out a board as a finished file, or says why not. */
import * as z from "zod";
import { Id, Lang } from "#lib/domain/field.ts";
import { downloadBoard } from "#lib/server/handle/board-file.ts";
import { exportOrder } from "#lib/server/http/order.ts";
import { refuse, reply, replyFile } from "#lib/server/http/reply.ts";
import { reportDesk } from "#lib/server/load/report.ts";
import { registry } from "#lib/server/registry.ts";

const MOST = 20_000;
const Order = z.strictObject({
  format: z.enum(["png", "svg", "pdf", "txt", "md"]),
  language: Lang,
  /** null: the whole board */
  cards: z.array(Id).min(1).max(MOST).nullable(),
});

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/boards/[board]/download">) {
  const at = await params;
  const asked = await exportOrder(request, at.study, Order, 64 * MOST);
  if (!asked.ok) return asked.fault;
  const { scope, order } = asked.value;
  const { study, person } = scope;
  const board = Id.safeParse(at.board);
  if (!board.success) return refuse(400, "body.bad");
  const { db, vault, log } = registry();
  const { format, language: lang, cards } = order;
  const made = await downloadBoard(reportDesk(db, vault), study, person.id, { board: board.data, cards, format, lang });
  if (!made.ok) {
    log.warn({ study, code: made.fault.code }, "a board was refused");
    return made.fault.code === "row.missing" ? refuse(404, "row.missing") : reply(made.fault, 409);
  }
  log.info({ study, format, size: made.value.bytes.length }, "a board was handed out");
  return replyFile(made.value);
}
