"use client";
/** The files on their way in, one of them in sight. */
import { CheckCircle2, CircleAlert, FileText, Package, Table2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { join } from "#components/ui/join.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import { useStage } from "#components/job/progress.tsx";
import type { ImportJob } from "#lib/domain/job/shape.ts";
import type { Item } from "./item.ts";

type Props = Readonly<{
  items: readonly Item[];
  jobs: readonly ImportJob[];
  chosen: string | null;
  onChoose: (id: string) => void;
  onRemove: (id: string) => void;
}>;

export function Files({ items, jobs, chosen, onChoose, onRemove }: Props) {
  const t = useTranslations("sources");
  const stage = useStage();
  const says = {
    reading: t("import.reading", { name: "" }).trim(),
    ready: t("import.ready"),
    faulty: t("import.faulty"),
    done: t("import.brought"),
  };
  return (
    <ul aria-label={t("import.files")} className="flex flex-col gap-1">
      {items.map((item) => {
        const Sign =
          item.phase === "done"
            ? CheckCircle2
            : item.phase === "faulty"
              ? CircleAlert
              : item.preview?.kind === "survey"
                ? Table2
                : item.preview?.kind === "project"
                  ? Package
                  : FileText;
        const busy = item.phase === "reading" || item.phase === "saving";
        return (
          <li
            key={item.id}
            className={join(
              "flex items-center gap-1 rounded-md border",
              item.id === chosen ? "border-accent bg-accent-tint" : "border-line bg-raised",
            )}
          >
            <button
              type="button"
              aria-current={item.id === chosen ? "true" : undefined}
              onClick={() => onChoose(item.id)}
              className="flex min-h-11 min-w-0 grow items-center gap-2.5 rounded-md px-3 py-1.5 text-start focus-visible:ring-focus"
            >
              {busy ? (
                <Spinner size={18} />
              ) : (
                <Sign
                  aria-hidden
                  size={18}
                  className={join(
                    "shrink-0",
                    item.phase === "done" ? "text-ok" : item.phase === "faulty" ? "text-danger" : "text-soft",
                  )}
                />
              )}
              <span className="min-w-0">
                <span className="block truncate">{item.name}</span>
                <span className="block text-sm text-soft">
                  {item.phase === "saving"
                    ? stage(item.sent ? (jobs.find(({ id }) => id === item.id) ?? null) : null)
                    : says[item.phase]}
                </span>
              </span>
            </button>
            {busy ? null : (
              <IconButton icon={X} label={t("import.remove", { name: item.name })} onPress={() => onRemove(item.id)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
