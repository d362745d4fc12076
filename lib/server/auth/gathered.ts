/** One question in the place of many: a query costs the same work, asked about one thing or about thirty. */

/**
 * Answers each, and asks for many together: those who come in the same turn of the loop, and then those who came while
 * the last were being asked for. Nobody is told what was found before they asked.
 *
 * @param ask - answers in the same order; where it fails, all of these fail
 * @param most - how many are asked for at once
 */
export function gathered<Q, A>(ask: (all: readonly Q[]) => Promise<readonly A[]>, most = 200): (one: Q) => Promise<A> {
  type Waiting = Readonly<{ one: Q; done: (answer: A) => void; failed: (error: unknown) => void }>;
  const waiting: Waiting[] = [];
  let asking = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const some = waiting.splice(0, most);
      try {
        const answers = await ask(some.map(({ one }) => one));
        if (answers.length !== some.length) throw new Error("a question was answered for fewer than asked");
        for (const [at, answer] of answers.entries()) some[at]?.done(answer);
      } catch (error) {
        for (const { failed } of some) failed(error);
      }
    }
    asking = false;
  }

  return (one) =>
    new Promise((done, failed) => {
      waiting.push({ one, done, failed });
      if (asking) return;
      asking = true;
      setImmediate(() => void run());
    });
}
