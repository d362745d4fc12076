"use client";
/** The queue of names that stand in the finished report: open ones first, each decided once for everywhere. */
import { Check, CircleDashed, Hourglass, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DecisionForm } from "#components/identifier/decision-form.tsx";
import { AddTerm } from "#components/identifier/add-term.tsx";
import { replaced } from "#components/identifier/replaced.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { join } from "#components/ui/join.ts";
import { Link } from "#components/ui/link.tsx";
import { announce } from "#components/ui/live-region.tsx";
import type { Decided } from "#lib/client/identifier/decision.ts";
import type { Kind } from "#lib/domain/detect/hit.ts";
import { direct, waits } from "#lib/domain/identifier/shape.ts";
import type { Found, Place } from "#lib/domain/report/check.ts";

type Props = Readonly<{
  identifiers: readonly Found[];
  /** Where a second person agrees to keep a name. */
  agreeAt: string;
  onDecide: (found: Found, decided: Decided) => void;
  onAdd: (term: string, thing: Kind) => void;
  onRemove: (found: Found) => void;
}>;

export function Decisions({ identifiers, agreeAt, onDecide, onAdd, onRemove }: Props) {
  const t = useTranslations("report");
  const [wanted, setWanted] = useState<string | null>(null);
  const isOpen = (one: Found) => one.decision === null && one.count > 0;
  const chosen = identifiers.find((one) => one.id === wanted) ?? identifiers.find(isOpen) ?? identifiers[0];

  const decide = (found: Found, decided: Decided) => {
    onDecide(found, decided);
    const at = identifiers.indexOf(found);
    const next = [...identifiers.slice(at + 1), ...identifiers.slice(0, at)].find(isOpen);
    setWanted(decided.decision === null ? found.id : (next?.id ?? found.id));
    const kept = decided.decision === "keep" && mayAlone(found) ? "said.keptAlone" : null;
    announce(t(kept ?? (decided.decision === null ? "said.reopened" : SAID[decided.decision]), { name: found.name }));
  };
  return (
    <div className="grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-4">
        {identifiers.length === 0 ? null : (
          <ul
            aria-label={t("names")}
            className="flex max-h-64 flex-col overflow-auto rounded-md border border-line lg:max-h-[32rem]"
          >
            {identifiers.map((one) => (
              <li key={one.id} className="border-b border-line last:border-b-0">
                <button
                  type="button"
                  onClick={() => setWanted(one.id)}
                  aria-current={one.id === chosen?.id ? "true" : undefined}
                  className={join(
                    "flex min-h-11 w-full items-start gap-2.5 px-3 py-2 text-start -outline-offset-2 focus-visible:ring-focus",
                    one.id === chosen?.id ? "bg-accent-tint" : "hover:bg-sunk",
                  )}
                >
                  <Sign found={one} />
                  <span className="flex min-w-0 grow flex-col">
                    <span className="font-semibold break-words">{one.name}</span>
                    <span className="text-sm break-words text-soft">{stateOf(one)}</span>
                  </span>
                  <span
                    className="shrink-0 text-sm text-soft tabular-nums"
                    aria-label={t("places", { count: one.count })}
                  >
                    {one.count}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <AddTerm onAdd={onAdd} />
      </div>
      {chosen === undefined ? (
        <EmptyState plain title={t("noNamesTitle")}>
          {t("noNames")}
        </EmptyState>
      ) : (
        <section aria-label={chosen.name} className="flex min-w-0 flex-col gap-5">
          <header>
            <h3 className="text-xl break-words">{chosen.name}</h3>
            <p className="text-soft">
              {t(`kindOf.${chosen.found ? "found" : chosen.kind}`)} · {t("places", { count: chosen.count })}
            </p>
          </header>
          {waits(chosen) ? (
            <p className="text-warn">
              {t("waitsSecond")} <Link href={agreeAt}>{t("secondGo")}</Link>
            </p>
          ) : null}
          <DecisionForm
            key={`${chosen.id}/${chosen.decision ?? ""}`}
            before={chosen}
            takesFocus={wanted !== null}
            ladder={chosen.levels}
            mayBeOrdinary={chosen.kind === "term"}
            alone={mayAlone(chosen)}
            onDecide={(decided) => decide(chosen, decided)}
            onRemove={chosen.kind === "term" && !chosen.found ? () => onRemove(chosen) : null}
          />
          {chosen.places.length === 0 ? null : (
            <div className="flex flex-col gap-2">
              <h4 className="text-sm font-semibold">{t("whereTitle")}</h4>
              <ul className="flex flex-col gap-2">
                {chosen.places.map((place, at) => (
                  <Where key={at} place={place} />
                ))}
              </ul>
              {chosen.count > chosen.places.length ? (
                <p className="text-sm text-soft">{t("morePlaces", { count: chosen.count - chosen.places.length })}</p>
              ) : null}
            </div>
          )}
        </section>
      )}
    </div>
  );

  function stateOf(one: Found): string {
    if (waits(one)) return t("state.waits");
    if (one.decision === "keep" || one.decision === "ordinary") return t(`state.${one.decision}`);
    if (one.decision === "replace") return replaced(one);
    return t(one.count === 0 ? "state.absent" : "state.open");
  }
}

/** Whether it may be kept without a second person. */
function mayAlone({ kind, thing, found }: Found): boolean {
  return !direct({ kind, thing: thing ?? found });
}

const SAID = { keep: "said.kept", replace: "said.replaced", ordinary: "said.ordinary" } as const;

function Sign({ found }: Readonly<{ found: Found }>) {
  if (found.decision === "replace") return <Check aria-hidden size={18} className="mt-0.5 shrink-0 text-ok" />;
  if (waits(found)) return <Hourglass aria-hidden size={18} className="mt-0.5 shrink-0 text-warn" />;
  if (found.decision === "keep") return <ShieldCheck aria-hidden size={18} className="mt-0.5 shrink-0 text-accent" />;
  return (
    <CircleDashed
      aria-hidden
      size={18}
      className={join("mt-0.5 shrink-0", found.count > 0 ? "text-warn" : "text-soft")}
    />
  );
}

function Where({ place }: Readonly<{ place: Place }>) {
  const t = useTranslations("report");
  return (
    <li className="border-s-2 border-line-strong ps-3">
      <p lang={place.lang} className="break-words">
        {place.before.length > 0 ? "…" : ""}
        {place.before}
        <mark className="rounded-sm bg-highlight px-0.5 text-ink">{place.words}</mark>
        {place.after}
        {place.after.length > 0 ? "…" : ""}
      </p>
      <p className="text-sm text-soft">
        {t(`file.${place.file}`)} · {t(`where.${place.where}`)}
      </p>
    </li>
  );
}
