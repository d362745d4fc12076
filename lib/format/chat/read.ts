/**
 * CHAT transcripts (.cha) of the CHILDES and TalkBank projects.
 *
 * A main line is a turn: `*ABC:` and the words, which may go on in lines that begin with a tab, and a bullet with its times.
 * Headers (`@`) and dependent tiers (`%`: glosses, translations, analyses) are left out by name, and so are the marks that
 * say of each word which language it is. All other signs of the transcriber stay.
 *
 * Source: B. MacWhinney, Tools for Analyzing Talk, part 1 (2024), 5 to 10. Rules: docs/spec/import.md, I57.
 */
import type { Warning } from "#lib/domain/import/draft.ts";
import type { Piece, Read, Tally } from "#lib/format/import/piece.ts";
import { keyOf } from "#lib/format/text/label.ts";

const MAIN = /^\*([^\s:]{1,40}):\s*(.*)$/u;
// Times: between the control signs that editors hide, as %snd in older files, or as bare digits between them.
const BULLET = /\s*(?:\u0015[^\u0015\n]*?(\d+)_(\d+)\u0015|%(?:snd|mov):"[^"]*"_(\d+)_(\d+))/g;
const LANGUAGE = /(?<=[^\s@])@(?:\d{1,2}|s(?::[a-z+&]{2,12})?)(?=$|[\s.,!?;:>)\]])/gu;

export function readChat(text: string, tally: Tally): Read {
  const pieces: Piece[] = [];
  const asking: string[] = [];
  let piece: Piece | null = null;
  let tier = false;
  let marks = 0;
  let stray = 0;
  let strayAt = 0;

  for (const [index, line] of text.split("\n").entries()) {
    const main = MAIN.exec(line);
    if (main) {
      const label = main[1] ?? "";
      tally.drop("label", `*${label}:`);
      piece = { label, text: main[2] ?? "", startMs: null, endMs: null };
      pieces.push(piece);
      tier = false;
    } else if (/^%[a-z0-9]+:/i.test(line)) {
      tally.drop("tier", line);
      tier = true;
    } else if (line.startsWith("@")) {
      tally.drop("metadata", line);
      for (const code of askers(line)) asking.push(code);
      tier = true;
      piece = null;
    } else if (/^\s/.test(line) && line.trim() !== "") {
      if (!tier && piece) piece.text += ` ${line.trim()}`;
    } else if (line.trim() !== "") {
      stray += 1;
      strayAt ||= index + 1;
      piece = { label: null, text: line.trim(), startMs: null, endMs: null };
      pieces.push(piece);
      tier = false;
    }
  }
  for (const one of pieces) {
    one.text = one.text.replace(
      BULLET,
      (bullet, start?: string, end?: string, olderStart?: string, olderEnd?: string) => {
        tally.drop("cue-time", bullet.replaceAll("\u0015", ""));
        one.startMs ??= Number(start ?? olderStart);
        one.endMs = Math.max(one.startMs, Number(end ?? olderEnd));
        return "";
      },
    );
    one.text = one.text
      .replace(LANGUAGE, (mark) => {
        marks += 1;
        if (marks <= 50) tally.drop("language-mark", mark);
        return "";
      })
      .trim();
    if (one.text === "" && one.label !== null) tally.drop("empty-turn", one.label);
  }
  for (let more = 50; more < marks; more += 1) tally.drop("language-mark");
  const warnings: Warning[] = stray > 0 ? [{ code: "cue.stray", line: strayAt, count: stray }] : [];
  return { dialect: "tiers", pieces, warnings, asking: asking.map(keyOf) };
}

/** Those whose part is to ask, by the header: `@Participants: RES Mari Researcher`, `@ID: …|RES|…|Investigator|||`. */
function askers(line: string): string[] {
  const asks = /^(?:Investigator|Interviewer|Researcher|Moderator|Experimenter)$/;
  const list = /^@Participants:\s*(.*)$/.exec(line)?.[1];
  if (list !== undefined)
    return list.split(",").flatMap((one) => {
      const [code = "", ...rest] = one.trim().split(/\s+/);
      return rest.slice(-2).some((word) => asks.test(word)) ? [code] : [];
    });
  const fields = /^@ID:\s*(.*)$/.exec(line)?.[1]?.split("|");
  return fields !== undefined && asks.test(fields[7] ?? "") ? [fields[2] ?? ""] : [];
}
