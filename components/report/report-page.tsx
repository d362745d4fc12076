"use client";
/** The report of the study that is open; `?part=names` begins with the names that wait for a decision. */
import { useSearchParams } from "next/navigation";
import { Page } from "#components/ui/page.tsx";
import { useStanding, useStudy } from "#lib/client/study/provider.tsx";
import { useDesk } from "#lib/client/use-desk.ts";
import { ReportScreen } from "./report-screen.tsx";

export function ReportPage() {
  const desk = useDesk();
  const { state } = useStudy();
  const { unsent } = useStanding();
  const part = useSearchParams().get("part") === "names" ? "names" : "texts";
  // Rendered anew with every change; what the server has confirmed is what it can check.
  return (
    <Page>
      <ReportScreen
        desk={desk}
        settled={state.seq}
        waits={unsent > 0 || state.waiting.furthest > state.seq}
        part={part}
      />
    </Page>
  );
}
