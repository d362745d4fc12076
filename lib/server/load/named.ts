/** The names of a study's organisations, participants and hand-added terms, from the identity module, as the plan wants them. */
import { settingsOf } from "#lib/domain/disclosure/settings.ts";
import type { Settings } from "#lib/domain/disclosure/settings.ts";
import type { Named } from "#lib/domain/identifier/plan.ts";
import type { Noun, Rows } from "#lib/domain/study/rows.ts";
import { readNames } from "#lib/server/store/identity.ts";
import { readPhrases } from "#lib/server/store/phrases.ts";
import type { Db } from "#lib/server/store/rows.ts";
import type { Seal } from "#lib/server/store/seal.ts";

/** The rows by which names stand in texts, and what was decided of them. */
export const NAMED = [
  "organisation",
  "participant",
  "identifier",
  "mention",
  "mentionPlace",
] as const satisfies readonly Noun[];

/** Reads them. Those that have no name, whose key was destroyed, or that turned out to be ordinary words are left out. */
export async function namedOf(db: Db, vault: Seal, study: string, rows: Rows): Promise<readonly Named[]> {
  const wanted: (Omit<Named, "full" | "others"> & { name: string | null; aliases: string | null })[] = [
    ...[...rows.all("organisation")].map(({ id, name, aliases }) => ({
      id,
      kind: "organisation" as const,
      name,
      aliases,
    })),
    ...[...rows.all("participant")].map(({ id, name }) => ({ id, kind: "participant" as const, name, aliases: null })),
    ...[...rows.all("identifier")]
      .filter((row) => row.kind === "term" && row.decision !== "ordinary")
      .map(({ id, term, thing }) => ({ id, kind: "term" as const, name: term, aliases: null, thing })),
  ];
  const words = await readNames(
    db,
    vault,
    study,
    wanted.flatMap(({ name, aliases }) => [name, aliases]).filter((id) => id !== null),
  );
  return wanted.flatMap(({ name, aliases, ...what }): Named[] => {
    const full = words.get(name ?? "") ?? "";
    const others = words.get(aliases ?? "") ?? "";
    return full === "" && others === "" ? [] : [{ ...what, full, others }];
  });
}

/** The terms that turned out to be ordinary words, which no plan looks for. */
export async function ordinaryOf(db: Db, vault: Seal, study: string, rows: Rows): Promise<readonly Named[]> {
  const ordinary = [...rows.all("identifier")].filter(({ decision, term }) => decision === "ordinary" && term !== null);
  const words = await readNames(
    db,
    vault,
    study,
    ordinary.flatMap(({ term }) => term ?? []),
  );
  return ordinary.flatMap(({ id, term }) => {
    const full = words.get(term ?? "");
    return full === undefined ? [] : [{ id, kind: "term" as const, full, others: "" }];
  });
}

/** What the phrases of decisions say: words that stand for something, and reasons. */
export async function decisionWords(
  db: Db,
  study: string,
  rows: Rows,
): Promise<(phrase: string | null | undefined) => string | null> {
  const ids = [...rows.all("identifier"), ...rows.all("mention")].flatMap((row) => [
    row.replacement,
    row.replacementCy,
    row.reason,
  ]);
  const said = await readPhrases(db, study, [...new Set(ids.filter((id) => id !== null))]);
  const words = new Map(said.map((phrase) => [phrase.id, phrase.words]));
  return (phrase) => words.get(phrase ?? "") ?? null;
}

/** What holds of disclosure control in a study, with the words that it needs. `rows` holds the study's disclosure settings. */
export async function settingsIn(db: Db, study: string, rows: Rows): Promise<Settings> {
  const ids = [...rows.all("disclosure")].flatMap(({ reason }) => reason ?? []);
  return settingsOf(rows, new Map((await readPhrases(db, study, ids)).map((phrase) => [phrase.id, phrase])));
}
