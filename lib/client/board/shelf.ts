/** The boards of a study as one person sees them, and what is done with whole boards. */
import type { Lang } from "#lib/domain/field.ts";
import { byOrd } from "#lib/domain/order.ts";
import type { Outcome } from "#lib/domain/study/outcome.ts";
import type { Rows } from "#lib/domain/study/rows.ts";
import type { OpenStudy } from "#lib/client/study/session.ts";

export type ShelfBoard = Readonly<{
  id: string;
  cards: number;
  /** Whether findings read it. */
  analysis: boolean;
  /** Whether nobody else sees it. */
  hidden: boolean;
}>;

/** The boards in their order. Cost: one pass over all cards, so it is asked for when the list is shown. */
export function shelfOf(rows: Rows): readonly ShelfBoard[] {
  return rows
    .related("boards", "")
    .toSorted(byOrd)
    .map(({ id, analysis, owner }) => ({
      id,
      cards: rows.related("cardsOfBoard", id).length,
      analysis,
      hidden: owner !== null,
    }));
}

/** The first name of a numbered run that no board has yet. */
export function freeName(taken: readonly string[], from: number, name: (number: number) => string): string {
  let number = from;
  while (taken.includes(name(number))) number++;
  return name(number);
}

/** One gesture, one command, as with cards; see `deeds.ts`. Those that make a board return its id. */
export class BoardDeeds {
  private readonly session: OpenStudy;
  private readonly lang: Lang;

  constructor(session: OpenStudy, lang: Lang) {
    this.session = session;
    this.lang = lang;
  }

  add(name: string): string {
    const id = crypto.randomUUID();
    const draft = this.session.draft();
    void draft.send({ kind: "board.add", id, name: { lang: this.lang, phrase: draft.phrase(this.lang, name) } });
    return id;
  }

  /** Makes a board like another; `hidden`: for this person alone. */
  copy(from: string, name: string, hidden: boolean): string {
    const id = crypto.randomUUID();
    const draft = this.session.draft();
    const said = { lang: this.lang, phrase: draft.phrase(this.lang, name) };
    void draft.send({ kind: "board.copy", id, from, hidden, name: said });
    return id;
  }

  share(id: string): Promise<Outcome> {
    return this.session.send({ kind: "board.share", id });
  }

  analyse(id: string): Promise<Outcome> {
    return this.session.send({ kind: "board.analyse", id });
  }

  remove(id: string): Promise<Outcome> {
    return this.session.send({ kind: "board.remove", id });
  }
}
