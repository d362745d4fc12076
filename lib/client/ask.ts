/** Asks the server for one thing outside a study's write path, in JSON. A lost line is a fault like any other. */
import { no, yes } from "#lib/domain/result.ts";
import type { Result } from "#lib/domain/result.ts";

export type AskFault = Readonly<{
  code: string;
  /** HTTP's status; 0 where the server did not answer. */ status: number;
  detail: Readonly<Record<string, unknown>>;
}>;

/**
 * @returns what the server answered, or its refusal: `{refused: code, …}`; `line.down` where it could not be reached
 */
export async function ask(
  method: "POST" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Result<Readonly<Record<string, unknown>>, AskFault>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    return no({ code: "line.down", status: 0, detail: {} });
  }
  const said: unknown = await response.json().catch(() => null);
  const answer = typeof said === "object" && said !== null ? (said as Record<string, unknown>) : {}; // an object, as asked just now
  if (response.ok) return yes(answer);
  const { refused, ...detail } = answer;
  return no({ code: typeof refused === "string" ? refused : "server.later", status: response.status, detail });
}
