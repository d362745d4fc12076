"use client";
/** The report of the study that is open; `?part=names` begins with the names that wait for a decision. */
import { useSearchParams } from "next/navigation";
import { Page } from "#components/ui/page.tsx";
import { useSettled } from "#lib/client/study/use-settled.ts";
import { useDesk } from "#lib/client/use-desk.ts";
import { ReportScreen } from "./report-screen.tsx";

export function ReportPage() {
  const desk = useDesk();
  const part = useSearchParams().get("part") === "names" ? "names" : "texts";
  return (
    <Page>
      <ReportScreen desk={desk} {...useSettled()} part={part} />
    </Page>
  );
}
