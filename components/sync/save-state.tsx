"use client";
/** Says whether everything is saved, and shows what the server would not carry out. */
import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import { DialogTrigger } from "react-aria-components";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { useFromRows, useStanding, useStudy } from "#lib/client/study/provider.tsx";
import { Refusals } from "./refusals.tsx";

export function SaveState() {
  const t = useTranslations("sync");
  const session = useStudy();
  const standing = useStanding();
  // Board and other screens change often; this one only with the standing and what is refused.
  const refused = useFromRows([], () => session.state.refused, [standing]);
  const { unsent, line, live, loaded } = standing;

  if (refused.length > 0) {
    return (
      <DialogTrigger>
        <Button look="quiet" size="small" className="text-danger">
          <TriangleAlert aria-hidden size={16} />
          {t("refused", { count: refused.length })}
        </Button>
        <Popover label={t("refused", { count: refused.length })} className="w-96 max-w-full">
          <Refusals refused={refused} />
        </Popover>
      </DialogTrigger>
    );
  }
  const waits = unsent > 0;
  const off = line === "offline" || line === "denied" || (loaded && !live && waits);
  const words =
    line === "denied" ? t("denied") : off ? t("offline", { count: unsent }) : waits ? t("saving") : t("saved");
  const Sign = off ? CloudOff : waits ? LoaderCircle : Check;
  return (
    <div
      className="flex items-center gap-1.5 text-sm text-soft"
      role="status"
      data-state={off ? "offline" : waits ? "saving" : "saved"}
    >
      <Sign aria-hidden size={16} className={waits && !off ? "motion-safe:animate-spin" : ""} />
      <span className="max-sm:sr-only">{words}</span>
      {off ? (
        <Button look="quiet" size="small" onPress={() => session.retry()}>
          {t("retry")}
        </Button>
      ) : null}
    </div>
  );
}
