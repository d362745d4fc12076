"use client";
/** All studies of a person: those at work, the archive, the trash; and the way to a new one. */
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { toast } from "#components/ui/toast.tsx";
import { shelve } from "#lib/client/studies/shelve.ts";
import { EraseDialog } from "./erase-dialog.tsx";
import { NewStudyDialog } from "./new-study-dialog.tsx";
import { StudyRow } from "./study-row.tsx";
import type { StudyEntry } from "./study-row.tsx";

type Fields = Readonly<{ archived?: boolean; trashed?: boolean }>;

export function StudyShelf({ studies }: Readonly<{ studies: readonly StudyEntry[] }>) {
  const t = useTranslations("studies");
  const tf = useTranslations("faults");
  const common = useTranslations("common");
  const router = useRouter();
  const [isMaking, make] = useState(false);
  const [erased, erase] = useState<StudyEntry | null>(null);

  async function put(study: StudyEntry, fields: Fields, quietly = false) {
    const answer = await shelve(study.id, fields);
    if (!answer.ok)
      return void toast({ kind: "error", text: tf.has(answer.fault.code) ? tf(answer.fault.code) : t("notDone") });
    router.refresh();
    if (quietly) return;
    const title = study.title || t("untitled");
    const [what] = Object.entries(fields);
    const back: Fields = fields.trashed === undefined ? { archived: !fields.archived } : { trashed: !fields.trashed };
    toast({
      text: t(what?.[0] === "trashed" ? (what[1] ? "trashed" : "restored") : what?.[1] ? "archived" : "unarchived", {
        title,
      }),
      action: { label: common("undo"), onPress: () => void put(study, back, true) },
    });
  }

  const active = studies.filter((study) => !study.archived && !study.trashed);
  const archive = studies.filter((study) => study.archived && !study.trashed);
  const trash = studies.filter((study) => study.trashed);
  const rows = (list: readonly StudyEntry[], level: 2 | 3) => (
    <ul className="border-t border-line">
      {list.map((study) => (
        <StudyRow
          key={study.id}
          level={level}
          study={study}
          onShelve={(one, fields) => void put(one, fields)}
          onErase={erase}
        />
      ))}
    </ul>
  );
  const begin = (
    <Button look="primary" onPress={() => make(true)}>
      <Plus aria-hidden size={18} />
      {t("new")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} {...(active.length > 0 ? { actions: begin } : {})} />
      {active.length > 0 ? (
        <section aria-label={t("active")}>{rows(active, 2)}</section>
      ) : (
        <EmptyState title={t("emptyTitle")} action={begin}>
          {t("empty")}
        </EmptyState>
      )}
      {archive.length + trash.length > 0 ? (
        <div className="mt-10 flex flex-col gap-2">
          {archive.length > 0 ? (
            <Disclosure level={2} title={t("archiveOf", { count: archive.length })}>
              {rows(archive, 3)}
            </Disclosure>
          ) : null}
          {trash.length > 0 ? (
            <Disclosure level={2} title={t("trashOf", { count: trash.length })}>
              <p className="max-w-measure pb-3 text-soft">{t("trashHelp")}</p>
              {rows(trash, 3)}
            </Disclosure>
          ) : null}
        </div>
      ) : null}
      <NewStudyDialog isOpen={isMaking} onOpenChange={make} />
      {erased ? <EraseDialog study={erased} onClose={() => erase(null)} /> : null}
    </>
  );
}
