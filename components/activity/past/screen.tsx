"use client";
/**
 * The study as it was at an earlier moment, read-only: its board, its codebook, and what has changed since. The same screens
 * as for now, on other rows. The moment stands in the address. Rules: docs/spec/activity.md, AC20 to AC26.
 */
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { BoardScreen } from "#components/board/screen.tsx";
import { CodebookScreen } from "#components/tag/screen.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useMoment } from "#lib/client/activity/use-moment.ts";
import { PastProvider } from "#lib/client/study/past.tsx";
import { useStudy } from "#lib/client/study/provider.tsx";
import { useSingleKeys } from "#lib/client/shortcuts.ts";
import { Changed } from "./changed.tsx";
import { PastHead } from "./head.tsx";
import type { View } from "./head.tsx";

/** `?at=` a place in the log or `?on=` a minute; `&view=` what is looked at, `&board=` which board, `&with=` the other moment. */
export function PastScreen({ study }: Readonly<{ study: string }>) {
  const t = useTranslations("activity.past");
  const router = useRouter();
  const asked = useSearchParams();
  const [singleKeys] = useSingleKeys();
  const { state } = useStudy();
  const on = asked.get("on");
  const place = on === null ? `at=${Number(asked.get("at")) || Math.max(1, state.seq)}` : `on=${on}`;
  const { looked, busy, failed } = useMoment(place);
  const view = viewIn(asked.get("view"));

  function go(change: Readonly<Record<string, string | null>>) {
    const next = new URLSearchParams(asked);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    router.replace(`/studies/${study}/activity/past?${next}`);
  }

  return (
    <div className="flex h-full min-h-0 flex-col">
      <PastHead study={study} looked={looked} busy={busy} view={view} onGo={go} />
      {failed ? (
        <Notice kind="error" live title={t("failed")} className="m-4" />
      ) : looked === null ? (
        <div className="grid grow place-items-center">
          <Spinner label={t("busy")} />
        </div>
      ) : view === "changed" ? (
        <Changed study={study} then={looked} board={asked.get("board")} other={asked.get("with")} onGo={go} />
      ) : (
        <PastProvider past={looked.past}>
          <div className={view === "codebook" ? "min-h-0 grow overflow-auto" : "relative min-h-0 grow"}>
            {view === "codebook" ? (
              <CodebookScreen study={study} />
            ) : (
              <BoardScreen
                board={asked.get("board")}
                view={view}
                onView={(next) => go({ view: next })}
                onBoard={(board) => go({ board, compare: null })}
                compare={asked.get("compare")}
                onCompare={(compare) => go({ compare })}
                onOpenSource={(quote, source) => router.push(`/studies/${study}/sources/${source}?quote=${quote}`)}
                singleKeys={singleKeys}
              />
            )}
          </div>
        </PastProvider>
      )}
    </div>
  );
}

function viewIn(words: string | null): View {
  return words === "outline" || words === "codebook" || words === "changed" ? words : "board";
}
