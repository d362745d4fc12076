/** What is judged together, and with what beside it. Rules: docs/spec/risk.md, RK10. */

/** Documents hold the quotes that findings cite, data may hold every quote of the study. */
export const FILES = ["document", "data"] as const;
export type JudgedFile = (typeof FILES)[number];

/** As a report is asked for, or both the kind of organisation and whose a quote is, as boards, projects and archives have it. */
export const BESIDES = ["none", "kind", "person", "both"] as const;
export type Beside = (typeof BESIDES)[number];
