/** How charts of numbers are scaled: the same on a screen and in a picture. */

/** The next even number of one digit and noughts: 7 → 8, 34 → 40. */
export function ceiling(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  const high = Math.ceil(value / unit) * unit;
  return high % 2 === 0 ? high : high + unit;
}

/** Two labels that would lie on each other are pushed `least` apart. */
export function apart(ys: readonly number[], least: number): readonly number[] {
  const [one, other] = ys;
  if (one === undefined || other === undefined || Math.abs(one - other) >= least) return ys;
  const middle = (one + other) / 2;
  const half = least / 2;
  return one <= other ? [middle - half, middle + half] : [middle + half, middle - half];
}
