"use client";
/**
 * What may stand beside the board: a source (`?source=`) or the answers to a question (`?answers=1`); nothing otherwise.
 *
 * The board keeps its place on the page, so opening and closing a text does not disturb it.
 */
import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { SourceScreen } from "./screen.tsx";
import { Split } from "./split.tsx";
import { AnswersScreen } from "../answers/screen.tsx";

export function Beside({ study, children }: Readonly<{ study: string; children: React.ReactNode }>) {
  const t = useTranslations("reader");
  const asked = useSearchParams();
  const source = asked.get("source");
  let left: React.ReactNode = null;
  if (source) left = <SourceScreen key={source} study={study} source={source} beside />;
  else if (asked.has("answers")) left = <AnswersScreen study={study} beside />;
  return <Split left={left} right={children} leftName={t("reader")} rightName={t("board")} storage="carthen-split" />;
}
