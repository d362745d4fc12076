/**
 * Bringing a project of other software in: one command, one event, one step of undo. Rules: docs/spec/refi.md, RF29 and RF30.
 *
 * What it makes is new and refers to what it makes, or to tags that are there; so other people's work is only added to.
 */
import { parentsFirst } from "../board/tree.ts";
import { keysBetween, lastOf } from "../order.ts";
import { drawNumbers } from "../participant/number.ts";
import { makeQuote } from "../quote/make.ts";
import { no, yes } from "../result.ts";
import type { Result } from "../result.ts";
import { sourcePublish } from "../source/decide.ts";
import { make, raise } from "../study/change.ts";
import type { Change } from "../study/change.ts";
import { missing } from "../study/fault.ts";
import type { Fault } from "../study/fault.ts";
import { related, row, rows } from "../study/rule.ts";
import type { Need, Rule, Who } from "../study/rule.ts";
import type { Noun, View } from "../study/rows.ts";
import { tagsBring } from "../tag/bring.ts";
import { say } from "../wording/decide.ts";
import { slot } from "../wording/shape.ts";
import type { ProjectBring } from "./word.ts";

export const projectBring: Rule<ProjectBring> = {
  needs: (view, command) => {
    const { problem, tags, quotes, insights, memos, boards } = command;
    const home = analysed(view);
    return [
      ...sourcePublish.needs(view, publication(command)),
      ...(tags.length > 0 ? tagsBring.needs(view, { kind: "tags.bring", tags }) : []),
      ...rows(
        "tag",
        quotes.flatMap((quote) => quote.tags),
      ),
      ...quotes.flatMap(({ id, revision, start, end }): Need[] => [
        row("quote", id),
        { need: "turn", revision, start, end },
      ]),
      ...rows("insight", ids(insights)),
      ...rows("memo", ids(memos)),
      ...(problem ? [row("wording", slot(problem.study, "problem", problem.lang))] : []),
      ...(boards.length > 0 ? [related("boards")] : []),
      ...(home ? [related("themesOfBoard", home), related("cardsOfBoard", home), related("wordingsOf", home)] : []),
      ...boards.flatMap((board) => [
        row("board", board.id),
        ...rows("theme", ids(board.themes)),
        ...rows("card", ids(board.cards)),
      ]),
    ];
  },
  decide: (view, command, who) => {
    const taken = takenBy(view, command);
    if (taken) return no(taken);
    const published = sourcePublish.decide(view, publication(command), who);
    if (!published.ok) return published;
    const { problem, tags } = command;
    const brought = tags.length > 0 ? tagsBring.decide(view, { kind: "tags.bring", tags }, who) : yes([]);
    if (!brought.ok) return brought;
    const quoted = quotesIn(view, command, who);
    if (!quoted.ok) return quoted;
    return yes([
      ...(problem ? unsaid(view, problem) : []),
      ...numbered(view, command, published.value),
      ...brought.value,
      ...quoted.value,
      ...command.insights.flatMap(({ id, body }) => [
        make("insight", { id, by: who.person, gone: false }),
        ...say(id, "body", body),
      ]),
      ...boardsOf(view, command),
      ...command.memos.flatMap(({ id, subject, parent, body }) => [
        make("memo", { id, subject, parent, by: who.person, resolved: false, also: null, gone: false }),
        ...say(id, "body", body),
      ]),
    ]);
  },
};

function publication({ organisations, participants, sources, speakers }: ProjectBring) {
  return { kind: "source.publish" as const, organisations, participants, sources, speakers };
}

/** Whoever had a pseudonym elsewhere keeps it; the others draw from what is left. */
function numbered(view: View, { participants, numbers }: ProjectBring, changes: readonly Change[]): readonly Change[] {
  if (Object.keys(numbers).length === 0) return changes;
  const taken = new Set(view.numbersTaken());
  const kept = new Map<string, number>();
  for (const { id } of participants) {
    const number = numbers[id];
    if (number === undefined || taken.has(number)) continue;
    kept.set(id, number);
    taken.add(number);
  }
  const others = ids(participants).filter((id) => !kept.has(id));
  const drawn = drawNumbers(others, taken);
  for (const [at, id] of others.entries()) kept.set(id, drawn[at] ?? 0);
  return changes.map((change) =>
    change.op === "put" && change.noun === "participant"
      ? { ...change, after: { ...change.after, number: kept.get(change.id) ?? 0 } }
      : change,
  );
}

