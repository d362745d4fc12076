"use client";
/** What may identify somebody in the study that is open; `?part=through` begins with who has read what through. */
import { useSearchParams } from "next/navigation";
import { Page } from "#components/ui/page.tsx";
import { useWords } from "#lib/client/study/provider.tsx";
import { useSettled } from "#lib/client/study/use-settled.ts";
import { useDesk } from "#lib/client/use-desk.ts";
import { QueueScreen } from "./queue-screen.tsx";

export function QueuePage() {
  const desk = useDesk(); // rendered anew with every change
  const words = useWords();
  const beginsThrough = useSearchParams().get("part") === "through";
  return (
    <Page>
      <QueueScreen
        desk={desk}
        {...useSettled()}
        titleOf={({ title }) => words.name(title) ?? ""}
        beginsThrough={beginsThrough}
      />
    </Page>
  );
}
