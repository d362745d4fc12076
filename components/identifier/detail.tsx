"use client";
/** One thing that may identify somebody: why it was found, what happens to it, and where it stands. */
import { MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Desk } from "#lib/client/desk.ts";
import type { Mention } from "#lib/domain/identifier/candidate.ts";
import type { Kind } from "#lib/domain/detect/hit.ts";
import type { Entry } from "#lib/domain/identifier/queue.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { ThingChoice } from "./thing-choice.tsx";

type Props = Readonly<{
  desk: Desk;
  entry: Entry;
  /** Somebody says what it names. */
  onSay: (thing: Kind) => void;
  /** Somebody looks at each of its places. */
  onMentions: () => void;
  children: React.ReactNode;
}>;

export function Detail({ desk, entry, onSay, onMentions, children }: Props) {
  const t = useTranslations("identifier");
  const detectors = [...new Set(entry.why.map(({ detector }) => detector))];
  return (
    <section aria-label={entry.words} className="flex min-w-0 flex-col gap-5">
      <header>
        <h2 className="text-xl break-words" dir="auto">
          {entry.words}
        </h2>
        <p className="text-soft">
          {entry.of === "term" ? t(`kind.${entry.kind}`) : t(`of.${entry.of}`)}
          {entry.id === null ? ` · ${t(`layer.${entry.layer}`)}` : null}
          {" · "}
          {entry.count === 0 ? t("nowhere") : t("spread", { count: entry.count, sources: entry.sources })}
        </p>
      </header>
      {children}
      {entry.of === "term" && entry.decision !== "ordinary" ? <ThingChoice thing={entry.kind} onSay={onSay} /> : null}
      {detectors.length === 0 ? null : (
        <div className="flex flex-col gap-1">
          <h3 className="text-sm font-semibold">{t("why")}</h3>
          <ul className="flex flex-col gap-0.5 text-soft">
            {detectors.map((detector) => (
              <li key={detector}>{t(`whys.${detector}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {entry.places.length === 0 ? null : (
        <div className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold">{t("where")}</h3>
          <ul className="flex flex-col gap-3">
            {entry.places.map((place) => (
              <Where key={`${place.revision} ${place.start}`} desk={desk} place={place} />
            ))}
          </ul>
          {entry.count > entry.places.length ? (
            <p className="text-sm text-soft">{t("morePlaces", { count: entry.count - entry.places.length })}</p>
          ) : null}
        </div>
      )}
      {entry.id === null || (entry.count === 0 && entry.otherwise.count === 0) ? null : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button onPress={onMentions}>
            <MapPin aria-hidden size={16} />
            {t("here.do")}
          </Button>
          {entry.otherwise.count === 0 ? null : (
            <span className="text-sm text-soft">{t("here.otherwise", { count: entry.otherwise.count })}</span>
          )}
        </div>
      )}
    </section>
  );
}

function Where({ desk, place }: Readonly<{ desk: Desk; place: Mention }>) {
  const t = useTranslations("identifier");
  const source = desk.rows.live("source", place.source);
  return (
    <li className="border-s-2 border-line-strong ps-3">
      <p lang={place.lang} dir="auto" className="break-words">
        {place.before}
        <mark className="rounded-sm bg-highlight px-0.5 text-ink">{place.words}</mark>
        {place.after}
      </p>
      <Link
        href={`/studies/${desk.study}/sources/${place.source}?at=${place.start}-${place.end}`}
        className="inline-flex min-h-6 items-center text-sm"
      >
        {t("read", { source: source ? sourceCode(source) : t("aSource") })}
      </Link>
    </li>
  );
}
