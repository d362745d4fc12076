/** Whether the database refused what was asked, or could not do it. Rule: docs/spec/sync.md, Y5. */
import * as z from "zod";
import { Prisma } from "./generated/client.ts";

/** What Prisma knows by a code of its own and is no refusal: no free connection, a transaction that was closed, a conflict. */
const PRISMA = new Set(["P2024", "P2028", "P2034", "P2037"]);
/**
 * Classes of SQLSTATE that say the same (PostgreSQL, Appendix A): connection, rollback, resources (a full disk), not ready,
 * intervention of an operator, system.
 */
const CLASSES = new Set(["08", "40", "53", "55", "57", "58"]);

/** A code is what the database said; without one it was the line to it that spoke, as where it was closed. */
const Told = z.object({
  driverAdapterError: z.object({ cause: z.object({ originalCode: z.string().optional() }) }),
});

/** True where a constraint, a trigger or a type said no: asked again, it would say the same. */
export function isObjection(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (!error.code.startsWith("P2") || PRISMA.has(error.code)) return false;
  const told = Told.safeParse(error.meta);
  if (!told.success) return true;
  const { originalCode } = told.data.driverAdapterError.cause;
  return originalCode !== undefined && !CLASSES.has(originalCode.slice(0, 2));
}
