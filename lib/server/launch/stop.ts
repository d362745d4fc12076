/**
 * A reason not to go on that the person who started the program can act on: it is printed as one sentence, without a stack.
 *
 * Anything else that is thrown while starting is a bug and is printed with its stack.
 */
export class Stop extends Error {
  override name = "Stop";
}

/** What the system calls what went wrong, `ENOENT` and the like, for such a sentence. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
