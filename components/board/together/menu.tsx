"use client";
/** What concerns everybody on the board: whom to follow, calling all here, a timer, a vote. */
import { CircleDot, Eye, EyeOff, Megaphone, Timer, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { announce } from "#components/ui/live-region.tsx";
import { toast } from "#components/ui/toast.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSection, MenuSeparator, MenuTrigger, SubmenuTrigger } from "#components/ui/menu.tsx";
import { seen } from "#lib/client/board/camera.ts";
import { usePeople, useRow, useShared, useStudy } from "#lib/client/study/provider.tsx";
import { useBoard } from "../open.tsx";

const MINUTES = ["1", "3", "5", "10", "15"] as const;

export function TogetherMenu() {
  const t = useTranslations("board-together");
  const { ask, board, mayChange, stage, vote } = useBoard();
  const { together } = useStudy();
  const people = usePeople();
  const row = useRow("board", board);
  const hidden = row !== undefined && row.owner !== null;
  const call = () => {
    if (!stage) return;
    together.callTo(board, seen(stage.camera, stage.size));
    toast({ text: t("call.done") });
    announce(t("call.done"));
  };
  return (
    <MenuTrigger>
      <IconButton icon={Users} label={t("people")} />
      <Menu aria-label={t("people")} placement="bottom end">
        <FollowItems />
        {mayChange ? (
          <>
            {people.length > 0 ? <MenuSeparator /> : null}
            <MenuItem icon={Megaphone} isDisabled={hidden || !stage || people.length === 0} onAction={call}>
              {t("call.menu")}
            </MenuItem>
            <SubmenuTrigger>
              <MenuItem icon={Timer} isDisabled={hidden}>
                {t("timer.menu")}
              </MenuItem>
              <Menu aria-label={t("timer.menu")}>
                {MINUTES.map((minutes) => (
                  <MenuItem key={minutes} onAction={() => together.startTimer(board, Number(minutes))}>
                    {t("timer.minutes", { count: Number(minutes) })}
                  </MenuItem>
                ))}
                <MenuItem onAction={() => ask({ kind: "timer" })}>{t("timer.other")}</MenuItem>
              </Menu>
            </SubmenuTrigger>
            <MenuItem
              icon={CircleDot}
              isDisabled={hidden || vote.ballot?.revealed === false}
              onAction={() => ask({ kind: "vote", what: "start" })}
            >
              {t("vote.menu")}
            </MenuItem>
          </>
        ) : null}
      </Menu>
    </MenuTrigger>
  );
}

/** One item for each person whose camera can be followed, or a word that nobody else is here. */
function FollowItems() {
  const t = useTranslations("board-together");
  const sync = useTranslations("sync");
  const { board } = useBoard();
  const { together } = useStudy();
  const { following } = useShared();
  const people = usePeople();
  return (
    <MenuSection title={people.length === 0 ? t("follow.nobody") : sync("here", { count: people.length })}>
      {people.map(({ person, name, at }) => {
        const here = at?.page === "board" && at.board === board;
        const selected = here ? at.selected.length : 0;
        return (
          <MenuItem
            key={person}
            icon={following === person ? EyeOff : Eye}
            textValue={name}
            onAction={() => together.follow(following === person ? null : person)}
          >
            {t(following === person ? "follow.leave" : "follow.start", { name })}{" "}
            <span className="block text-sm text-soft">
              {selected > 0 ? t("follow.selected", { count: selected }) : sync(`page.${at?.page ?? "other"}`)}
            </span>
          </MenuItem>
        );
      })}
    </MenuSection>
  );
}
