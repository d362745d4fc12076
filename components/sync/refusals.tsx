"use client";
/** What the server would not carry out: why, and what can be done about it. Nothing leaves this list by itself. */
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { useStudy } from "#lib/client/study/provider.tsx";
import type { Refused } from "#lib/client/study/state.ts";
import { useFaultWords } from "./fault-words.ts";

export function Refusals({ refused }: Readonly<{ refused: readonly Refused[] }>) {
  const t = useTranslations("sync");
  const session = useStudy();
  const why = useFaultWords();
  return (
    <ul className="flex flex-col gap-3">
      {refused.map(({ sent, code }) => {
        const words = [...sent.phrases, ...sent.names].map((said) => said.words).join("\n");
        return (
          <li key={sent.cmdId} className="border-b border-line pb-3 last:border-0 last:pb-0">
            <p>{why(code)}</p>
            {words ? (
              <blockquote className="mt-1 max-h-24 overflow-auto text-sm whitespace-pre-wrap text-soft">
                {words}
              </blockquote>
            ) : null}
            <div className="mt-2 flex flex-wrap gap-2">
              <Button size="small" onPress={() => session.again(sent.cmdId)}>
                {t("again")}
              </Button>
              {words ? (
                <Button size="small" look="quiet" onPress={() => void navigator.clipboard.writeText(words)}>
                  {t("copy")}
                </Button>
              ) : null}
              <Button size="small" look="quiet" onPress={() => session.dismiss(sent.cmdId)}>
                {t("dismiss")}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
