/**
 * The answer of anything that may be refused: expected refusals are values, bugs throw.
 */
export type Yes<T> = { readonly ok: true; readonly value: T };
export type No<F> = { readonly ok: false; readonly fault: F };
export type Result<T, F> = Yes<T> | No<F>;

/** Wraps what was asked for. */
export function yes<T>(value: T): Yes<T> {
  return { ok: true, value };
}

/** Wraps the reason for a refusal. */
export function no<F>(fault: F): No<F> {
  return { ok: false, fault };
}
