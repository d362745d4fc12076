/** Writes commands with the words and names that they speak of, and sends them in somebody's name. */
import { randomUUID } from "node:crypto";
import type { Command } from "#lib/domain/study/command.ts";
import type { NewName, NewPhrase, Sent } from "#lib/domain/study/outcome.ts";
import type { Field } from "#lib/domain/wording/shape.ts";
import { give } from "#tests/kit/board.ts";
import type { At } from "#tests/kit/bring.ts";

type Lang = "en" | "cy";
type Said = Readonly<{ lang: Lang; phrase: string }>;

export class Pen {
  private readonly at: At;
  private phrases: NewPhrase[] = [];
  private names: NewName[] = [];
  private waiting: Sent[] = [];

  constructor(at: At) {
    this.at = at;
  }

  /** Words that a command will speak of. */
  say(words: string, lang: Lang = "en"): Said {
    const phrase = randomUUID();
    this.phrases.push({ id: phrase, lang, words });
    return { lang, phrase };
  }

  /** A name that a command will speak of; its id. */
  name(subject: string, field: NewName["field"], words: string): string {
    const id = randomUUID();
    this.names.push({ id, subject, field, words });
    return id;
  }

  /** Adds a command, with all that was said since the one before. */
  do(command: Command): void {
    this.waiting.push({ cmdId: randomUUID(), command, phrases: this.phrases, names: this.names });
    [this.phrases, this.names] = [[], []];
  }

  /** Says what a text slot says that was empty, or said something else. */
  set(subject: string, field: Field, words: string, lang: Lang = "en", was: string | null = null): void {
    const { phrase } = this.say(words, lang);
    this.do({ kind: "wording.set", subject, field, lang, phrase, was });
  }

  /** Sends all of it, in order. */
  async send(): Promise<void> {
    const commands = this.waiting;
    this.waiting = [];
    await give(this.at, commands);
  }
}
