/**
 * The one log. It says what happened, by ids and numbers; never words that people wrote, names, addresses or secrets.
 */
import pino from "pino";

export type Log = pino.Logger;

/** Makes the log: one JSON object a line on standard output. */
export function makeLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // A safety net, not a licence: nothing of this kind should be handed to the log at all.
    redact: {
      paths: [
        "password",
        "token",
        "secret",
        "authorization",
        "cookie",
        "email",
        "*.password",
        "*.token",
        "*.secret",
        "*.cookie",
        "*.email",
      ],
      censor: "[withheld]",
    },
  });
}
