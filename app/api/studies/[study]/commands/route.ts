/** Takes a batch of commands and answers what became of each; the door takes most before they come here. */
import { takeCommands } from "#lib/server/http/commands.ts";

export async function POST(request: Request, { params }: RouteContext<"/api/studies/[study]/commands">) {
  return takeCommands(request, (await params).study);
}
