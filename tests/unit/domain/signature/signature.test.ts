/** What owners sign: who may, what it stands for, and how it is taken back. */
import { expect, test } from "vitest";
import { may } from "#lib/domain/member/shape.ts";
import { signable, Signable, signed } from "#lib/domain/signature/shape.ts";
import type { SignableId } from "#lib/domain/signature/shape.ts";
import { givenFor, standingOf } from "#lib/domain/signature/standing.ts";
import type { Seal } from "#lib/domain/risk/seal-shape.ts";
import { BESIDES, FILES } from "#lib/domain/risk/beside.ts";
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { capabilityOf, decide, LASTING } from "#lib/domain/study/command.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import { id, study } from "#tests/kit/study.ts";

const sealed = (sign: string): Seal => ({ digest: sign.repeat(64), parts: "", quotes: 0, marks: "" });

function begin() {
  const { rows } = study();
  const sign = (of: SignableId, seal: Seal | null, judgement = "fit", person = "me"): readonly Change[] => {
    const signing = seal === null ? null : { judgement: id(judgement), ...seal };
    const decided = decide(rows, { kind: "risk.sign", of, signed: signing, on: "2026-11-27" }, { person: id(person) });
    if (!decided.ok) throw new Error(decided.fault.code);
    for (const change of decided.value) evolve(rows, change);
    return decided.value;
  };
  const undo = (changes: readonly Change[]) => {
    const back = decideUndo(rows, changes, false);
    if (!back.ok) return back.fault.code;
    for (const change of back.value) evolve(rows, change);
    return "done";
  };
  const standing = (of: SignableId, now: Seal) => standingOf(rows, of, () => Promise.resolve(now));
  return { rows, sign, undo, standing };
}

test("[RK15] owners alone sign, each sort of files with what stands beside quotes by itself, and it can be taken back", () => {
  expect(may("owner", capabilityOf("risk.sign"))).toBe(true);
  for (const role of ["analyst", "reviewer", "observer", null] as const)
    expect(may(role, capabilityOf("risk.sign"))).toBe(false);
  expect(LASTING).not.toContain("risk.sign");
  expect(FILES.flatMap((file) => BESIDES.map((beside) => signable(file, beside))).toSorted()).toEqual(
    Signable.options.toSorted(),
  );
  for (const of of Signable.options) expect(signable(signed(of).file, signed(of).beside)).toBe(of);
  const { rows, sign, undo } = begin();
  const first = sign("document_none", sealed("a"));
  expect(rows.live("signature", "document_none")).toMatchObject({
    by: id("me"),
    on: "2026-11-27",
    judgement: id("fit"),
  });
  expect(sign("document_none", sealed("a"))).toEqual([]);
  const again = sign("document_none", sealed("b"), "better", "you");
  expect(undo(first)).not.toBe("done");
  // What was judged and the judgement come back together.
  expect(undo(again)).toBe("done");
  expect(rows.live("signature", "document_none")).toMatchObject({ ...sealed("a"), judgement: id("fit"), by: id("me") });
  sign("document_none", null);
  expect(rows.live("signature", "document_none")).toBeUndefined();
  expect(sign("document_none", null)).toEqual([]);
  sign("document_none", sealed("c"), "anew");
  expect(rows.live("signature", "document_none")).toMatchObject({ ...sealed("c"), judgement: id("anew") });
});

test("[RK16] [RK17] it stands for what was judged, and for nothing else", async () => {
  const { sign, standing } = begin();
  expect(await standing("document_none", sealed("a"))).toEqual({ state: "none" });
  sign("document_none", sealed("a"));
  expect(await standing("document_none", sealed("a"))).toEqual({ state: "holds", by: "document_none" });
  expect(await standing("document_none", { ...sealed("b"), quotes: 1, marks: "0".repeat(12) })).toEqual({
    state: "changed",
    by: "document_none",
    changes: { more: 1, fewer: 0, otherwise: 0, parts: [] },
  });
});

test("[RK18] who has judged more beside quotes has judged less, of the same files, and never the other way", async () => {
  const stands = async (given: SignableId) => {
    const { sign, standing, rows } = begin();
    sign(given, sealed("a"));
    const held: string[] = [];
    for (const of of Signable.options) {
      const { state } = await standing(of, sealed("a"));
      if (state === "holds") held.push(of);
      expect(givenFor(rows, of).length > 0).toBe(state !== "none");
    }
    return held.toSorted();
  };
  for (const file of FILES) {
    const all = (...besides: readonly string[]) => besides.map((one) => `${file}_${one}`);
    expect(await stands(signable(file, "none"))).toEqual(all("none"));
    expect(await stands(signable(file, "kind"))).toEqual(all("kind", "none"));
    expect(await stands(signable(file, "person"))).toEqual(all("none", "person"));
    expect(await stands(signable(file, "both"))).toEqual(all("both", "kind", "none", "person"));
  }
});
