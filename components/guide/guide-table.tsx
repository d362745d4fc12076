"use client";
/**
 * Questions against guides. A plain table and not a grid: each box, button and menu is reached by Tab in reading
 * order; on a narrow screen each question becomes a block with its guides named beside their boxes.
 */
import { ArrowDown, ArrowUp, MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuTrigger } from "#components/ui/menu.tsx";
import type { Lang } from "#lib/domain/field.ts";

export type QuestionView = Readonly<{
  id: string;
  text: string;
  lang: Lang;
  twin: Readonly<{ words: string; lang: Lang }> | null;
}>;
export type GuideView = Readonly<{
  id: string;
  kind: "interview" | "survey";
  minutes: number | null;
  name: string;
  lang: Lang;
  sources: number;
  asks: ReadonlySet<string>;
}>;

type Props = Readonly<{
  questions: readonly QuestionView[];
  guides: readonly GuideView[];
  mayChange: boolean;
  onAsk: (guide: string, question: string, on: boolean) => void;
  onPlace: (question: string, step: -1 | 1) => void;
  onEditQuestion: (id: string) => void;
  onRemoveQuestion: (id: string) => void;
  onEditGuide: (id: string) => void;
  onRemoveGuide: (id: string) => void;
}>;

export function GuideTable({
  questions,
  guides,
  mayChange,
  onAsk,
  onPlace,
  onEditQuestion,
  onRemoveQuestion,
  onEditGuide,
  onRemoveGuide,
}: Props) {
  const t = useTranslations("guide");
  const table = useRef<HTMLTableElement>(null);
  // A row that moves loses the focus that was in it: it gets it back.
  const moved = useRef<Readonly<{ question: string; control: string }> | null>(null);
  useEffect(() => {
    if (!moved.current) return;
    const { question, control } = moved.current;
    moved.current = null;
    const row = table.current?.querySelector(`[data-question="${question}"]`);
    const wanted = [control, control === "up" ? "down" : "up"].map((name) =>
      row?.querySelector<HTMLElement>(`[data-control="${name}"] button:not(:disabled), [data-control="${name}"] input`),
    );
    wanted.find((element) => element)?.focus();
  }, [questions]);
  const place = (question: string, step: -1 | 1, control: string) => {
    moved.current = { question, control };
    onPlace(question, step);
  };

  return (
    <>
      {mayChange ? <p className="mb-3 hidden text-sm text-soft md:block">{t("keysHint")}</p> : null}
      <table ref={table} className="block w-full border-collapse md:table">
        <thead className="block md:table-header-group">
          <tr className="flex flex-col gap-2 pb-4 md:table-row">
            <th
              scope="col"
              className="hidden border-b border-line-strong pe-4 pb-2 text-start align-bottom font-semibold md:table-cell"
            >
              {t("question")}
            </th>
            {guides.map((guide) => (
              <th
                key={guide.id}
                scope="col"
                className="rounded-md border border-line p-2.5 text-start align-bottom font-semibold md:w-44 md:rounded-none md:border-0 md:border-b md:border-line-strong md:px-2 md:pt-0 md:pb-2"
              >
                <div className="flex items-end justify-between gap-1">
                  <span className="flex flex-col">
                    <span lang={guide.lang}>{guide.name}</span>
                    <span className="text-sm font-normal text-soft">
                      {t("askedCount", { count: guide.asks.size })} · {t("usedBy", { count: guide.sources })}
                    </span>
                  </span>
                  {mayChange ? (
                    <MenuTrigger>
                      <IconButton icon={MoreHorizontal} size="small" label={t("menuGuide", { guide: guide.name })} />
                      <Menu
                        placement="bottom end"
                        onAction={(key) => (key === "edit" ? onEditGuide(guide.id) : onRemoveGuide(guide.id))}
                      >
                        <MenuItem id="edit" icon={Pencil}>
                          {t("edit")}
                        </MenuItem>
                        <MenuItem id="remove" icon={Trash2} isDanger>
                          {t("remove")}
                        </MenuItem>
                      </Menu>
                    </MenuTrigger>
                  ) : null}
                </div>
              </th>
            ))}
            {mayChange ? (
              <th scope="col" className="hidden border-b border-line-strong md:table-cell md:w-28">
                <span className="sr-only">{t("order")}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {questions.map((question, at) => (
            <tr
              key={question.id}
              data-question={question.id}
              className="flex flex-col gap-2 border-t border-line py-4 md:table-row md:border-t-0 md:border-b md:py-0 md:focus-within:bg-raised"
              onKeyDown={(event) => {
                if (!mayChange || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
                event.preventDefault();
                const control =
                  event.target instanceof Element
                    ? event.target.closest("[data-control]")?.getAttribute("data-control")
                    : null;
                place(question.id, event.key === "ArrowUp" ? -1 : 1, control ?? "up");
              }}
            >
              <th scope="row" className="block text-start font-normal md:table-cell md:py-3 md:pe-6 md:align-top">
                <span className="flex gap-3">
                  <span className="w-5 shrink-0 text-end text-soft tabular-nums">{at + 1}</span>
                  <span className="flex min-w-0 flex-col">
                    <span lang={question.lang} className="font-semibold">
                      {question.text}
                    </span>
                    {question.twin ? (
                      <span lang={question.twin.lang} className="text-sm text-soft">
                        {question.twin.words}
                      </span>
                    ) : null}
                  </span>
                </span>
              </th>
              {guides.map((guide) => (
                <td
                  key={guide.id}
                  className="block ps-8 md:table-cell md:px-2 md:py-2.5 md:align-top"
                  data-control={guide.id}
                >
                  <Checkbox
                    aria-label={t("asks", { guide: guide.name, question: question.text })}
                    isSelected={guide.asks.has(question.id)}
                    isReadOnly={!mayChange}
                    onChange={(on) => onAsk(guide.id, question.id, on)}
                  >
                    <span className="md:hidden" lang={guide.lang}>
                      {guide.name}
                    </span>
                  </Checkbox>
                </td>
              ))}
              {mayChange ? (
                <td className="block ps-7 md:table-cell md:py-2 md:align-top">
                  <div className="flex md:justify-end">
                    <span data-control="up">
                      <IconButton
                        icon={ArrowUp}
                        size="small"
                        label={t("up", { question: question.text })}
                        keys="Alt+↑"
                        isDisabled={at === 0}
                        onPress={() => place(question.id, -1, "up")}
                      />
                    </span>
                    <span data-control="down">
                      <IconButton
                        icon={ArrowDown}
                        size="small"
                        label={t("down", { question: question.text })}
                        keys="Alt+↓"
                        isDisabled={at === questions.length - 1}
                        onPress={() => place(question.id, 1, "down")}
                      />
                    </span>
                    <MenuTrigger>
                      <IconButton
                        icon={MoreHorizontal}
                        size="small"
                        label={t("menuQuestion", { question: question.text })}
                      />
                      <Menu
                        placement="bottom end"
                        onAction={(key) =>
                          key === "edit" ? onEditQuestion(question.id) : onRemoveQuestion(question.id)
                        }
                      >
                        <MenuItem id="edit" icon={Pencil}>
                          {t("edit")}
                        </MenuItem>
                        <MenuItem id="remove" icon={Trash2} isDanger>
                          {t("remove")}
                        </MenuItem>
                      </Menu>
                    </MenuTrigger>
                  </div>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
