/** What the list of sources needs besides the rows, and the door through which a file comes in. */
import { Plan } from "#lib/domain/import/plan.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { bring } from "#lib/server/handle/import/bring.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { readUpload } from "#lib/server/http/upload.ts";
import { importPorts } from "#lib/server/jobs/import-ports.ts";
import { registry } from "#lib/server/registry.ts";
import { turnCounts } from "#lib/server/store/turns.ts";

/** Turns by source. Numbers only, so every role may ask. */
export async function GET(request: Request, { params }: RouteContext<"/api/studies/[study]/sources">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  return reply({ turns: await turnCounts(registry().db, scope.value.study) });
}

/** Brings one file in, as planned in the preview: all of it, or nothing that anybody can see. */
export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/sources">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  const upload = await readUpload(request, "plan", Plan);
  if (!upload.ok) return refuse(400, upload.fault.code, upload.fault);
  const { study, person } = scope.value;
  try {
    const brought = await bring(
      importPorts(registry()),
      { study, person: person.id, held: null },
      upload.value.file,
      upload.value.said,
    );
    return brought.ok
      ? reply(brought.value, 201)
      : refuse(brought.fault.code.startsWith("role.") ? 403 : 422, brought.fault.code, brought.fault);
  } catch (error) {
    registry().log.error({ err: error, study }, "a file could not be brought in");
    return refuse(500, "server.failed");
  }
}
