"use client";
/** One finding: its statement in both languages, the quotes for and against it, and what can be done with it. */
import { useDraggable, useDroppable } from "@dnd-kit/core";
import { ArrowDown, ArrowUp, GripVertical, MoreHorizontal, Plus, Scissors, Trash2 } from "lucide-react";
import { MenuTrigger as Trigger } from "react-aria-components";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ComponentProps } from "react";
import { BilingualPad } from "#components/pad/bilingual-pad.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { join } from "#components/ui/join.ts";
import { Link } from "#components/ui/link.tsx";
import { Menu, MenuItem, MenuSection } from "#components/ui/menu.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { draggable, droppable } from "./dragging.ts";
import type { QuoteView, Stance } from "./quote-view.ts";
import { Published, Translations, WordingDialog } from "./wording-dialog.tsx";

type ThemeChoice = Readonly<{ id: string; name: string; on: boolean }>;

type Props = Readonly<{
  id: string;
  number: number;
  statement: Readonly<{ en: string; cy: string }>;
  agreed: boolean;
  supports: readonly QuoteView[];
  contradicts: readonly QuoteView[];
  themes: readonly ThemeChoice[];
  isReadOnly: boolean;
  isNew: boolean;
  isFirst: boolean;
  isLast: boolean;
  onAgreed: (agreed: boolean) => void;
  onCite: (quote: string, stance: Stance | null) => void;
  onPlace: (quote: string, step: -1 | 1) => void;
  onMove: (step: -1 | 1) => void;
  onTheme: (theme: string, on: boolean) => void;
  onPick: () => void;
  /** Keeps how a quote is published and translated; without it nobody edits here. */
  onWording?: (quote: string, ...said: Parameters<ComponentProps<typeof WordingDialog>["onSave"]>) => void;
  onRemove: () => void;
  /** Where everything that stands behind it is shown. */
  evidenceHref: string;
  /** That one person, or one organisation, is all that supports it. */
  single: "person" | "organisation" | null;
}>;

export function FindingCard(props: Props) {
  const t = useTranslations("findings");
  const { number, statement, agreed, supports, contradicts, themes, isReadOnly, isNew, isFirst, isLast } = props;
  const label = t("finding", { number });
  return (
    <article aria-label={label} className="flex flex-col gap-4 rounded-lg border border-line bg-raised p-4 sm:p-5">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="text-base font-semibold text-soft">{label}</h3>
        <Link href={props.evidenceHref} className="me-auto text-sm">
          {t("evidence", { number })}
        </Link>
        <div className="flex items-center gap-1">
          <Switch isSelected={agreed} isDisabled={isReadOnly} onChange={props.onAgreed}>
            {t("agreed")}
          </Switch>
          {isReadOnly ? null : (
            <Trigger>
              <IconButton icon={MoreHorizontal} label={t("findingMenu", { number })} />
              <Menu
                placement="bottom end"
                disabledKeys={[...(isFirst ? ["up"] : []), ...(isLast ? ["down"] : [])]}
                onAction={(key) => {
                  if (key === "up") props.onMove(-1);
                  else if (key === "down") props.onMove(1);
                  else if (key === "remove") props.onRemove();
                  else props.onTheme(String(key), !themes.some((theme) => theme.id === key && theme.on));
                }}
              >
                <MenuItem id="up" icon={ArrowUp}>
                  {t("moveUp")}
                </MenuItem>
                <MenuItem id="down" icon={ArrowDown}>
                  {t("moveDown")}
                </MenuItem>
                <MenuSection title={t("alsoAbout")}>
                  {themes.map((theme) => (
                    <MenuItem key={theme.id} id={theme.id} textValue={theme.name}>
                      {theme.on ? `✓ ${theme.name}` : theme.name}
                    </MenuItem>
                  ))}
                </MenuSection>
                <MenuItem id="remove" icon={Trash2} isDanger>
                  {t("removeFinding")}
                </MenuItem>
              </Menu>
            </Trigger>
          )}
        </div>
      </header>
      <BilingualPad
        subject={props.id}
        field="statement"
        label={t("statement")}
        value={statement}
        isReadOnly={isReadOnly}
        takesFocus={isNew}
        rows={2}
        inputClassName="text-reading"
      />
      {props.single === null ? null : <p className="text-sm text-warn">{t(`carried.${props.single}`)}</p>}
      <Evidence title={t("supports", { count: supports.length })} stance="supports" quotes={supports} {...props} />
      <Evidence
        title={t("contradicts", { count: contradicts.length })}
        stance="contradicts"
        quotes={contradicts}
        {...props}
      />
      {isReadOnly ? null : (
        <div>
          <Button onPress={props.onPick}>
            <Plus aria-hidden size={16} />
            {t("chooseQuotes")}
          </Button>
        </div>
      )}
    </article>
  );
}

