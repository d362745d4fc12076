/**
 * Gives the sample study to the first person of an installation. Until then it belongs to the account in whose name
 * it was made, with which nobody can sign in. Knows nothing of Prisma: the ports are handed in.
 */
import { randomUUID } from "node:crypto";
import type { Writer } from "./writer.ts";

export type SamplePorts = Readonly<{
  /** The sample study while it still belongs to its author. */
  orphan: () => Promise<{ study: string; author: string } | null>;
  submit: Writer["submit"];
}>;

/** Makes a person the sample study's owner, and its author leave. Where there is no such study, nothing happens. */
export async function adoptSample({ orphan, submit }: SamplePorts, owner: string): Promise<void> {
  const found = await orphan();
  if (!found || found.author === owner) return;
  const set = (person: string, of: string, role: "owner" | null) =>
    submit(found.study, [
      { cmdId: randomUUID(), person, command: { kind: "member.set", person: of, role }, phrases: [], names: [] },
    ]);
  await set(found.author, owner, "owner");
  await set(owner, found.author, null);
}
