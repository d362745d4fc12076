/** Who may do what in a study. Capabilities are what code asks for; roles are named sets of them. */
import * as z from "zod";
import { Id } from "../field.ts";

export const Role = z.enum(["owner", "analyst", "reviewer", "observer"]);
export type Role = z.infer<typeof Role>;

export const Capability = z.enum([
  "readOriginals",
  "reveal", // one original at a time, with a reason
  "decideIdentifiers",
  "change",
  "managePeople",
  "export",
]);
export type Capability = z.infer<typeof Capability>;

const CAPABILITIES: Record<Role, ReadonlySet<Capability>> = {
  owner: new Set(["readOriginals", "decideIdentifiers", "change", "managePeople", "export"]),
  analyst: new Set(["readOriginals", "decideIdentifiers", "change", "export"]),
  reviewer: new Set(["reveal"]),
  observer: new Set(),
};

/** Says whether a role carries a capability; a person without a role carries none. */
export function may(role: Role | null, capability: Capability): boolean {
  return role !== null && CAPABILITIES[role].has(capability);
}

/** A membership; its id is the person's id. */
export const MemberRow = z.strictObject({ id: Id, role: Role, gone: z.boolean() });
export type MemberRow = z.infer<typeof MemberRow>;
