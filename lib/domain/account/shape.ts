/** An account: somebody who can sign in to this installation. What they may do in a study is their membership there. */
import * as z from "zod";
import { Lang } from "../field.ts";

/** An e-mail address, folded so that two ways of typing it are one account. */
export const Email = z
  .string()
  .transform((words) => words.trim().normalize("NFC").toLowerCase())
  .pipe(
    z
      .string()
      .max(254)
      .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/),
  );

export const PersonName = z.string().trim().min(1).max(200);

/** What is asked of somebody who makes an account; the password's own rules are in password.ts. */
export const NewAccount = z.strictObject({
  email: Email,
  name: PersonName,
  password: z.string().max(1000),
  locale: Lang,
});
export type NewAccount = z.infer<typeof NewAccount>;

/** A person as the rest of the house knows them. */
export type Person = Readonly<{
  id: string;
  name: string;
  email: string;
  locale: Lang;
  /** May make one-time links for accounts of the whole installation. */
  installer: boolean;
}>;
