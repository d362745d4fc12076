"use client";
/** What the numbers of the open study are counted from. */
import type { Ground } from "#lib/domain/matrix/axis.ts";
import { useMemo } from "react";
import { best } from "#lib/client/desk.ts";
import type { Desk } from "#lib/client/desk.ts";
import { groundOf } from "#lib/domain/matrix/matrix.ts";

/** Anew whenever rows or words have changed. Roles are compared in the interface's language where they stand in it. */
export function useGround(desk: Desk): Ground {
  return useMemo(() => {
    const roles = [...desk.rows.all("participant")].flatMap(({ id }) => {
      const role = best(desk, id, "role");
      return role ? [[id, role.words] as const] : [];
    });
    return groundOf(desk.rows, new Map(roles));
  }, [desk]);
}
