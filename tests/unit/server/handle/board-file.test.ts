import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Named } from "#lib/domain/identifier/plan.ts";
import { pair } from "#lib/domain/field.ts";
import { downloadBoard } from "#lib/server/handle/board-file.ts";
import { check } from "#lib/server/handle/report.ts";
import { unpackPdf } from "#lib/format/scan/pdf.ts";
import { decide, desk, unread } from "#tests/kit/desk.ts";
import { STUDY, id, study } from "#tests/kit/study.ts";
import type { Told } from "#tests/kit/study.ts";

const FORMATS = ["svg", "png", "pdf", "txt", "md"] as const;
const ALL = { board: id("board"), cards: null, lang: "en" } as const;
const ME = id("me");

/** Everything that can be read in a file. */
function wordsOf(bytes: Uint8Array): string {
  const members = unpackPdf(bytes);
  const parts = members === null ? [bytes] : members.map((member) => member.bytes);
  return parts.map((part) => new TextDecoder().decode(part)).join("\n");
}
function decided(told: Told): void {
  decide(told, "A", "replace", "a council");
  decide(told, "C", "replace", "an association");
  decide(told, "pa", "replace", "a manager", "participant");
}
async function take(told: Told, order: Partial<Parameters<typeof downloadBoard>[3]> = {}, more: readonly Named[] = []) {
  const answer = await downloadBoard(desk(told, more), STUDY, ME, { ...ALL, format: "txt", ...order });
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return wordsOf(answer.value.bytes);
}

describe("gates", () => {
  test("[B123] is refused in every form while anything on the board is undecided, and says what", async () => {
    const told = study();
    decide(told, "A", "replace", "a council");
    const at = desk(told);
    for (const format of FORMATS) {
      expect(await downloadBoard(at, STUDY, ME, { ...ALL, format })).toEqual({
        ok: false,
        fault: { code: "report.open", open: [id("C"), id("pa")].toSorted() },
      });
    }
  });

  test("[G10] waits until somebody has read through what it quotes, and for nothing else", async () => {
    const told = study();
    decided(told);
    unread(told, "ia");
    const at = desk(told);
    expect(await downloadBoard(at, STUDY, ME, { ...ALL, format: "md" })).toEqual({
      ok: false,
      fault: { code: "report.unread", sources: [id("ia")] },
    });
    const others = [...told.rows.all("card")].filter(
      ({ quote }) => quote !== null && told.rows.live("quote", quote)?.source !== id("ia"),
    );
    expect(
      (await downloadBoard(at, STUDY, ME, { ...ALL, format: "md", cards: others.map((card) => card.id) })).ok,
    ).toBe(true);
  });

  test("[B115][B123] every form leaves once all is decided, names nobody, and tells what is recorded", async () => {
    const told = study();
    decided(told);
    const at = desk(told);
    for (const format of FORMATS) {
      const answer = await downloadBoard(at, STUDY, ME, { ...ALL, format });
      if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
      const text = wordsOf(answer.value.bytes)
        .replace(/<[^>]*>/g, "")
        .replace(/\s+/g, " ");
      expect(text).toContain("At [a council], [a manager] taught us all.");
      expect(text).not.toMatch(/Llewelyn|Cynefin|Aberwen|never have the time/);
      expect(answer.value.name).toBe(`board-en.${format === "png" ? "svg" : format}`);
      expect(answer.value).toMatchObject({ format, lang: "en", seq: 7n });
    }
  });

  test("[B123] a selection asks for the names that stand in it and no others", async () => {
    const told = study();
    decide(told, "C", "replace", "an association");
    expect(await take(told, { cards: [id("cq3")] })).toContain("flêr yn [an association].");
    const answer = await downloadBoard(desk(told), STUDY, ME, { ...ALL, cards: [id("cq1")], format: "svg" });
    expect(answer).toEqual({ ok: false, fault: { code: "report.open", open: [id("A"), id("pa")].toSorted() } });
  });

  test("[B123] a replacement that names somebody is caught in the bytes of every form", async () => {
    const told = study();
    decided(told);
    decide(told, "A", "replace", "where Llewelyn works");
    for (const format of FORMATS) {
      const answer = await downloadBoard(desk(told), STUDY, ME, { ...ALL, format });
      if (answer.ok || answer.fault.code !== "report.leak") throw new Error(`expected a leak in ${format}`);
      expect(new Set(answer.fault.leaks.map((leak) => leak.term))).toEqual(new Set([id("pa")]));
    }
  });

  test("[B123] a board of one person's own leaves for that person only", async () => {
    const told = study();
    decided(told);
    const board = told.rows.live("board", id("board"));
    if (!board) throw new Error("the study has a board");
    told.rows.put("board", { ...board, owner: id("other") });
    const answer = await downloadBoard(desk(told), STUDY, ME, { ...ALL, format: "svg" });
    expect(answer).toEqual({ ok: false, fault: { code: "row.missing" } });
    told.rows.put("board", { ...board, owner: ME });
    expect(await take(told)).toContain("Skills");
  });

  test("[G1] names that stand on a board alone are listed for a decision, behind those that keep the report back", async () => {
    const told = study();
    told.say(id("T"), "exclude", "en", "What Zebedee Pugh said.");
    const zebedee: Named = { id: id("zp"), kind: "participant", full: "Zebedee Pugh", others: "" };
    told.rows.put("participant", {
      id: id("zp"),
      number: 9,
      organisation: null,
      seniority: null,
      consent: "none",
      agreedOn: null,
      agreedUntil: null,
      withdrawnOn: null,
      erased: false,
      name: id("nzp"),
      contact: null,
      gone: false,
    });
    const answer = await check(desk(told, [zebedee]), STUDY, ME, "en");
    expect(answer.open).toBe(3);
    const last = answer.identifiers.at(-1);
    expect([last?.name, last?.count, last?.elsewhere]).toEqual(["Zebedee Pugh", 1, 1]);
    expect(last?.places[0]?.file).toBe("board");
  });
});

