"use client";
/**
 * A study as it was, for the screens that show it as it is: the same hooks, other rows.
 *
 * Nothing can be done in the past: whoever looks has no role in it, and what is sent all the same goes nowhere.
 */
import type { ReactNode } from "react";
import type { Sent } from "#lib/domain/study/outcome.ts";
import { Pads } from "../pad/pads.ts";
import { Context } from "./provider.tsx";
import { Draft } from "./session.ts";
import type { OpenStudy, Standing } from "./session.ts";
import type { StudyState } from "./state.ts";
import { Together } from "./together.ts";

/** The study of these rows, read-only; words and names are those of the open study. */
export function pastOf(now: OpenStudy, state: StudyState): OpenStudy {
  const standing: Standing = { ...now.standing, loaded: true, failed: null, unsent: 0, refused: 0 };
  const refused = (cmdId: string) => Promise.resolve({ cmdId, refused: "role.refused" });
  const give = ({ cmdId }: Sent) => refused(cmdId);
  return {
    study: now.study,
    me: { ...now.me, role: "observer" },
    state,
    words: now.words,
    members: now.members,
    together: new Together(() => undefined),
    pads: new Pads(`${now.study}/past`, {
      say: () => false,
      refused: () => Promise.resolve(),
      changed: () => undefined,
    }),
    standing,
    people: [],
    jobs: [],
    subscribe: () => () => undefined,
    draft: () => new Draft({ give }),
    send: () => refused(crypto.randomUUID()),
    give,
    again: () => undefined,
    dismiss: () => undefined,
    show: () => undefined,
    retry: () => undefined,
    close: () => undefined,
  };
}

export function PastProvider({ past, children }: Readonly<{ past: OpenStudy; children: ReactNode }>) {
  return <Context value={past}>{children}</Context>;
}
