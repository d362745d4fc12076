/**
 * Takes away what tools write around a transcript: front matter, headings of exports, footers, lines that hold only a time.
 *
 * Every line taken is counted under its rule. Times on such lines are kept for the turn that follows.
 *
 * Rules: docs/spec/import.md, I7 and I8.
 */
import type { Tally } from "#lib/format/import/piece.ts";
import type { Line } from "./line.ts";
import { isBlank } from "./line.ts";
import { BRACKETED, CLOCK, clocks } from "./time.ts";

/** What is left: a line, or a time that stood alone. */
export type Kept = Line & { readonly time?: number };

const FOOTER = [
  /^transcribed by https?:\/\/otter\.ai\/?$/i,
  /^transcri(?:bed|pt) by (?:https?:\/\/)?(?:www\.)?(?:otter\.ai|rev\.com|rev|temi|temi\.com|trint|descript|turboscribe(?:\.ai)?|sonix(?:\.ai)?|happy scribe)\b.{0,80}$/i,
  /^\(?\[?transcribed (?:with|using) (?:otter|turboscribe|trint|descript|temi|rev|sonix)\b.{0,120}$/i,
  /^this transcript was exported on .{1,120}$/i,
  /^transcript (?:created|generated|exported) (?:by|with|from) .{1,80}$/i,
];

const METADATA = [
  /^.{1,200}-\d{8}_\d{6}(?:UTC)?-Meeting (?:Transcript|Recording)(?:\.(?:docx|mp4))?$/i, // Teams
  /^\p{L}{3,12} \d{1,2}, \d{4},? \d{1,2}:\d{2}\s?(?:[AP]M)?$/u,
  /^\d{1,2} \p{L}{3,12} \d{4},? \d{1,2}:\d{2}\s?(?:[AP]M)?$/u,
  /^(?:\d{1,2}h )?\d{1,2}m \d{1,2}s$/,
  /^.{1,80} (?:started|stopped) transcription$/i,
  /^Transcribed with noScribe\b.{0,40}$/i,
  /^Audio file: .{1,400}$/i,
  /^\(Language: .{1,300}\)$/i,
];

/** Leaves the lines that hold words; `time` lines stand in for times that stood alone. */
export function undress(lines: readonly Line[], tally: Tally): Kept[] {
  const body = withoutYaml(lines, tally);
  const bare = new RegExp(`^\\\\?${CLOCK}\\\\?$`);
  const boxed = new RegExp(`^(?:${BRACKETED})$`);
  const timeLines = body.filter((line) => bare.test(line.text.trim())).length;
  const kept: Kept[] = [];
  let words = 0;
  for (const line of body) {
    const text = line.text.trim();
    if (text === "") {
      kept.push(line);
      continue;
    }
    if (boxed.test(text) || (timeLines >= 3 && bare.test(text))) {
      tally.drop("timestamp-line", text);
      const { startMs } = clocks(text);
      kept.push({ text: "", at: line.at, bold: 0, ...(startMs === null ? {} : { time: startMs }) });
      continue;
    }
    if (FOOTER.some((rule) => rule.test(text))) {
      tally.drop("footer", text);
      continue;
    }
    // A heading of a tool stands above the speech, apart from Teams' "stopped transcription".
    if ((words < 8 || /transcription$/i.test(text)) && METADATA.some((rule) => rule.test(text))) {
      tally.drop("metadata", text);
      continue;
    }
    if (words === 0 && /^(?:full )?transcript(?:ion)?:?$/i.test(text)) {
      tally.drop("metadata", text);
      continue;
    }
    words += 1;
    kept.push(line);
  }
  return kept;
}

function withoutYaml(lines: readonly Line[], tally: Tally): readonly Line[] {
  const first = lines.findIndex((line) => !isBlank(line));
  if (first < 0 || lines[first]?.text.trim() !== "---") return lines;
  const end = lines.findIndex((line, at) => at > first && /^(?:---|\.\.\.)\s*$/.test(line.text));
  if (end < 0 || end - first > 200) return lines;
  const inside = lines.slice(first + 1, end);
  const yaml = inside.every(
    (line) =>
      isBlank(line) ||
      /^\s*[\w-]+\s*:(?:\s|$)/.test(line.text) ||
      /^\s+/.test(line.text) ||
      /^\s*[-#]\s?/.test(line.text),
  );
  if (!yaml || inside.length === 0) return lines;
  for (const line of inside) if (!isBlank(line)) tally.drop("yaml", line.text);
  return [...lines.slice(0, first), ...lines.slice(end + 1)];
}