function ids(all: readonly Readonly<{ id: string }>[]): string[] {
  return all.map(({ id }) => id);
}

function takenBy(view: View, { quotes, insights, memos, boards }: ProjectBring): Fault | null {
  const fresh: readonly (readonly [Noun, readonly Readonly<{ id: string }>[]])[] = [
    ["quote", quotes],
    ["insight", insights],
    ["memo", memos],
    ["board", boards],
    ["theme", boards.flatMap(({ themes }) => themes)],
    ["card", boards.flatMap(({ cards }) => cards)],
  ];
  for (const [noun, all] of fresh) {
    const one = all.find(({ id }) => view.get(noun, id));
    if (one) return { code: "row.taken", noun, id: one.id };
  }
  return null;
}

/** What the study is about, where nobody has said so yet in this language. */
function unsaid(view: View, { study, lang, phrase }: NonNullable<ProjectBring["problem"]>): Change[] {
  const id = slot(study, "problem", lang);
  if ((view.live("wording", id)?.phrase ?? null) !== null) return [];
  return raise(view, "wording", { id, subject: study, field: "problem", lang, phrase, gone: false });
}

/** Rules Q1 and Q2, for texts that come with the same command. */
function quotesIn(view: View, { sources, tags, quotes }: ProjectBring, { person }: Who): Result<Change[], Fault> {
  const revisions = new Map(sources.map(({ id, revision }) => [id, revision]));
  const made = new Set(ids(tags));
  const changes: Change[] = [];
  for (const { id, source, revision, start, end, tags: on } of quotes) {
    const at = view.turnAt(revision, start, end);
    if (revisions.get(source) !== revision || !at || start >= end || end > at.revisionEnd)
      return no({ code: "quote.span", id });
    const lost = on.find((tag) => !made.has(tag) && !view.live("tag", tag));
    if (lost !== undefined) return no(missing("tag", lost));
    const { turn, speaker, question } = at;
    changes.push(...makeQuote({ id, source, by: person }, { revision, start, end, turn, speaker, question }, on));
  }
  return yes(changes);
}

/** The board that findings read. */
function analysed(view: View): string | null {
  return view.related("boards", "").find(({ analysis }) => analysis)?.id ?? null;
}

/** RF30: where nothing lies on the board that findings read, the first comes onto it, so that a new study has no empty one besides. */
function boardsOf(view: View, { boards }: ProjectBring): Change[] {
  const home = analysed(view);
  const bare =
    home !== null &&
    view.related("themesOfBoard", home).length === 0 &&
    view.related("cardsOfBoard", home).length === 0;
  const fellows = view.related("boards", "");
  const fresh = bare ? boards.slice(1) : boards;
  const ords = keysBetween(lastOf(fellows), null, fresh.length);
  return boards.flatMap(({ id: own, name, themes, cards }, at): Change[] => {
    const onto = bare && at === 0;
    const id = onto ? home : own;
    const nth = bare ? at - 1 : at;
    const named =
      onto && view.related("wordingsOf", id).some(({ field, phrase }) => field === "name" && phrase !== null);
    const [themeOrds, cardOrds] = [keysBetween(null, null, themes.length), keysBetween(null, null, cards.length)];
    return [
      ...(onto
        ? []
        : [
            make("board", {
              id,
              analysis: fellows.length === 0 && at === 0,
              owner: null,
              origin: null,
              ord: ords[nth] ?? "a0",
              gone: false,
            }),
          ]),
      ...(named || name === null ? [] : naming(view, id, name)),
      ...parentsFirst(themes.map((theme, n) => ({ ...theme, ord: themeOrds[n] ?? "a0" }))).flatMap(
        ({ texts, ...theme }) => [
          make("theme", { ...theme, board: id, status: "candidate", locked: false, collapsed: false, gone: false }),
          ...texts.flatMap((text) => say(theme.id, text.field, text)),
        ],
      ),
      ...cards.map((card, n) => make("card", { ...card, board: id, ord: cardOrds[n] ?? "a0", gone: false })),
    ];
  });
}

function naming(
  view: View,
  board: string,
  { lang, phrase }: Readonly<{ lang: "en" | "cy"; phrase: string }>,
): Change[] {
  const wording = { id: slot(board, "name", lang), subject: board, field: "name", lang, phrase, gone: false } as const;
  return raise(view, "wording", wording);
}
