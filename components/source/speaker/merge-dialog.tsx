"use client";
/**
 * Asks whether two speakers of a text are the same person, and makes them one: whoever the other is, and with all that was said.
 *
 * The words are given over by a correction, so that the text as it was stays, and undo has one step to take back.
 * Rules: docs/spec/correct.md, K22.
 */
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useFaultWords } from "#components/sync/fault-words.ts";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { toast } from "#components/ui/toast.tsx";
import { sendCorrection } from "#lib/client/correct/door.ts";
import { toldIn } from "#lib/client/correct/use.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { merge } from "#lib/domain/correction/merge.ts";
import type { Reading } from "#lib/domain/source/reading.ts";
import type { SpeakerRow } from "#lib/domain/source/shape.ts";

type Named = Readonly<{ row: SpeakerRow; name: string }>;
type Props = Readonly<{
  study: string;
  reading: Reading;
  from: Named;
  into: Named;
  onMerged: () => void;
  onClose: () => void;
}>;

export function MergeDialog({ study, reading, from, into, onMerged, onClose }: Props) {
  const t = useTranslations("speaker.merge");
  const session = useStudy();
  const faultWords = useFaultWords();
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const wish = useRef(crypto.randomUUID()); // sent again after a lost line, it is the same correction
  const edits = merge(toldIn(reading), from.row.id, into.row.id);
  const count = edits.length;

  async function go() {
    setSaving(true);
    setFault(null);
    const { participant, interviewer } = into.row;
    const said =
      from.row.participant === participant && from.row.interviewer === interviewer
        ? null
        : await session.send({ kind: "speaker.set", id: from.row.id, fields: { participant, interviewer } });
    if (said && "refused" in said) return onClose(); // shown where all refusals are
    const answer = await sendCorrection(study, reading.source, {
      id: wish.current,
      base: reading.revision,
      edits,
      reason: null,
    });
    setSaving(false);
    if (!answer.ok) return setFault(answer.fault);
    toast({
      text: t("done", { count, into: into.name }),
      kind: "success",
      action: { label: t("undo"), onPress: () => void session.send({ kind: "undo", how: "ask" }) },
    });
    onMerged();
  }

  return (
    <AlertDialog
      title={t("title", { name: from.name, into: into.name })}
      action={t("action")}
      isDanger={false}
      isPending={saving}
      isOpen
      onOpenChange={(open) => open || onClose()}
      onAction={() => void go()}
    >
      <p>{t("help", { count, into: into.name })}</p>
      {fault ? (
        <Notice kind="error" live className="mt-3">
          {fault === "line.down" ? t("lineDown") : faultWords(fault)}
        </Notice>
      ) : null}
    </AlertDialog>
  );
}
