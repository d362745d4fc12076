/**
 * How likely as many right guesses are by chance.
 *
 * The guesses are taken as they are, and who spoke is dealt to the quotes at random, each as often as they did speak: whoever names
 * the most talkative every time is right often, and is no better than chance. That is the problem of matching two packs of cards of
 * given suits, solved exactly by rook polynomials: I. Kaplansky and J. Riordan, "The problem of the rooks and its applications", Duke
 * Mathematical Journal 13 (1946); J. Riordan, An Introduction to Combinatorial Analysis (1958), chapters 7 and 8.
 */

/** One guess: who was named, and who it was. */
export type Guessed = Readonly<{ named: string; was: string }>;

/** Guesses below this likelihood are better than chance. */
export const ABOVE_CHANCE = 0.05;

/** How many of them are right. */
export const hitsIn = (guesses: readonly Guessed[]): number => guesses.filter(({ named, was }) => named === was).length;

/** The likelihood of as many right ones or more, between 0 and 1. Cost: the square of the guesses, which are some twenty. */
export function chanceOf(guesses: readonly Guessed[]): number {
  const size = guesses.length;
  // How many ways there are to put so many right guesses onto quotes, whatever the others are.
  let rooks = [1n];
  for (const who of new Set(guesses.map(({ named }) => named))) {
    const named = guesses.filter((one) => one.named === who).length;
    const spoke = guesses.filter((one) => one.was === who).length;
    const own = Array.from(
      { length: Math.min(named, spoke) + 1 },
      (_, k) => choose(named, k) * choose(spoke, k) * factorial(k),
    );
    rooks = product(rooks, own);
  }
  let ways = 0n;
  for (let hits = hitsIn(guesses); hits <= size; hits += 1)
    for (let k = hits; k < rooks.length; k += 1) {
      const some = choose(k, hits) * (rooks[k] ?? 0n) * factorial(size - k);
      ways += (k - hits) % 2 === 0 ? some : -some;
    }
  return Number((ways * PRECISE) / factorial(size)) / Number(PRECISE);
}

const PRECISE = 10n ** 12n;

function product(one: readonly bigint[], other: readonly bigint[]): bigint[] {
  const made = Array.from({ length: one.length + other.length - 1 }, () => 0n);
  for (const [at, left] of one.entries())
    for (const [by, right] of other.entries()) made[at + by] = (made[at + by] ?? 0n) + left * right;
  return made;
}

function factorial(n: number): bigint {
  let all = 1n;
  for (let k = 2; k <= n; k += 1) all *= BigInt(k);
  return all;
}

const choose = (n: number, k: number): bigint => (k > n ? 0n : factorial(n) / (factorial(k) * factorial(n - k)));
