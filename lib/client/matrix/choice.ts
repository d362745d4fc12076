"use client";
/** What of a study's numbers is looked at, kept in the address so that it can be handed on. Rules: docs/spec/matrix.md, MX16. */
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import type { Arm } from "#lib/domain/finding/voice.ts";
import { AXES } from "#lib/domain/matrix/axis.ts";
import type { Axis } from "#lib/domain/matrix/axis.ts";
import { UNITS } from "#lib/domain/matrix/order.ts";
import type { NumbersOrder, Unit } from "#lib/domain/matrix/order.ts";
import { CASES } from "#lib/domain/summary/shape.ts";
import type { CaseKind } from "#lib/domain/summary/shape.ts";
import { THINGS } from "#lib/domain/matrix/together.ts";
import type { Thing } from "#lib/domain/matrix/together.ts";

export const VIEWS = ["table", "together", "saturation", "framework"] as const;
export const ARMS = ["interview", "survey"] as const satisfies readonly Arm[];

export type Choice = Readonly<{
  view: (typeof VIEWS)[number];
  by: Axis;
  arm: Arm;
  count: Unit;
  down: Thing;
  across: Thing;
  of: CaseKind;
  /** of the framework matrix; empty: the one that findings read */
  board: string;
}>;

/** What an address asks for; whatever it says amiss is as if it were not there. */
export function readChoice(asked: Readonly<{ get: (key: string) => string | null }>): Choice {
  const one = <T extends string>(key: keyof Choice, list: readonly T[], first: T): T =>
    list.find((value) => value === asked.get(key)) ?? first;
  return {
    view: one("view", VIEWS, "table"),
    by: one("by", AXES, "kind"),
    arm: one("arm", ARMS, "interview"),
    count: one("count", UNITS, "organisations"),
    down: one("down", THINGS, "theme"),
    across: one("across", THINGS, "tag"),
    of: one("of", CASES, "participant"),
    board: asked.get("board") ?? "",
  };
}

/** The table or chart that is looked at, as it is asked for to be taken out; `unit` is what is counted in it. */
export function orderOf({ view, by, arm, down, across, of, board }: Choice, unit: Unit): NumbersOrder {
  switch (view) {
    case "table":
      return { view, by, arm, count: unit };
    case "together":
      return { view, down, across, arm, count: unit };
    case "saturation":
      return { view, arm };
    case "framework":
      return { view, of, board: board || null };
  }
}

export function useChoice(): readonly [Choice, (change: Partial<Choice>) => void] {
  const asked = useSearchParams();
  const [choice, setChoice] = useState(() => readChoice(asked));
  return [
    choice,
    (change) => {
      const next = { ...choice, ...change };
      setChoice(next);
      const address = new URL(location.href);
      for (const [key, value] of Object.entries(change)) address.searchParams.set(key, value);
      history.replaceState(null, "", address);
    },
  ];
}