type EvidenceProps = Readonly<{ title: string; stance: Stance; quotes: readonly QuoteView[] }> &
  Pick<Props, "id" | "number" | "isReadOnly" | "onCite" | "onPlace" | "onWording">;

const SHOWN = 4;

/** Where a quote is taken hold of by a pointer; the menu of the quote does the same by keys. */
function Grip({ finding, quote }: Readonly<{ finding: string; quote: string }>) {
  const { setNodeRef, listeners } = useDraggable(draggable(finding, quote));
  return (
    <span
      ref={setNodeRef}
      {...listeners}
      aria-hidden
      className="mt-1 cursor-grab touch-manipulation text-soft max-xl:hidden"
    >
      <GripVertical size={16} />
    </span>
  );
}

function Evidence({ id, number, title, stance, quotes, isReadOnly, onCite, onPlace, onWording }: EvidenceProps) {
  const t = useTranslations("findings");
  const { setNodeRef, isOver, active } = useDroppable({ ...droppable({ finding: id, stance }), disabled: isReadOnly });
  const [all, setAll] = useState(false);
  const [worded, setWorded] = useState<string | null>(null);
  const edited = quotes.find(({ id }) => id === worded);
  const shown = all ? quotes : quotes.slice(0, SHOWN);
  if (stance === "contradicts" && quotes.length === 0 && !active) return null;
  return (
    <section
      ref={setNodeRef}
      data-over={isOver || undefined}
      className={join(
        "flex flex-col gap-2",
        active && "-m-2 rounded-md border-2 border-dashed p-1.5",
        active && (isOver ? "border-accent bg-accent-tint" : "border-line-strong"),
      )}
    >
      <h4 className="text-sm font-semibold">{active ? t(`drop.${stance}`, { number }) : title}</h4>
      {quotes.length === 0 && stance === "supports" ? <p className="text-sm text-soft">{t("noSupport")}</p> : null}
      <ul className="flex flex-col gap-3">
        {shown.map((quote, at) => (
          <li
            key={quote.id}
            className={join(
              "flex items-start gap-2 border-s-2 ps-3",
              stance === "supports" ? "border-hue" : "border-dashed border-line-strong",
            )}
          >
            {isReadOnly ? null : <Grip finding={id} quote={quote.id} />}
            <div className="min-w-0 grow">
              {quote.words === undefined ? (
                <span className="breathe text-soft">…</span>
              ) : (
                <>
                  <Published quote={quote} edits={quote.edits ?? []} />
                  <Translations quote={quote} />
                </>
              )}
              <p className="text-sm text-soft">
                {[quote.who, quote.edits?.length ? t("wording.edited") : null].filter(Boolean).join(" · ")}
              </p>
            </div>
            {isReadOnly ? null : (
              <Trigger>
                <IconButton icon={MoreHorizontal} size="small" label={t("quoteMenu", { number: at + 1, title })} />
                <Menu
                  placement="bottom end"
                  disabledKeys={[...(at === 0 ? ["up"] : []), ...(at === quotes.length - 1 ? ["down"] : [])]}
                  onAction={(key) => {
                    if (key === "up") onPlace(quote.id, -1);
                    else if (key === "down") onPlace(quote.id, 1);
                    else if (key === "wording") setWorded(quote.id);
                    else onCite(quote.id, key === "out" ? null : stance === "supports" ? "contradicts" : "supports");
                  }}
                >
                  <MenuItem id="up" icon={ArrowUp}>
                    {t("moveUp")}
                  </MenuItem>
                  <MenuItem id="down" icon={ArrowDown}>
                    {t("moveDown")}
                  </MenuItem>
                  {onWording && quote.isEditable ? (
                    <MenuItem id="wording" icon={Scissors}>
                      {t("wording.title")}
                    </MenuItem>
                  ) : null}
                  <MenuItem id="turn">{t(stance === "supports" ? "toContradicts" : "toSupports")}</MenuItem>
                  <MenuItem id="out" icon={Trash2}>
                    {t("takeOut")}
                  </MenuItem>
                </Menu>
              </Trigger>
            )}
          </li>
        ))}
      </ul>
      {edited && onWording ? (
        <WordingDialog
          key={edited.id}
          quote={edited}
          edits={edited.edits ?? []}
          onSave={(...said) => onWording(edited.id, ...said)}
          onClose={() => setWorded(null)}
        />
      ) : null}
      {quotes.length > SHOWN ? (
        <div>
          <Button look="quiet" size="small" onPress={() => setAll(!all)}>
            {all ? t("fewer") : t("more", { count: quotes.length - SHOWN })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
