"use client";
/** What the team says about something (a quote, an insight, a turn): talks with answers; those that are settled lie folded away. */
import { Check, CornerDownRight, Pencil, RotateCcw, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { talksOf } from "#lib/client/memos.ts";
import type { Talk } from "#lib/client/memos.ts";
import { usePad } from "#lib/client/pad/use-pad.ts";
import { dayInWords } from "#lib/client/i18n/day.ts";
import { useFromRows, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import { stretchesOf } from "#lib/domain/memo/called.ts";
import { timeOf } from "#lib/domain/memo/id.ts";
import type { MemoRow } from "#lib/domain/memo/shape.ts";
import { wordsIn } from "#lib/domain/pad/doc.ts";
import { slot } from "#lib/domain/wording/shape.ts";
import { useLang } from "#lib/client/i18n/lang.ts";
import { useColleagues } from "#lib/client/study/use-colleagues.ts";
import { usePersonNames } from "#lib/client/study/use-person-name.ts";
import { MemoPad } from "./memo-pad.tsx";
import { Write } from "./write.tsx";

type Props = Readonly<{
  subject: string;
  /** The field has the focus: somebody came to write. */ focused?: boolean;
  /** What stands around it says already that these are memos. */ headless?: boolean;
}>;

export function Memos({ subject, focused = false, headless = false }: Props) {
  const t = useTranslations("memo");
  const mayChange = may(useStudy().me.role, "change");
  const talks = useFromRows(["memo"], (rows) => talksOf(rows, subject), [subject]);
  const open = talks.filter(({ memo }) => !memo.resolved);
  const settled = talks.filter(({ memo }) => memo.resolved);
  return (
    <section aria-label={t("title")} className={`flex flex-col gap-3 ${headless ? "" : "border-t border-line pt-3"}`}>
      {headless ? null : <h3 className="font-semibold">{t("title")}</h3>}
      {open.length === 0 ? <p className="text-sm text-soft">{t("none")}</p> : null}
      <Talks talks={open} />
      {mayChange ? <Write subject={subject} parent={null} focused={focused} /> : null}
      {settled.length > 0 ? (
        <Disclosure title={t("settled", { count: settled.length })}>
          <Talks talks={settled} />
        </Disclosure>
      ) : null}
    </section>
  );
}

function Talks({ talks }: Readonly<{ talks: readonly Talk[] }>) {
  if (talks.length === 0) return null;
  return (
    <ul className="flex flex-col gap-3">
      {talks.map((talk) => (
        <li key={talk.memo.id}>
          <OneTalk talk={talk} />
        </li>
      ))}
    </ul>
  );
}

export function OneTalk({ talk: { memo, answers } }: Readonly<{ talk: Talk }>) {
  const t = useTranslations("memo");
  const session = useStudy();
  const mayChange = may(useStudy().me.role, "change");
  const [answering, setAnswering] = useState(false);
  return (
    <div className="flex flex-col gap-2 rounded-lg bg-sunk p-3">
      <Memo memo={memo} />
      {answers.length > 0 ? (
        <ul className="flex flex-col gap-2 border-s-2 border-line-strong ps-3">
          {answers.map((answer) => (
            <li key={answer.id}>
              <Memo memo={answer} />
            </li>
          ))}
        </ul>
      ) : null}
      {mayChange ? (
        answering ? (
          <Write subject={memo.subject} parent={memo.id} focused onDone={() => setAnswering(false)} />
        ) : (
          <div className="-ms-2 flex flex-wrap gap-1">
            <Button look="quiet" size="small" onPress={() => setAnswering(true)}>
              <CornerDownRight aria-hidden size={15} />
              {t("answer")}
            </Button>
            <Button
              look="quiet"
              size="small"
              onPress={() => {
                void session.send({ kind: "memo.resolve", id: memo.id, on: !memo.resolved });
                announce(t(memo.resolved ? "saidReopened" : "saidSettled"));
              }}
            >
              {memo.resolved ? <RotateCcw aria-hidden size={15} /> : <Check aria-hidden size={15} />}
              {t(memo.resolved ? "reopen" : "settle")}
            </Button>
          </div>
        )
      ) : null}
    </div>
  );
}

const LANGS = ["en", "cy"] as const;

function Memo({ memo }: Readonly<{ memo: MemoRow }>) {
  const t = useTranslations("memo");
  const locale = useLocale();
  const session = useStudy();
  const words = useWords();
  const lang = useLang();
  const mayChange = may(session.me.role, "change");
  const mine = memo.by === session.me.id;
  const mayWrite = mayChange && (memo.parent === null || mine);
  const names = usePersonNames();
  const by = names(memo.by) ?? t("someone");
  const also = memo.also === null ? null : (names(memo.also) ?? t("someone"));
  const at = timeOf(memo.id);
  const said = words.wording(memo.id, "body", lang);
  const emptied = useFromRows(
    ["wording"],
    (rows) => LANGS.find((one) => rows.live("wording", slot(memo.id, "body", one)) !== undefined),
    [memo.id],
  );
  const spoken = said?.lang ?? emptied ?? lang;
  const pad = slot(memo.id, "body", spoken);
  const [stage, setStage] = useState<"read" | "write" | "left">("read");
  const writes = mayWrite && stage === "write";
  const left = useLeft(stage === "left" ? pad : null, said?.words ?? "", () => setStage("read"));
  const text = left ?? said?.words ?? "";
  const button = useRef<HTMLButtonElement>(null);
  const done = () => {
    setStage("left");
    button.current?.focus();
    announce(t("saidWritten"));
  };
  return (
    <article aria-label={t("by", { name: by })} className="flex flex-col gap-0.5">
      <header className="flex items-center gap-2 text-sm">
        <span className="flex min-w-0 grow flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">{by}</span>
          {also === null ? null : <span className="text-soft">{t("also", { name: also })}</span>}
          {at === null ? null : <span className="text-soft">{dayInWords(new Date(at).toISOString(), locale)}</span>}
        </span>
        {mayWrite ? (
          <IconButton
            ref={button}
            icon={Pencil}
            size="small"
            label={t("edit")}
            isOn={writes}
            onPress={() => (writes ? done() : setStage("write"))}
          />
        ) : null}
        {mine && mayChange ? (
          <IconButton
            icon={Trash2}
            size="small"
            label={t("remove")}
            onPress={() => {
              void session.send({ kind: "memo.remove", id: memo.id });
              announce(t("saidRemoved"));
            }}
          />
        ) : null}
      </header>
      {writes ? (
        <MemoPad id={pad} lang={spoken} label={t("by", { name: by })} value={text} onDone={done} />
      ) : (
        <p lang={spoken} className="whitespace-pre-wrap">
          {text === "" && said === null ? (
            <span className="text-soft">{t("empty")}</span>
          ) : (
            <Called memo={memo.id} text={text} />
          )}
        </p>
      )}
    </article>
  );
}

/** What stands in a pad that was just left, until the memo says it; null where it does, or there is none. */
function useLeft(id: string | null, said: string, settled: () => void): string | null {
  const pad = usePad(id);
  const words = pad?.phase === "ready" ? wordsIn(pad.doc).trim() : null;
  const over = pad !== null && (words === null || words === said);
  const end = useEffectEvent(settled);
  useEffect(() => {
    if (over) end();
  }, [over]);
  return words;
}

/** Words in which the people whom they call stand out. */
function Called({ memo, text }: Readonly<{ memo: string; text: string }>) {
  const { me } = useStudy();
  const people = useColleagues();
  const called = useFromRows(
    ["call"],
    (rows) => new Set(rows.related("callsOfMemo", memo).map((call) => call.person)),
    [memo],
  );
  if (called.size === 0) return text;
  return stretchesOf(
    text,
    people.filter(({ id }) => called.has(id)),
  ).map(({ words, person }, at) =>
    person === null ? (
      words
    ) : (
      <strong key={at} className={`rounded px-0.5 ${person === me.id ? "bg-accent-tint text-accent" : ""}`}>
        {words}
      </strong>
    ),
  );
}
