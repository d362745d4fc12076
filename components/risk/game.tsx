"use client";
/**
 * Quotes as they would leave, one after the other, and of each whose words somebody takes them to be; at the end how often they
 * were right, and how often one is by chance. Rules: docs/spec/risk.md, RK22 to RK26.
 */
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Form } from "react-aria-components";
import { Words } from "#components/report/preview.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { Radio, RadioGroup } from "#components/ui/radio-group.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { fetchRound, sendGuesses } from "#lib/client/guess.ts";
import type { RoundAnswer } from "#lib/client/guess.ts";
import type { Guesses, Round } from "#lib/domain/guess/round.ts";
import type { GuessOutcome } from "#lib/domain/guess/shape.ts";
import { Outcome } from "./outcome.tsx";
import { useCandidates } from "./use-candidates.ts";

type Props = Readonly<{ desk: Desk; game: string; onAnew: () => void }>;

export function Game({ desk, game, onAnew }: Props) {
  const t = useTranslations("risk.guess");
  const [answer, setAnswer] = useState<RoundAnswer | null>(null);
  const { study } = desk;
  useEffect(() => {
    const stop = new AbortController();
    void fetchRound(study, game, stop.signal).then((next) => {
      if (!stop.signal.aborted) setAnswer(next);
    });
    return () => stop.abort();
  }, [study, game]);
  if (answer === null)
    return (
      <div role="status">
        <p className="pb-3 text-soft">{t("laying")}</p>
        <Skeleton lines={6} />
      </div>
    );
  if ("failed" in answer)
    return (
      <Notice kind="error" live action={<Anew onAnew={onAnew} />}>
        {t("failed")}
      </Notice>
    );
  const { quotes, candidates } = answer.got;
  if (quotes.length === 0 || candidates.length < 2)
    return (
      <EmptyState plain title={t("noneTitle")}>
        {t("none")}
      </EmptyState>
    );
  return <Playing desk={desk} game={game} round={answer.got} onAnew={onAnew} />;
}

function Anew({ onAnew }: Readonly<{ onAnew: () => void }>) {
  const t = useTranslations("risk.guess");
  return (
    <Button size="small" className="self-start" onPress={onAnew}>
      {t("anew")}
    </Button>
  );
}

function Playing({ desk, game, round, onAnew }: Props & Readonly<{ round: Round }>) {
  const t = useTranslations("risk.guess");
  const { quotes, candidates } = round;
  const [guesses, setGuesses] = useState<Guesses>([]);
  const [end, setEnd] = useState<GuessOutcome | "lost" | null>(null);
  const quote = quotes[guesses.length];
  const finish = (all: Guesses) => {
    void sendGuesses(desk.study, game, all).then((outcome) => setEnd(outcome ?? "lost"));
  };
  if (quote)
    return (
      <Guess
        key={quote.quote}
        desk={desk}
        quote={quote}
        at={guesses.length + 1}
        of={quotes.length}
        candidates={candidates}
        onBack={guesses.length === 0 ? null : () => setGuesses(guesses.slice(0, -1))}
        onGuess={(participant) => {
          const all = [...guesses, { quote: quote.quote, participant }];
          setGuesses(all);
          if (all.length === quotes.length) finish(all);
        }}
      />
    );
  if (end === null) return <p role="status">{t("counting")}</p>;
  if (end === "lost")
    return (
      <Notice
        kind="error"
        live
        action={
          <Button
            size="small"
            onPress={() => {
              setEnd(null);
              finish(guesses);
            }}
          >
            {t("again")}
          </Button>
        }
      >
        {t("lost")}
      </Notice>
    );
  return (
    <div className="flex max-w-measure flex-col gap-4">
      <Notice kind="info" live title={t("done")}>
        <Outcome outcome={end} />
      </Notice>
      <p className="text-soft">{t("kept")}</p>
      <Anew onAnew={onAnew} />
    </div>
  );
}

type GuessProps = Readonly<{
  desk: Desk;
  quote: Round["quotes"][number];
  at: number;
  of: number;
  candidates: readonly string[];
  onBack: (() => void) | null;
  onGuess: (participant: string | null) => void;
}>;

const NOBODY = "nobody";

function Guess({ desk, quote, at, of, candidates, onBack, onGuess }: GuessProps) {
  const t = useTranslations("risk.guess");
  const [chosen, setChosen] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // The next quote is read from its beginning, by whoever listens too.
  useEffect(() => heading.current?.focus(), []);
  const bodies = useCandidates(desk, candidates);
  return (
    <Form
      className="flex max-w-measure flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (chosen !== null) onGuess(chosen === NOBODY ? null : chosen);
      }}
    >
      <Progress label={t("progress")} value={at - 1} max={of} valueLabel={t("at", { at, of })} />
      <h2 ref={heading} tabIndex={-1} className="text-xl ring-none">
        {t("whose", { at })}
      </h2>
      <blockquote lang={quote.lang} dir="auto" className="reading border-s-2 border-accent ps-4 whitespace-pre-line">
        “<Words text={quote} />”
      </blockquote>
      <RadioGroup
        label={t("choose")}
        value={chosen}
        onChange={setChosen}
        error={tried && chosen === null ? t("chooseOne") : null}
      >
        <Radio value={NOBODY}>{t("cannotTell")}</Radio>
        {bodies.map(({ id, label, who }) => (
          <Radio key={id} value={id} description={who}>
            {label}
          </Radio>
        ))}
      </RadioGroup>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary">
          {at === of ? t("last") : t("next")}
        </Button>
        {onBack ? (
          <Button look="quiet" onPress={onBack}>
            {t("back")}
          </Button>
        ) : null}
      </div>
    </Form>
  );
}
