/** The schema of the report's .json, for whoever reads such files. It says nothing of any study, so nobody need sign in. */
import { reportSchema } from "#lib/format/report/json-shape.ts";
import { replyFile } from "#lib/server/http/reply.ts";

export function GET() {
  const bytes = new TextEncoder().encode(`${JSON.stringify(reportSchema(), null, 2)}\n`);
  return replyFile({ name: "carthen-report-1.schema.json", type: "application/schema+json", bytes });
}
