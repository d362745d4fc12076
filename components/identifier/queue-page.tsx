"use client";
/**
 * What may identify somebody in the study that is open; `?part=through` begins with who has read what through, `?part=limits` with
 * the limits of disclosure control, `?part=decided` with what is decided, at the head of it what waits for a second person.
 */
import { useSearchParams } from "next/navigation";
import { Looks } from "#components/reveal/looks.tsx";
import { Page } from "#components/ui/page.tsx";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import { useSettled } from "#lib/client/study/use-settled.ts";
import { useDesk } from "#lib/client/use-desk.ts";
import { may } from "#lib/domain/member/shape.ts";
import { Limits } from "./limits.tsx";
import { QueueScreen } from "./queue-screen.tsx";

export function QueuePage() {
  const desk = useDesk();
  const words = useWords();
  const { me } = useStudy();
  const part = useSearchParams().get("part");
  return (
    <Page>
      <QueueScreen
        desk={desk}
        {...useSettled()}
        titleOf={({ title }) => words.name(title) ?? ""}
        begins={part === "through" || part === "limits" || part === "decided" ? part : null}
        looks={may(me.role, "managePeople") ? <Looks desk={desk} /> : null}
        limits={
          <Limits
            desk={desk}
            maySet={may(me.role, "managePeople")}
            wordsOf={(phrase) => words.phrase(phrase) ?? undefined}
          />
        }
      />
    </Page>
  );
}
