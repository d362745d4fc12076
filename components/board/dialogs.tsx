"use client";
/** What the board asks in a dialog: where to move, what to nest in, the words of an insight, what to download. */
import { useTranslations } from "next-intl";
import { announce } from "#components/ui/live-region.tsx";
import { family } from "#lib/client/board/cloth.ts";
import { CARD } from "#lib/client/board/scene.ts";
import { useWords } from "#lib/client/study/provider.tsx";
import { DownloadDialog } from "./download.tsx";
import { InsightDialog } from "./insight.tsx";
import { LinkDialog } from "#components/ui/link-dialog.tsx";
import { MoveDialog } from "./move.tsx";
import { useBoard } from "./open.tsx";
import { PlaceDialog } from "./tray/place-dialog.tsx";
import { useThemeWork } from "./theme/work.ts";
import { useThemes } from "./use-themes.ts";

export function Dialogs() {
  const t = useTranslations("board");
  const h = useTranslations("board-themes");
  const words = useWords();
  const { merge } = useThemeWork();
  const { asking, ask, deeds, intents, lang, nameOf, sayMoved, themeName } = useBoard();
  const cloths = useThemes();
  const themes = [...cloths.values()];
  const close = () => ask(null);
  if (asking?.kind === "move") {
    return (
      <MoveDialog
        title={t("move.title", { count: asking.cards.length })}
        none={t("unclustered")}
        themes={themes}
        themeName={themeName}
        onPick={(theme) => {
          deeds.moveTo(asking.cards, theme);
          sayMoved(asking.cards.length, theme);
        }}
        onMake={() => intents.makeTheme(asking.cards)}
        onClose={close}
      />
    );
  }
  if (asking?.kind === "place") return <PlaceDialog quotes={asking.quotes} />;
  if (asking?.kind === "nest") {
    return (
      <MoveDialog
        title={t("move.nest", { theme: nameOf(asking.theme) })}
        none={t("move.top")}
        themes={themes.filter(({ theme }) => !family(cloths, asking.theme).has(theme.id))}
        themeName={themeName}
        onPick={(parent) => {
          deeds.nest(asking.theme, parent);
          announce(
            parent === null
              ? t("say.themeMoved", { theme: nameOf(asking.theme) })
              : t("say.themeNested", { theme: nameOf(asking.theme), parent: nameOf(parent) }),
          );
        }}
        onMake={null}
        onClose={close}
      />
    );
  }
  if (asking?.kind === "merge") {
    return (
      <MoveDialog
        title={h("merge.title", { theme: nameOf(asking.theme) })}
        none={null}
        themes={themes.filter(({ theme }) => !family(cloths, asking.theme).has(theme.id))}
        themeName={themeName}
        onPick={(into) => into !== null && merge(asking.theme, into)}
        onMake={null}
        onClose={close}
      />
    );
  }
  if (asking?.kind === "link") return <LinkDialog url={asking.url} onClose={close} />;
  if (asking?.kind === "insight") {
    const { insight, at } = asking;
    const body = insight === null ? null : words.wording(insight, "body", lang);
    return (
      <InsightDialog
        words={body?.words ?? ""}
        onWrite={(said) => {
          if (insight !== null) return deeds.write(insight, "body", said, body?.lang ?? lang);
          deeds.insight(said, { x: at.x - CARD.w / 2, y: at.y - CARD.h / 2 });
          announce(t("say.written"));
        }}
        onClose={close}
      />
    );
  }
  if (asking?.kind === "download") return <DownloadDialog onClose={close} />;
  return null;
}
