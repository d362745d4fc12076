/** Reads a codebook's file and says what is in it; saves nothing. */
import { may } from "#lib/domain/member/shape.ts";
import { CodebookWish } from "#lib/domain/tag/draft.ts";
import { openCodebook } from "#lib/format/codebook/open.ts";
import { enter } from "#lib/server/auth/enter.ts";
import { refuse, refuseEntry, reply } from "#lib/server/http/reply.ts";
import { readUpload } from "#lib/server/http/upload.ts";

const LIMIT = 8 * 1024 * 1024;

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/codebook/preview">) {
  const scope = await enter(request, (await params).study);
  if (!scope.ok) return refuseEntry(scope.fault);
  if (!may(scope.value.role, "change")) return refuse(403, "role.refused");
  const upload = await readUpload(request, "wish", CodebookWish);
  if (!upload.ok) return refuse(400, upload.fault.code, upload.fault);
  const { file, said } = upload.value;
  if (file.bytes.length > LIMIT) {
    return refuse(422, "file.too-large", { code: "file.too-large", bytes: file.bytes.length, limit: LIMIT });
  }
  const read = openCodebook(file.bytes, said);
  return read.ok ? reply(read.value) : refuse(422, read.fault.code, read.fault);
}
