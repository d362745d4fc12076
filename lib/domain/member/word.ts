import * as z from "zod";
import { Id } from "../field.ts";
import { Role } from "./shape.ts";

/** Gives a person a role in the study, or takes it away (null). */
export const MemberSet = z.strictObject({ kind: z.literal("member.set"), person: Id, role: Role.nullable() });
