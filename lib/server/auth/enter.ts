/** Lets a request in: who asks, and as what in which study. Every route begins with one of these. */
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";
import { registry } from "../registry.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import { isOurs } from "./origin.ts";
import { memberFromCookies, personFromCookies } from "./person.ts";
import type { SignedIn } from "./person.ts";

export type Scope = Readonly<{ person: SignedIn; study: string; role: Role }>;
export type EntryFault = { readonly code: "origin.foreign" | "session.none" | "study.missing" };

export function isUuid(words: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(words);
}

/** Requests that write must come from our own pages. */
function fromUs(request: Request): boolean {
  const reads = request.method === "GET" || request.method === "HEAD";
  return reads || isOurs(request.headers, registry().config.url);
}

/** Who asks. */
export async function enterHouse(request: Request): Promise<Result<SignedIn, EntryFault>> {
  if (!fromUs(request)) return no({ code: "origin.foreign" });
  const person = await personFromCookies(request.headers.get("cookie"));
  return person ? yes(person) : no({ code: "session.none" });
}

/**
 * Who asks, and their role in the study. Whoever has none learns nothing, not even that the study exists (rule A5).
 * The role is for reading; whoever writes is asked again inside the transaction.
 */
export async function enter(request: Request, study: string): Promise<Result<Scope, EntryFault>> {
  if (!isUuid(study)) {
    const person = await enterHouse(request);
    return person.ok ? no({ code: "study.missing" }) : person;
  }
  if (!fromUs(request)) return no({ code: "origin.foreign" });
  const member = await memberFromCookies(request.headers.get("cookie"), study);
  if (!member) return no({ code: "session.none" });
  return member.role ? yes({ person: member.person, study, role: member.role }) : no({ code: "study.missing" });
}
