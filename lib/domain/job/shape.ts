/** A job: long work that people see and can cancel. Rules: docs/spec/jobs.md. */

/** What is being done. What is being published cannot be cancelled any more. */
export type Stage = "waiting" | "reading" | "staging" | "publishing";
