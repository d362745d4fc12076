/**
 * What an import proposes, before anything is saved: a transcript as turns and speakers.
 *
 * Knows nothing of bytes or formats. Offsets are Unicode code points from the start of
 * `text`, `end` exclusive; times are milliseconds from the start of the recording.
 *
 * Rules: docs/spec/import.md, I1 to I6.
 */
import * as z from "zod";
import { LIMIT } from "./limit.ts";

/** How a file marks who speaks. The names are ours, the habits are the tools'. */
export const Dialect = z.enum([
  "plain", // no marks: one turn a paragraph
  "alternate", // nobody is named, and paragraphs take turns: by a person's word alone
  "questions", // nobody is named, and questions stand before their answers: by a person's word alone
  "written", // written in the app: one turn a paragraph, and every sign of it a word of the writer's
  "colon", // "Name: text", also with times, also "Name:" alone
  "alone", // "Speaker 1" on a line of its own, text below
  "bold", // a bold name before the text
  "bracket", // "[Name] 22:30:46", "[Name] (0:02 - 0:08)"
  "name-time", // "Name  0:34", text below
  "time-name", // "00:00:34 Name", text below
  "dash", // "I – text"
  "number", // "1: text", "[1] text"
  "initials", // "INT text", with nothing between
  "inline", // labels inside a paragraph: "… sure? Interviewee: I think"
  "voice", // WebVTT voice tags
  "cue-label", // captions with "Name: text"
  "cue", // captions without speakers
  "table", // columns for who speaks and what is said
  "tiers", // main lines of CHAT
  "data", // fields of JSON
]);
export type Dialect = z.infer<typeof Dialect>;

export const Format = z.enum([
  "text",
  "markdown",
  "vtt",
  "srt",
  "sbv",
  "docx",
  "odt",
  "rtf",
  "pdf",
  "html",
  "json",
  "chat", // CHILDES CHAT, .cha
  "csv",
  "tsv",
  "xlsx",
  "ods",
]);
export type Format = z.infer<typeof Format>;

/** The named reasons for which import leaves something out. There is no other. */
export const Rule = z.enum([
  "label", // who speaks: kept as the speaker, not as words
  "cue-id",
  "cue-header", // what follows WEBVTT
  "cue-time", // times of captions: kept as times, not as words
  "cue-join", // a line break inside or between captions became one space
  "rolling", // a caption line that only repeats the line before, as live captions do
  "note", // NOTE, STYLE and REGION blocks
  "markup", // caption tags such as <i>; the words inside stay
  "entity", // &#39; read as the character it stands for
  "line-number", // numbers before nearly all lines
  "list-mark", // numbers and bullets that a program makes for the paragraphs of a list
  "timestamp-line", // a line that holds nothing but a time
  "time-mark", // a time at the end of a turn: kept as its end
  "overlap", // the marks around what another says meanwhile: kept as a turn of that speaker's
  "footer", // "Transcribed by …"
  "metadata", // the heading that a tool writes above a transcript
  "yaml", // front matter
  "empty-turn", // a label without words
  "picture", // pictures in a document
  "page-margin", // running headers and footers of a PDF
  "page-number",
  "line-join", // a line that went on in the next one: a space instead of the line's end
  "hyphen", // a word that a line's end had parted
  "page", // what a web page has around its words: menus, buttons, footers
  "table-heading", // the headings of a table of speech
  "table-column", // columns of such a table for other things
  "tier", // CHAT's glosses, translations and analyses
  "language-mark", // CHAT's mark of each word's language
]);
export type Rule = z.infer<typeof Rule>;

export const Dropped = z.strictObject({
  rule: Rule,
  count: z.int().min(1),
  examples: z.array(z.string()), // at most five, each at most 120 characters
});
export type Dropped = z.infer<typeof Dropped>;

/** Something a person should look at; nothing was changed because of it. */
export const Warning = z.strictObject({
  code: z.enum([
    "times.wall-clock", // times of day, not of the recording: shown from the first one
    "times.reversed", // an end before its start
    "cue.stray", // words outside any caption, kept
    "speech.machine", // a sentence that speech recognisers invent in silence
    "speech.repeated", // the same sentence four times or more in a row
    "speech.overlap", // people spoke at the same time: "//S02: … //", with the name of a speaker or a part, became a turn
    "speakers.alternate", // nobody is named, and paragraphs look as if two people took turns
    "speakers.questions", // nobody is named, and questions stand before what looks like their answers
    "speakers.number", // lines begin with numbers, which may be speakers
    "speakers.initials", // lines begin with capitals, which may be speakers
    "chat.not-speech", // written chat of a meeting
    "turn.long", // one paragraph of more than 20,000 characters
    "document.tracked", // tracked changes: read as accepted
    "document.notes", // footnotes or comments, not read
    "page.picture", // pages of a PDF without text
    "document.table", // a table: one line a row
    "interviews.several", // headings that look like several interviews in one file
  ]),
  line: z.int().min(1).optional(),
  count: z.int().min(1).optional(),
});
export type Warning = z.infer<typeof Warning>;

export const DraftTurn = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  speaker: z.int().min(0).nullable(), // index into `speakers`
  startMs: z.int().min(0).nullable(),
  endMs: z.int().min(0).nullable(),
});
export type DraftTurn = z.infer<typeof DraftTurn>;

export const DraftSpeaker = z.strictObject({
  label: z.string().min(1),
  interviewer: z.boolean(), // a proposal
  turns: z.int().min(0),
  words: z.int().min(0),
});
export type DraftSpeaker = z.infer<typeof DraftSpeaker>;

/** A column of a table that may be what was said. */
export const DraftColumn = z.strictObject({
  at: z.int().min(0),
  heading: z.string(),
  said: z.boolean(), // the one that was read
});
export type DraftColumn = z.infer<typeof DraftColumn>;

export const Draft = z.strictObject({
  format: Format,
  dialect: Dialect,
  encoding: z.string(),
  text: z.string(), // exactly the turns' texts, joined by SEPARATOR
  turns: z.array(DraftTurn),
  speakers: z.array(DraftSpeaker),
  columns: z.array(DraftColumn), // to choose from; empty where there is no choice
  dropped: z.array(Dropped),
  warnings: z.array(Warning),
});
export type Draft = z.infer<typeof Draft>;

/** Stands between two turns in a source's text: a blank line. */
export const SEPARATOR = "\n\n";

/** How a person corrects the split. Run again on the same bytes it always gives the same draft. */
export const DraftOptions = z.strictObject({
  dialect: Dialect.optional(), // instead of the one that was recognised
  merge: z.array(z.strictObject({ from: z.string(), into: z.string() })).optional(), // labels as recognised
  rename: z.array(z.strictObject({ from: z.string(), to: z.string().trim().min(1).max(200) })).optional(),
  interviewers: z.array(z.string()).optional(), // labels as recognised; instead of the proposal
  column: z.int().min(0).max(LIMIT.columns).optional(), // of a table: what was said, instead of the first that may be
});
export type DraftOptions = z.infer<typeof DraftOptions>;
