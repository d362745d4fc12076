/** What this process knows of judgements of the risk report: judging a study takes seconds where it is large. */
import type { Seal } from "#lib/domain/risk/seal-shape.ts";
import type { SignableId } from "#lib/domain/signature/shape.ts";
import type { Desk } from "#lib/server/handle/desk.ts";

/** Study → its seals in one state. */
type Sealed = Map<string, { state: string; seals: Map<SignableId, Promise<Seal>> }>;
const key = Symbol.for("carthen.judged");
/** Of the studies that were looked at last. Pages, routes and jobs have copies of this module each, and one memory (RT14). */
const sealed: Sealed = ((globalThis as { [key]?: Sealed })[key] ??= new Map()); // a symbol of ours, which the global type cannot know
const STUDIES = 50;

/** It is asked for with every file: each state of a study is judged once. */
export const remember: Desk["remember"] = (study, state, of, make) => {
  const known = sealed.get(study);
  const seals = known?.state === state ? known.seals : new Map<SignableId, Promise<Seal>>();
  sealed.delete(study);
  sealed.set(study, { state, seals });
  const [oldest] = sealed.size > STUDIES ? sealed.keys() : [];
  if (oldest !== undefined) sealed.delete(oldest);
  const seal = seals.get(of) ?? make();
  seals.set(of, seal);
  seal.catch(() => seals.delete(of));
  return seal;
};

/** What is known of a judgement; null where it has not been made of this state of the study. */
export async function known(study: string, state: string, of: SignableId): Promise<Seal | null> {
  const about = sealed.get(study);
  return (about?.state === state ? await about.seals.get(of) : null) ?? null;
}
