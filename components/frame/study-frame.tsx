"use client";
/**
 * What stands around every screen of a study: where one is, whether all is saved, who else is here, and the way
 * to the other screens. Leaves the rest of the window to the screen.
 */
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { BareLink } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { WeaveGlyph } from "#components/ui/weave.tsx";
import { Leaving } from "#components/job/leaving.tsx";
import { Working } from "#components/job/working.tsx";
import { PeopleHere } from "#components/sync/people-here.tsx";
import { TogetherStrip } from "#components/sync/together-strip.tsx";
import { SaveState } from "#components/sync/save-state.tsx";
import { UndoButtons } from "#components/sync/undo.tsx";
import { StudyProvider, useStandingOf, useStudy, useWords } from "#lib/client/study/provider.tsx";
import type { Me } from "#lib/client/study/session.ts";
import { may } from "#lib/domain/member/shape.ts";
import type { Role } from "#lib/domain/member/shape.ts";
import { LanguageLink } from "./language-link.tsx";
import { SCREENS, screenAt } from "./nav.ts";
import { PersonMenu } from "./person-menu.tsx";
import { useLang } from "#lib/client/i18n/lang.ts";
import { useCallsForMe } from "#lib/client/memos.ts";

type Props = Readonly<{ study: string; me: Me; children: React.ReactNode }>;

export function StudyFrame({ study, me, children }: Props) {
  const router = useRouter();
  const [news, setNews] = useState<Role | null>(null);
  return (
    <StudyProvider
      study={study}
      me={me}
      fallback={<Opening />}
      onRole={(role) => {
        setNews(role);
        router.refresh(); // what the server makes of the page depends on the role too
      }}
    >
      <Frame study={study} news={news} onRead={() => setNews(null)}>
        {children}
      </Frame>
    </StudyProvider>
  );
}

