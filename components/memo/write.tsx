"use client";
/** Where a memo or an answer is written. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";
import { memoId } from "#lib/client/memos.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { useColleagues } from "#lib/client/study/use-colleagues.ts";
import { calledIn } from "#lib/domain/memo/called.ts";
import { MOST_CALLED } from "#lib/domain/memo/shape.ts";
import { CallField } from "./call-field.tsx";

/** What has been begun and not been sent, by subject and memo: kept while other cards are read. */
const begun = new Map<string, string>();

export function Write({
  subject,
  parent,
  focused,
  onDone,
}: Readonly<{ subject: string; parent: string | null; focused: boolean; onDone?: () => void }>) {
  const t = useTranslations("memo");
  const session = useStudy();
  const lang = useLang();
  const people = useColleagues();
  const key = parent ?? subject;
  const [text, setText] = useState(() => begun.get(key) ?? "");
  const keep = (next: string) => {
    begun.set(key, next);
    setText(next);
  };
  const send = () => {
    const said = text.trim();
    if (said === "") return;
    const draft = session.draft();
    void draft.send({
      kind: "memo.write",
      id: memoId(session.state.rows, subject, Date.now(), crypto.randomUUID()),
      subject,
      parent,
      body: { lang, phrase: draft.phrase(lang, said) },
      calls: calledIn(said, people).slice(0, MOST_CALLED),
    });
    keep("");
    announce(t("saidWritten"));
    onDone?.();
  };
  return (
    <div className="flex flex-col gap-2">
      <CallField
        label={t(parent === null ? "write" : "answer")}
        focused={focused}
        maxLength={4000}
        value={text}
        onChange={keep}
        onSend={send}
      />
      <div className="flex gap-2">
        <Button size="small" look="primary" isDisabled={text.trim() === ""} onPress={send}>
          {t(parent === null ? "send" : "sendAnswer")}
        </Button>
        {onDone ? (
          <Button size="small" look="quiet" onPress={onDone}>
            {t("cancel")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
