/** What the leaving threads are told and asked, and what they say. Names and words are in none of it. */
import type { Seal } from "#lib/domain/risk/seal-shape.ts";
import type { SignableId } from "#lib/domain/signature/shape.ts";
import type { TakenExport } from "../store/job.ts";
import type { Became } from "./job.ts";

/** A state of a study, and of which file a judgement is. */
export type Judged = Readonly<{ study: string; state: string; of: SignableId }>;

/** What a thread begins with. */
export type Given = Readonly<{ databaseUrl: string; secret: string }>;

/** To a thread: a job, that it is not wanted any more, or what is known of a judgement that it asked for. */
export type Told =
  | Readonly<{ tell: "job"; taken: TakenExport }>
  | Readonly<{ tell: "stop" }>
  | Readonly<{ tell: "seal"; seal: Seal | null }>;

/** From a thread: that jobs have changed, what it wants to know and has found of a judgement, and how it ended. */
export type Said =
  | Readonly<{ say: "changed" }>
  | Readonly<{ say: "known"; judged: Judged }>
  | Readonly<{ say: "found"; judged: Judged; seal: Seal }>
  | Readonly<{ say: "ended"; became: Became | null }>
  | Readonly<{ say: "thrown"; where: string }>;
