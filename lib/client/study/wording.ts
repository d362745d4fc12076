/** Writing a text slot: always over what the writer saw, never over a colleague's newer words. */
import type { Lang } from "#lib/domain/field.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import type { OpenStudy } from "./session.ts";

/** Saves what a text slot says in one language; empty words empty it. Nothing is sent where nothing has changed. */
export function writeWording(session: OpenStudy, subject: string, field: Field, lang: Lang, words: string): void {
  const was = session.state.rows.live("wording", slot(subject, field, lang))?.phrase ?? null;
  const written = words.trim();
  if (written === (was === null ? "" : (session.words.phrase(was)?.words ?? ""))) return;
  const draft = session.draft();
  const phrase = written === "" ? null : draft.phrase(lang, written);
  void draft.send({ kind: "wording.set", subject, field, lang, phrase, was });
}
