"use client";
/** Bringing sources into the study that is open. */
import { useImports, useStudy } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";
import { ImportScreen } from "./screen.tsx";
import { useChoices } from "./use-choices.ts";

export function ImportPage() {
  const { study, me } = useStudy();
  const choices = useChoices();
  return <ImportScreen study={study} choices={choices} mayChange={may(me.role, "change")} jobs={useImports()} />;
}