/** @param props.news - the role that was given to this person while they looked */
function Frame({
  study,
  news,
  onRead,
  children,
}: Readonly<{ study: string; news: Role | null; onRead: () => void; children: React.ReactNode }>) {
  const t = useTranslations("frame");
  const common = useTranslations("common");
  const locale = useLang();
  const session = useStudy();
  const { me } = session;
  const loaded = useStandingOf("loaded");
  const failed = useStandingOf("failed");
  const outdated = useStandingOf("outdated");
  const away = useStandingOf("away");
  const words = useWords();
  const rest = usePathname().slice(`/studies/${study}`.length);
  const source = useSearchParams().get("source") ?? /^\/sources\/([0-9a-f-]{36})/.exec(rest)?.[1] ?? null;
  const page = screenAt(rest)?.page ?? "other";

  useEffect(() => {
    session.show({
      page: page === "sources" && source ? "source" : page,
      source,
      // On a board, the board itself tells the rest.
      ...(page === "board" ? {} : { board: null, pointer: null, selected: [], view: null }),
    });
  }, [session, page, source]);

  // Not a single key: it works while one types, too.
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.altKey || event.key.toLowerCase() !== "f")
        return;
      event.preventDefault();
      router.push(`/studies/${study}/search`);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [router, study]);

  // On narrow screens the screens stand in a row that is longer than the window.
  const way = useRef<HTMLElement>(null);
  useEffect(() => {
    // In braces: newer browsers give back a promise, which React would take for a cleanup.
    way.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [page]);

  const title = words.wording(study, "title", locale);
  return (
    // In a window as low as one that is read at 400 %, the frame scrolls away and leaves all of it to the screen.
    <div className="flex h-dvh flex-col low:h-auto">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-raised focus:p-2"
      >
        {t("skip")}
      </a>
      <header className="flex h-13 shrink-0 items-center gap-1 border-b border-line bg-raised px-2 sm:gap-2 sm:px-3">
        <BareLink
          href="/"
          className="flex shrink-0 items-center gap-2 rounded-md p-1.5 ring-none focus-visible:ring-focus"
          aria-label={t("studies")}
        >
          <WeaveGlyph size={24} />
        </BareLink>
        <span lang={title?.lang} className="min-w-0 grow truncate font-semibold">
          {away === null ? title?.words : null}
        </span>
        {may(me.role, "change") ? (
          <UndoButtons />
        ) : (
          <span className="rounded bg-sunk px-2 py-0.5 text-sm text-soft">{t("observing")}</span>
        )}
        <Working />
        <SaveState />
        <PeopleHere />
        <span className="max-md:hidden">
          <LanguageLink />
        </span>
        <PersonMenu name={me.name} />
      </header>
      {loaded ? <TogetherStrip /> : null}
      {loaded ? <Leaving /> : null}
      <div className="flex min-h-0 grow max-md:flex-col-reverse">
        <nav
          ref={way}
          aria-label={t("screens")}
          className="shrink-0 overflow-auto border-line bg-raised max-md:border-t md:w-24 md:border-e"
        >
          <ul className="flex gap-0.5 p-1.5 md:flex-col">
            {SCREENS.map(({ page: screen, path, icon: Icon }) => (
              <li key={screen} className="shrink-0 md:w-full">
                <BareLink
                  href={`/studies/${study}${path}`}
                  aria-current={screen === page ? "page" : undefined}
                  className="flex min-w-16 flex-col items-center gap-0.5 rounded-md px-1 py-1.5 text-center text-xs leading-tight text-soft ring-none hover:bg-sunk hover:text-ink focus-visible:ring-focus aria-[current=page]:bg-accent-tint aria-[current=page]:font-semibold aria-[current=page]:text-accent md:py-2"
                >
                  <span className="relative">
                    <Icon aria-hidden size={20} strokeWidth={1.8} />
                    {screen === "memos" && loaded ? <CallsForMe /> : null}
                  </span>
                  {t(`to.${screen}`)}
                </BareLink>
              </li>
            ))}
          </ul>
        </nav>
        <main id="main" tabIndex={-1} className="relative min-h-0 min-w-0 grow overflow-auto ring-none low:h-dvh">
          {outdated ? (
            <Notice
              kind="warn"
              action={
                <Button size="small" onPress={() => location.reload()}>
                  {t("reload")}
                </Button>
              }
              className="m-3"
              live
            >
              {t("outdated")}
            </Notice>
          ) : null}
          {news !== null && away === null ? (
            <Notice
              action={
                <Button size="small" onPress={onRead}>
                  {t("understood")}
                </Button>
              }
              className="m-3"
              live
            >
              {t("roleIs", { role: common(`role.${news}`) })}
            </Notice>
          ) : null}
          {away !== null ? (
            <Notice
              kind="warn"
              action={
                <a
                  href={away === "removed" ? "/" : `/sign-in?next=${encodeURIComponent(`/studies/${study}`)}`}
                  className="rounded-md px-1 font-semibold text-accent underline ring-none focus-visible:ring-focus"
                >
                  {t(away === "removed" ? "toStudies" : "signIn")}
                </a>
              }
              className="m-6"
              live
            >
              {t(away)}
            </Notice>
          ) : failed !== null && !loaded ? (
            <Notice
              kind="error"
              action={
                <Button size="small" onPress={() => location.reload()}>
                  {t("reload")}
                </Button>
              }
              className="m-6"
              live
            >
              {t("failed")}
            </Notice>
          ) : loaded ? (
            children
          ) : (
            <Opening />
          )}
        </main>
      </div>
    </div>
  );
}

function Opening() {
  const t = useTranslations("frame");
  return (
    <div className="flex h-full min-h-60 items-center justify-center gap-3 text-soft" role="status">
      <Spinner />
      {t("opening")}
    </div>
  );
}

/** How many talks wait for this person, on the way to the memos. */
function CallsForMe() {
  const t = useTranslations("memo");
  const count = useCallsForMe();
  if (count === 0) return null;
  return (
    <span className="absolute -end-3 -top-1.5 min-w-4 rounded-full bg-accent px-1 text-center text-[0.6875rem] leading-4 font-bold text-accent-ink">
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{t("waiting", { count })}</span>
    </span>
  );
}
