/** Reads a file and says what would come in; saves nothing. */
import { PreviewOptions } from "#lib/domain/import/plan.ts";
import { may } from "#lib/domain/member/shape.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { preview } from "#lib/server/handle/import/preview.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { readUpload } from "#lib/server/http/upload.ts";
import { importPorts } from "#lib/server/jobs/import-ports.ts";
import { registry } from "#lib/server/registry.ts";

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/sources/preview">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  if (!may(scope.value.role, "change")) return refuse(403, "role.refused");
  const upload = await readUpload(request, "wish", PreviewOptions);
  if (!upload.ok) return refuse(400, upload.fault.code, upload.fault);
  try {
    const seen = await preview(importPorts(registry()), scope.value.study, upload.value.file, upload.value.said);
    return seen.ok ? reply(seen.value) : refuse(422, seen.fault.code, seen.fault);
  } catch (error) {
    registry().log.error({ err: error, study: scope.value.study }, "a file could not be looked at");
    return refuse(500, "server.failed");
  }
}
