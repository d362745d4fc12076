/** Who looks at a page; sends to the sign-in those who have not signed in. */
import { cache } from "react";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { registry } from "../registry.ts";
import { members } from "../store/member.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import { isUuid } from "./enter.ts";
import { personFromCookies } from "./person.ts";
import type { SignedIn } from "./person.ts";

/** The one who looks, or null. Asked once for each request, however many parts of the page ask. */
export const currentPerson = cache(async (): Promise<SignedIn | null> =>
  personFromCookies((await headers()).get("cookie")),
);

/**
 * The one who looks at this page.
 *
 * @param back - the page's own address, to come back to after signing in
 */
export async function requirePerson(back = "/"): Promise<SignedIn> {
  const person = await currentPerson();
  if (person) return person;
  redirect(registry().setupToken === null ? `/sign-in?next=${encodeURIComponent(back)}` : "/setup");
}

/** The one who looks at a page of a study, and their role there; "not found" for whoever has none (rule A5). */
export const requireMember = cache(
  async (
    study: string,
  ): Promise<Readonly<{ person: SignedIn; study: string; role: Role; trashed: boolean; archived: boolean }>> => {
    const person = await requirePerson(`/studies/${study}`);
    const member = isUuid(study) ? await members(registry().db).role(study, person.id) : null;
    if (!member) notFound();
    return { person, study, ...member };
  },
);
