"use client";
/** What may identify somebody in the study that is open; `?part=through` begins with who has read what through. */
import { useSearchParams } from "next/navigation";
import { Page } from "#components/ui/page.tsx";
import { useStanding, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { useDesk } from "#lib/client/use-desk.ts";
import { QueueScreen } from "./queue-screen.tsx";

export function QueuePage() {
  const desk = useDesk();
  const { state } = useStudy();
  const words = useWords();
  const { unsent } = useStanding();
  const beginsThrough = useSearchParams().get("part") === "through";
  // Rendered anew with every change; what the server has confirmed is what it can put in order.
  return (
    <Page>
      <QueueScreen
        desk={desk}
        settled={state.seq}
        waits={unsent > 0 || state.waiting.furthest > state.seq}
        titleOf={({ title }) => words.name(title) ?? ""}
        beginsThrough={beginsThrough}
      />
    </Page>
  );
}
