/** Clock readings as transcripts write them: 0:34, 00:00:34, 1:02:03.500, 00:00:34,179. */

/** Source of a pattern for one reading, without capture groups. */
export const CLOCK = "(?:\\d{1,2}:)?\\d{1,3}:\\d{2}(?:[.,]\\d{1,3})?";

/** A reading, or a pair of them, in brackets, which Markdown may have escaped; or as f4 writes it, #00:01:02-5#. */
export const BRACKETED = `(?:\\\\?[\\[(]\\s*${CLOCK}(?:\\s*(?:-|–|—|-->|to)\\s*${CLOCK})?\\s*\\\\?[\\])]|#${CLOCK}(?:-\\d)?#)`;

/** Milliseconds of a reading; null where it is none. Seconds of 60 and more are taken as they come. */
export function clock(reading: string): number | null {
  const found = /^(?:(\d+):)?(\d+):(\d+)(?:[.,](\d{1,3}))?$/.exec(reading.trim());
  if (!found) return null;
  const [, hours = "0", minutes = "0", seconds = "0", fraction = "0"] = found;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, "0"));
}

/** The readings in a piece of text such as "(0:02 - 0:08)": start and end, null where missing. */
export function clocks(text: string): { startMs: number | null; endMs: number | null } {
  const found = text.match(new RegExp(CLOCK, "g")) ?? [];
  return { startMs: found[0] ? clock(found[0]) : null, endMs: found[1] ? clock(found[1]) : null };
}
