/**
 * A study of very many turns, written into the database by COPY: interviews of 400 turns and responses to a survey of 20
 * comments, half of the turns in each, with bodies, people, questions, quotes and tags.
 */
import { createHash, randomUUID } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import postgres from "postgres";
import { OrganisationKind } from "#lib/domain/organisation/shape.ts";
import { dice, talker } from "./talk.ts";
import type { Talk } from "./talk.ts";

const INTERVIEW = 400;
const RESPONSE = 20;
const QUESTIONS = 20;
const TAGS = 60;

export type Sown = Readonly<{
  english: Talk;
  welsh: Talk;
  questions: readonly string[];
  tags: readonly string[];
  participants: readonly string[];
  /** Seconds that it took. */ spent: Readonly<{ texts: number; words: number; index: number }>;
}>;

type Line = readonly (string | number | boolean | null)[];

/** Fills a study that is there already; `owner` wrote everything. */
export async function sow(url: string, study: string, owner: string, turns: number): Promise<Sown> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const english = talker("en", 11);
  const welsh = talker("cy", 12);
  const roll = dice(7);
  const some = (list: readonly string[]) => list[Math.floor(roll() * list.length)] ?? null;
  const ids = (count: number) => Array.from({ length: count }, () => randomUUID());
  const began = performance.now();
  const organisations = ids(OrganisationKind.options.length * 20);
  const participants = ids(2000);
  const questions = ids(QUESTIONS);
  const tags = ids(TAGS);
  const sources: Line[] = [];
  const speakers: Line[] = [];
  const quotes: { quote: Line; anchor: Line; taggings: Line[] }[] = [];
  const cut: Line[] = [];

  function* revisions(): Iterable<Line> {
    for (let made = 0; made < turns;) {
      const survey = sources.length % (1 + INTERVIEW / RESPONSE) !== 0;
      const count = Math.min(survey ? RESPONSE : INTERVIEW, turns - made);
      const lang = roll() < 0.12 ? "cy" : "en";
      const talk = lang === "cy" ? welsh : english;
      const [source = "", revision = "", interviewer = "", speaker = ""] = ids(4);
      const participant = some(participants);
      sources.push([study, source, sources.length + 1, survey ? "survey" : "interview", revision, null, some(organisations), survey ? participant : null, null, null, null, lang, null, false]); // prettier-ignore
      if (!survey) {
        speakers.push([study, interviewer, source, 1, null, null, true, false]);
        speakers.push([study, speaker, source, 2, null, participant, false, false]);
      }
      const said: string[] = [];
      let at = 0;
      for (let n = 0; n < count; n += 1) {
        const words = talk.say(survey ? 4 + Math.floor(roll() * 30) : n % 2 ? 5 + Math.floor(roll() * 60) : 12);
        const turn = randomUUID();
        const who = survey ? null : n % 2 ? speaker : interviewer;
        const question = survey ? (questions[n % QUESTIONS] ?? null) : null;
        cut.push([study, turn, revision, n, at, at + words.length, who, null, null, question]);
        if (roll() < 0.01) {
          const quote = randomUUID();
          const pairs = [...new Set([some(tags), some(tags)])].filter((tag) => tag !== null);
          quotes.push({
            quote: [study, quote, source, owner, false],
            anchor: [study, `${quote}/${revision}`, quote, revision, at, at + words.length, words, turn, who, question, false],
            taggings: pairs.map((tag) => [study, `${quote}/${tag}`, quote, tag, false]),
          }); // prettier-ignore
        }
        said.push(words);
        at += words.length + 1;
      }
      made += count;
      const text = said.join("\n");
      yield [study, revision, source, 1, text, text.length, "{}", `\\x${createHash("sha256").update(text).digest("hex")}`, owner]; // prettier-ignore
    }
  }

  try {
    await sql`SET session_replication_role = replica`; // no checks, no triggers: it is all made here
    const copy = async (table: string, columns: string, lines: Iterable<Line>) =>
      pipeline(
        Readable.from(copied(lines)),
        await sql.unsafe(`COPY "${table}" (${columns}) FROM STDIN`).writable(), // names of our own
      );
    const ord = (n: number) => `a${n.toString(36).padStart(3, "0")}`;
    await copy("organisation", "study_id, id, number, kind, named, gone", organisations.map((id, n) => [study, id, n + 1, OrganisationKind.options[n % OrganisationKind.options.length] ?? "other", false, false])); // prettier-ignore
    await copy("participant", "study_id, id, number, organisation_id, consent, gone", participants.map((id, n) => [study, id, n + 1, some(organisations), "verbatim", false])); // prettier-ignore
    await copy("question", "study_id, id, ord, gone", questions.map((id, n) => [study, id, ord(n), false])); // prettier-ignore
    await copy("tag", "study_id, id, ord, gone", tags.map((id, n) => [study, id, ord(n), false])); // prettier-ignore
    await copy("revision", "study_id, id, source_id, n, text, length, astral, sha256, by_id", revisions());
    await copy("source", "study_id, id, number, kind, revision_id, title_id, organisation_id, participant_id, guide_id, held_on, minutes, lang, original_id, gone", sources); // prettier-ignore
    await copy("speaker", "study_id, id, source_id, number, label_id, participant_id, interviewer, gone", speakers);
    await copy("turn", "study_id, id, revision_id, n, start_at, end_at, speaker_id, start_ms, end_ms, question_id", cut); // prettier-ignore
    await copy("quote", "study_id, id, source_id, by_id, gone", quotes.map(({ quote }) => quote)); // prettier-ignore
    await copy("anchor", "study_id, id, quote_id, revision_id, start_at, end_at, exact, turn_id, speaker_id, question_id, gone", quotes.map(({ anchor }) => anchor)); // prettier-ignore
    await copy("tagging", "study_id, id, quote_id, tag_id, gone", quotes.flatMap(({ taggings }) => taggings)); // prettier-ignore
    await sql`SET session_replication_role = origin`;
    await sql`ANALYZE`;
    const texts = performance.now();

    // As the migration does it for what is there: first the words, then their index.
    await sql`SET maintenance_work_mem = '512MB'`;
    await sql`SET work_mem = '256MB'`;
    const [made] = await sql<{ definition: string }[]>`
      SELECT indexdef AS definition FROM pg_indexes WHERE indexname = 'turn_words_words'`;
    if (!made) throw new Error("the words have no index");
    await sql`DROP INDEX "turn_words_words"`;
    // Portions, so that texts of both languages come in by turns.
    await sql`SELECT fill_words(s."study_id", array_agg(s."revision_id" ORDER BY s."number"), s."lang")
      FROM "source" s GROUP BY s."study_id", s."number" / 1000, s."lang" ORDER BY s."number" / 1000`;
    const words = performance.now();
    await sql.unsafe(made.definition); // as the database itself tells it
    await sql`VACUUM ANALYZE`;
    const spent = {
      texts: (texts - began) / 1000,
      words: (words - texts) / 1000,
      index: (performance.now() - words) / 1000,
    };
    return { english, welsh, questions, tags, participants, spent };
  } finally {
    await sql.end();
  }
}

/** Rows in the form that COPY reads, some thousand at a time. */
function* copied(lines: Iterable<Line>): Iterable<string> {
  let some: string[] = [];
  for (const line of lines) {
    some.push(line.map((value) => (value === null ? "\\N" : escaped(String(value)))).join("\t"));
    if (some.length < 2000) continue;
    yield `${some.join("\n")}\n`;
    some = [];
  }
  if (some.length > 0) yield `${some.join("\n")}\n`;
}

function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}
