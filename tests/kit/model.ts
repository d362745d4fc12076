/**
 * What the server should do, without a server: the same `decide` over all rows of a study, in one line, with nothing
 * loaded, batched or saved. Rules: docs/spec/sync.md, Y1 to Y8 and Y60 onwards.
 */
import { may } from "#lib/domain/member/shape.ts";
import { evolve } from "#lib/domain/study/change.ts";
import type { Change } from "#lib/domain/study/change.ts";
import { capabilityOf, decide, LASTING, needs } from "#lib/domain/study/command.ts";
import type { Command, Plain } from "#lib/domain/study/command.ts";
import { mayTouch } from "#lib/domain/study/hidden.ts";
import type { Event, Outcome } from "#lib/domain/study/outcome.ts";
import { NOUNS, Rows } from "#lib/domain/study/rows.ts";
import type { Noun } from "#lib/domain/study/rows.ts";
import { decideUndo } from "#lib/domain/study/undo.ts";
import type { Script } from "#tests/kit/commands.ts";
import { turnAt } from "#tests/kit/scripts.ts";

type Logged = Readonly<{
  seq: number;
  actor: string;
  kind: string;
  mode: Event["mode"];
  target: number | null;
  changes: readonly Change[];
}>;
type Item = Readonly<{ cmdId: string; person: string; command: Command }>;

export class Model {
  readonly rows = new Rows();
  readonly log: Logged[] = [];
  private readonly scripts: readonly Script[];

  constructor(scripts: readonly Script[]) {
    this.scripts = scripts;
  }

  /** Another one that stands where this one stands. */
  copy(): Model {
    const copy = new Model(this.scripts);
    for (const noun of NOUNS) fill(copy.rows, this.rows, noun);
    copy.log.push(...this.log);
    return copy;
  }

  /** Takes in what happened before: events that took nothing back. */
  begin(events: readonly Event[]): void {
    for (const { seq, actor, kind, mode, changes } of events) {
      this.log.push({ seq, actor, kind, mode, target: null, changes });
      for (const change of changes) evolve(this.rows, change);
    }
  }

  /** Tells the rows what texts say at the spans that a command names, as the database would. */
  learn(command: Plain): void {
    for (let round = 0; round < 4; round++) {
      for (const need of needs(this.rows, command)) {
        if (need.need !== "turn") continue;
        const { revision, start, end } = need;
        const script = this.scripts.find((one) => one.revision === revision);
        const at = script && turnAt(this.rows, script, start, end);
        if (at) this.rows.learn({ kind: "turn", revision, start, end, at });
      }
    }
  }

  /** Carries a command out. */
  give({ cmdId, person, command }: Item): Outcome {
    const refused = (code: string): Outcome => ({ cmdId, refused: code });
    const member = this.rows.live("member", person);
    const role = member?.role ?? null;
    if (!may(role, capabilityOf(command.kind))) return refused(role === null ? "role.none" : "role.refused");
    let about: Omit<Logged, "seq" | "actor" | "changes">;
    let changes: readonly Change[];
    if (command.kind === "undo" || command.kind === "redo") {
      const found = command.kind === "undo" ? this.lastDone(person) : this.lastUndone(person);
      if (!found) return refused("undo.none");
      if (!may(role, capabilityOf(found.kind as Plain["kind"]))) return refused("role.refused"); // the log holds kinds only
      about = { kind: found.kind, mode: command.kind, target: found.seq };
      const decided = command.how === "skip" ? null : decideUndo(this.rows, found.changes, command.how === "force");
      if (decided && !decided.ok) return refused(decided.fault.code);
      changes = decided?.value ?? [];
    } else {
      this.learn(command);
      const decided = decide(this.rows, command, { person });
      if (!decided.ok) return refused(decided.fault.code);
      if (decided.value.length === 0) return { cmdId, same: true };
      about = { kind: command.kind, mode: "do", target: null };
      changes = decided.value;
    }
    if (!mayTouch(this.rows, changes, person)) return refused("row.missing");
    const seq = (this.log.at(-1)?.seq ?? 0) + 1;
    this.log.push({ seq, actor: person, ...about, changes });
    for (const change of changes) evolve(this.rows, change);
    return { cmdId, seq };
  }

  private lastDone(person: string): Logged | undefined {
    const lasting: readonly string[] = LASTING;
    return this.log.findLast(
      ({ seq, actor, mode, kind }) =>
        actor === person &&
        mode !== "undo" &&
        !lasting.includes(kind) &&
        !this.log.some(({ target }) => target === seq),
    );
  }

  private lastUndone(person: string): Logged | undefined {
    const lasting: readonly string[] = LASTING;
    const since = this.log.findLast(
      ({ actor, mode, kind }) => actor === person && mode === "do" && !lasting.includes(kind),
    );
    return this.log.findLast(
      ({ seq, actor, mode }) =>
        actor === person &&
        mode === "undo" &&
        seq > (since?.seq ?? 0) &&
        !this.log.some(({ target }) => target === seq),
    );
  }
}

function fill<N extends Noun>(to: Rows, from: Rows, noun: N): void {
  to.fill(noun, [...from.every(noun)]);
}
