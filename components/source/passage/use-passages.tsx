"use client";
/** Linking stretches of the open text to questions of the guide: by hand, and as proposed. */
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { toast } from "#components/ui/toast.tsx";
import { layPassages, stretchOf } from "#lib/client/reader/passages.ts";
import { useQuestionText } from "#lib/client/reader/use.ts";
import type { SourceView } from "#lib/client/reader/use.ts";
import { useFromRows, useStudy, useWords } from "#lib/client/study/provider.tsx";
import { byOrd } from "#lib/domain/order.ts";
import type { Stretch } from "#lib/domain/passage/lay.ts";
import { propose } from "#lib/domain/passage/propose.ts";
import type { Proposal } from "#lib/domain/passage/propose.ts";
import { shown } from "#lib/domain/source/reading.ts";
import type { Reading } from "#lib/domain/source/reading.ts";
import { ProposeDialog } from "./propose-dialog.tsx";
import { QuestionDialog } from "./question-dialog.tsx";
import type { Reach } from "./question-dialog.tsx";

/** Turns by their positions, `to` exclusive. */
type Turns = Readonly<{ from: number; to: number }>;

/**
 * @param passages - those of the text, in its order
 * @returns what is open of it, and what opens it
 */
export function usePassageDialogs(reading: Reading, view: SourceView, passages: readonly Stretch[]) {
  const t = useTranslations("passage");
  const session = useStudy();
  const words = useWords();
  const textOf = useQuestionText();
  const questions = useFromRows(["question"], (rows) => [...rows.all("question")].toSorted(byOrd).map(({ id }) => id));
  const [asking, setAsking] = useState<Turns | null>(null);
  const [proposals, setProposals] = useState<readonly Proposal[] | null>(null);

  const labels = useMemo(
    () => questions.map((id, at) => ({ id, label: `${at + 1}. ${textOf(id) ?? ""}` })),
    [questions, textOf],
  );
  const labelOf = (question: string) => labels.find(({ id }) => id === question)?.label ?? "";

  const undo = { label: t("undo"), onPress: () => void session.send({ kind: "undo", how: "ask" }) };

  function link({ from, to }: Turns, question: string | null, reach: Reach) {
    const { start, end } = stretchOf(reading, from, to);
    // Where another passage begins, somebody has said so already.
    const next = passages.find((one) => one.start > start)?.start ?? reading.length;
    const part = { start, end: reach === "on" ? Math.max(next, end) : end, question };
    const count = reading.turns.filter((turn) => turn.start >= part.start && turn.start < part.end).length;
    void layPassages(session, reading, [part]).then((outcome) => {
      if ("refused" in outcome) return;
      toast({
        text: question === null ? t("saidNone") : t("said", { count, question: labelOf(question) }),
        action: undo,
      });
    });
  }

  function linkAll(some: readonly Proposal[]) {
    const parts = some.map(({ turn, question }, at) => ({
      ...stretchOf(reading, turn, some[at + 1]?.turn ?? reading.turns.length),
      question,
    }));
    void layPassages(session, reading, parts).then((outcome) => {
      if (!("refused" in outcome)) toast({ text: t("linked", { count: parts.length }), action: undo });
    });
  }

  const seek = useCallback(() => {
    const said = reading.turns.flatMap((turn, at) =>
      view.voiceOf(turn.speaker)?.interviewer ? [{ turn: at, words: shown(turn) }] : [],
    );
    const asked = questions.map((question) => ({
      question,
      words: (["en", "cy"] as const).flatMap((lang) => words.exactly(question, "text", lang)?.words ?? []),
    }));
    setProposals(propose(said, asked));
  }, [reading, view, questions, words]);

  const dialogs = (
    <>
      {asking ? (
        <QuestionDialog
          questions={labels}
          now={reading.turns[asking.from]?.question ?? null}
          turns={asking.to - asking.from}
          onPick={(question, reach) => link(asking, question, reach)}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {proposals ? (
        <ProposeDialog
          reading={reading}
          proposals={proposals}
          labelOf={labelOf}
          onLink={linkAll}
          onClose={() => setProposals(null)}
        />
      ) : null}
    </>
  );
  return { dialogs, ask: setAsking, seek } as const;
}
