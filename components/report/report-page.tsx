"use client";
/** The report of the study that is open. */
import { Page } from "#components/ui/page.tsx";
import { useStudy } from "#lib/client/study/provider.tsx";
import { useDesk } from "#lib/client/use-desk.ts";
import { ReportScreen } from "./report-screen.tsx";

export function ReportPage() {
  const desk = useDesk();
  const { state } = useStudy();
  // Rendered anew with every change; what the server has confirmed is what it can check.
  return (
    <Page>
      <ReportScreen desk={desk} settled={state.seq} />
    </Page>
  );
}
