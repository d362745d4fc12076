/** What `npm run bench:export` asks for. */
import { REPORT_FORMATS } from "#lib/domain/report/check.ts";

/** The forms of the report, the project for other software, and the data for an archive. */
export const FORMS = [...REPORT_FORMATS, "qdpx", "zip"] as const;
export type Form = (typeof FORMS)[number];
