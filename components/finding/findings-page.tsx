"use client";
/** The findings of the study that is open. */
import { Page } from "#components/ui/page.tsx";
import { useDesk } from "#lib/client/use-desk.ts";
import { FindingsScreen } from "./findings-screen.tsx";

export function FindingsPage() {
  const desk = useDesk();
  return (
    <Page>
      <FindingsScreen
        desk={desk}
        boardHref={`/studies/${desk.study}/board`}
        numbersHref={`/studies/${desk.study}/findings/numbers`}
        reportHref={`/studies/${desk.study}/report`}
      />
    </Page>
  );
}
