"use client";
/**
 * The numbers of a study: themes by who speaks of them, what stands together, and when nothing new came.
 *
 * Rules: docs/spec/matrix.md.
 */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link.tsx";
import { Option } from "#components/ui/option.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { Select } from "#components/ui/select.tsx";
import { ARMS, orderOf, useChoice, VIEWS } from "#lib/client/matrix/choice.ts";
import { useGround } from "#lib/client/matrix/ground.ts";
import type { Desk } from "#lib/client/desk.ts";
import { AXES } from "#lib/domain/matrix/axis.ts";
import { UNITS } from "#lib/domain/matrix/order.ts";
import { THINGS } from "#lib/domain/matrix/together.ts";
import { CellQuotes } from "./cell-quotes.tsx";
import type { Opened } from "./cell-quotes.tsx";
import { FrameworkChoice, FrameworkView } from "./framework-view.tsx";
import { SaturationView } from "./saturation-view.tsx";
import { TableView } from "./table-view.tsx";
import { TakeNumbers } from "./take.tsx";
import { TogetherView } from "./together-view.tsx";

export function NumbersScreen({ desk }: Readonly<{ desk: Desk }>) {
  const t = useTranslations("matrix");
  const ground = useGround(desk);
  const [choice, choose] = useChoice();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { view, by, arm, down, across, of } = choice;
  // Of one organisation there is nothing to count but its people and its quotes.
  const units = view === "table" && by === "organisation" ? UNITS.filter((unit) => unit !== "organisations") : UNITS;
  const unit = units.find((one) => one === choice.count) ?? "quotes";

  const shown =
    view === "table"
      ? t("tableOf", { axis: t(`axis.${by}`) })
      : view === "together"
        ? t("togetherOf", { down: t(`thing.${down}`), across: t(`thing.${across}`) })
        : view === "saturation"
          ? t("view.saturation")
          : t("framework.title", { cases: t(`framework.caseOf.${of}`) });

  if (ground.themes.length === 0)
    return (
      <>
        <PageHeader title={t("title")} lead={t("lead")} />
        <EmptyState
          title={t("emptyTitle")}
          action={
            <LinkButton look="primary" href={`/studies/${desk.study}/board`}>
              {t("toBoard")}
            </LinkButton>
          }
        >
          {t("empty")}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <TakeNumbers study={desk.study} things={[{ label: shown, order: orderOf(choice, unit) }]} />
            <LinkButton href={`/studies/${desk.study}/findings`}>{t("toFindings")}</LinkButton>
          </>
        }
      />
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
          <Segments
            label={t("views")}
            choices={VIEWS.map((id) => ({ id, label: t(`view.${id}`) }))}
            chosen={view}
            onChoose={(next) => next && choose({ view: next })}
          />
          {view === "table" ? (
            <Select
              label={t("by")}
              selectedKey={by}
              onSelectionChange={(key) => choose({ by: AXES.find((axis) => axis === key) ?? by })}
              className="w-56"
            >
              {AXES.map((axis) => (
                <Option key={axis} id={axis}>
                  {t(`axis.${axis}`)}
                </Option>
              ))}
            </Select>
          ) : null}
          {view === "together" ? (
            <>
              <Segments
                label={t("down")}
                choices={THINGS.map((id) => ({ id, label: t(`thing.${id}`) }))}
                chosen={down}
                onChoose={(next) => next && choose({ down: next })}
              />
              <Segments
                label={t("across")}
                choices={THINGS.map((id) => ({ id, label: t(`thing.${id}`) }))}
                chosen={across}
                onChoose={(next) => next && choose({ across: next })}
              />
            </>
          ) : null}
          {view === "framework" || (view === "table" && by === "source") ? null : (
            <Segments
              label={t("arm")}
              choices={ARMS.map((id) => ({ id, label: t(`armOf.${id}`) }))}
              chosen={arm}
              onChoose={(next) => next && choose({ arm: next })}
            />
          )}
          {view === "framework" ? (
            <FrameworkChoice desk={desk} choice={choice} onChoose={choose} />
          ) : view === "saturation" ? null : (
            <Segments
              label={t("count")}
              choices={units.map((id) => ({ id, label: t(`unit.${id}`) }))}
              chosen={unit}
              onChoose={(next) => next && choose({ count: next })}
            />
          )}
        </div>
        {view === "table" ? (
          <TableView desk={desk} ground={ground} choice={choice} unit={unit} onOpen={setOpened} />
        ) : view === "together" ? (
          <TogetherView desk={desk} ground={ground} choice={choice} unit={unit} onOpen={setOpened} />
        ) : view === "saturation" ? (
          <SaturationView desk={desk} ground={ground} arm={arm} />
        ) : (
          <FrameworkView desk={desk} voices={ground.voices} of={of} board={choice.board} />
        )}
      </div>
      <CellQuotes desk={desk} voices={ground.voices} opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}
