/** Says whether the app can do its work. server.ts answers in its place before it is ready and while it stops. */
import { registry } from "#lib/server/registry.ts";
import { health } from "#lib/server/load/health.ts";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const { phase, version } = registry();
  const seen = phase === "ready" ? await health() : { database: "unknown" as const, seq: 0 };
  const well = phase === "ready" && seen.database === "up";
  return Response.json(
    { status: phase === "ready" && !well ? "degraded" : phase, version, ...seen },
    { status: well ? 200 : 503 },
  );
}