describe("what is said", () => {
  test("[B117] words of somebody who did not agree to be quoted are in no file", async () => {
    const told = study();
    decided(told);
    const text = await take(told);
    expect(text).toContain("- Not shown: this person did not agree to be quoted word for word.");
    expect(text).not.toContain("never have the time");
  });

  test("[B116][DC19] a caption names a kind only where three organisations and five people share it", async () => {
    const told = study();
    decided(told);
    expect(await take(told)).toContain("    P01 · interview\n");
    const council = told.rows.live("organisation", id("A"));
    if (!council) throw new Error("the study has a council");
    told.rows.put("organisation", { ...council, id: id("D"), number: 4 });
    const leader = told.rows.live("participant", id("pa"));
    if (!leader) throw new Error("the council has somebody");
    const already = [...told.rows.all("participant")].filter(({ organisation }) =>
      [id("A"), id("B"), id("D")].includes(organisation ?? ""),
    ).length;
    for (let more = already; more < 5; more += 1) {
      expect(await take(told)).toContain("    P01 · interview\n");
      told.rows.put("participant", { ...leader, id: id(`more${more}`), organisation: id("D"), number: 90 + more });
    }
    const text = await take(told);
    expect(text).toContain("    P01 · local authority · interview\n");
    expect(text).toContain("    P03 · survey\n");
    // A board prints no reasons: a limit that is raised holds in it, one that is lower does not.
    const set = (people: number) => {
      const limits = { organisations: 2, people, base: 10, listed: 3, reason: id("few") };
      told.rows.put("disclosure", { id: STUDY, ...limits, by: ME, on: "2026-11-02", gone: false });
      told.phrases.set(id("few"), { lang: "en", words: "They agreed." });
    };
    set(9);
    expect(await take(told)).toContain("    P01 · interview\n");
    for (const one of [...told.rows.all("participant")].slice(-1)) told.rows.put("participant", { ...one, gone: true });
    set(3);
    expect(await take(told)).toContain("    P01 · interview\n");
  });

  test("[B118][B122] themes, counts and summary; in Welsh too", async () => {
    const told = study();
    decided(told);
    told.say(id("board"), "name", "cy", "Y bwrdd mawr");
    expect((await take(told, { lang: "cy" })).split("\n").slice(0, 4)).toEqual([
      "Y bwrdd mawr",
      "3 thema, 3 dyfyniad, dim mewnwelediadau. Saif geiriau mewn [bachau petryal] yn lle geiriau a allai ddatgelu pwy yw rhywun.",
      "",
      "1 Data (1 cerdyn)",
    ]);
    const chosen = await take(told, { cards: [id("cq2")] });
    expect(chosen).toContain("1 Skills (1 card)");
    expect(chosen).toContain("  1.1 Time to learn (1 card)");
    expect(chosen).not.toContain("Data");
  });
});

test("[B115][B123] wherever a name is planted, decided it is in no byte of any form, undecided nothing leaves", async () => {
  const secret = { full: "Gwenhwyfar Prydderch", says: /gwenhwyfar|prydderch|wenhwyfar|brydderch/i };
  const field = fc.constantFrom("name", "definition", "include", "exclude", "body", "tag", "quote", "board");
  await fc.assert(
    fc.asyncProperty(
      field,
      fc.constantFrom(secret.full, "gwenhwyfar   PRYDDERCH", "Gwenhwyfar", "Prydderch", "i Wenhwyfar Prydderch"),
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.nat(400),
      fc.constantFrom(...FORMATS),
      async (where, written, noise, far, format) => {
        const told = study();
        decided(told);
        const words = `${"on and ".repeat(far / 8)}${noise} ${written}, ${noise}`;
        if (where === "quote") told.quotes.set(id("q1"), words);
        else if (where === "board") told.say(id("board"), "name", "en", words);
        else if (where === "tag") {
          told.rows.put("tag", { id: id("tag"), parent: null, hue: 1, ord: "a0", example: null, gone: false });
          told.say(id("tag"), "name", "en", words);
          told.rows.put("tagging", { id: pair(id("q1"), id("tag")), quote: id("q1"), tag: id("tag"), gone: false });
        } else if (where === "body") {
          told.say(id("note"), "body", "en", words);
          told.rows.put("insight", { id: id("note"), by: ME, gone: false });
          const card = told.rows.live("card", id("cq1"));
          if (card) told.rows.put("card", { ...card, id: id("cn"), quote: null, insight: id("note"), theme: null });
        } else told.say(id("T"), where, "en", words);

        const person: Named = { id: id("pc"), kind: "participant", full: secret.full, others: "" };
        const order = { ...ALL, format };
        const drawn =
          format === "txt" || format === "md" || !["definition", "include", "exclude", "tag"].includes(where);
        const before = await downloadBoard(desk(told, [person]), STUDY, ME, order);
        expect(before).toEqual({ ok: false, fault: { code: "report.open", open: [id("pc")] } });
        decide(told, "pc", "replace", "somebody", "participant");
        const after = await take(told, order, [person]);
        expect(after).not.toMatch(secret.says);
        // Only a drawing has tags; in the other forms such signs are somebody's words.
        const shown = format === "svg" || format === "png" ? after.replace(/<[^>]*>/g, "") : after;
        // A title of wide signs has no room for all of it.
        if (drawn && far < 50) expect(shown).toMatch(/\[somebody\]|…/u);
      },
    ),
    { numRuns: 30 },
  );
});
