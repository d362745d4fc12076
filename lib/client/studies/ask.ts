/** Asks the server for something outside an open study's own line: making, restoring and deleting studies, links. */
import type { Outcome } from "#lib/domain/study/outcome.ts";

/** What came back: the body, or the code of the refusal (`line.down` where nobody answered). */
export type Asked<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; code: string }>;

/** Sends JSON and reads JSON. Never throws. */
export async function ask<T>(method: "POST" | "PATCH" | "DELETE", path: string, body: unknown = {}): Promise<Asked<T>> {
  try {
    const response = await fetch(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    const said: unknown = await response.json().catch(() => null);
    if (response.ok) return { ok: true, value: said as T }; // our own server's answer, of the same version
    const code = typeof said === "object" && said !== null && "refused" in said ? String(said.refused) : "other";
    return { ok: false, code };
  } catch {
    return { ok: false, code: "line.down" };
  }
}

/** Puts a study into the archive or the trash, or takes it out, from the list where no study is open. */
export async function shelve(study: string, fields: Readonly<{ archived?: boolean; trashed?: boolean }>): Promise<Asked<null>> {
  const command = { cmdId: crypto.randomUUID(), command: { kind: "study.set", id: study, fields }, phrases: [], names: [] };
  const answer = await ask<{ outcomes: readonly Outcome[] }>("POST", `/api/studies/${study}/commands`, { commands: [command] });
  if (!answer.ok) return answer;
  const [outcome] = answer.value.outcomes;
  return outcome && "refused" in outcome ? { ok: false, code: String(outcome.refused) } : { ok: true, value: null };
}
