"use client";
/** The numbers of the study that is open. */
import { Page } from "#components/ui/page.tsx";
import { useDesk } from "#lib/client/use-desk.ts";
import { NumbersScreen } from "./screen.tsx";

export function NumbersPage() {
  return (
    <Page className="max-w-none">
      <NumbersScreen desk={useDesk()} />
    </Page>
  );
}
