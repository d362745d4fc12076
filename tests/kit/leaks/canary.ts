/**
 * Canaries: names that nobody could guess, one or several for each place where a name can hide, so that one that gets out says
 * which place let it.
 *
 * Every one is a word of letters alone, `head + mark + tail`: the head can mutate as Welsh names do, the mark is the same for all of a
 * run, so that one search finds them all, and the tail tells which it is.
 */
import { randomInt } from "node:crypto";

/**
 * Who may never be told. `name`, a name of the study, and `secret`, what is no name and stays with those who work in it: neither
 * observers nor files. `unquoted`, what somebody said who agreed to no quote, and `team`, what a colleague is called: no file (the log
 * alone names colleagues). `agreed`, an organisation that may be named: only the list of respondents, once.
 */
export type Sort = "name" | "secret" | "unquoted" | "team" | "agreed";
export type Canary = Readonly<{ word: string; place: string; sort: Sort }>;

/** The names of one place, by what they name. */
export type Names = Readonly<{ given: string; family: string; body: string; term: string }>;

const HEADS = ["Ca", "Pe", "To", "Ba", "Do", "Gu", "Ma", "Lla", "Rhe"] as const; // all nine that mutate
const MARK = "qzxvkj"; // letters that English and Welsh hardly use beside each other
const TAIL = "bcdfghlmnprst";
const VOWELS = "aeiou";

/** What each head becomes softened, nasalised where it can be, and without its accent. */
const MUTATED: Readonly<Record<string, string>> = {
  Ca: "Ngha",
  Pe: "Mhe",
  To: "Nho",
  Ba: "Fa",
  Do: "Ddo",
  Gu: "U",
  Ma: "Fa",
  Lla: "La",
  Rhe: "Re",
};

export class Cage {
  readonly mark: string;
  readonly canaries: Canary[] = [];
  private readonly tails = new Map<string, Canary>();

  constructor() {
    this.mark = syllables(MARK, 4);
  }

  /** Makes one canary for a place. */
  make(place: string, sort: Sort): string {
    let tail = syllables(TAIL, 3);
    while (this.tails.has(tail)) tail = syllables(TAIL, 3);
    const head = HEADS[this.canaries.length % HEADS.length] ?? "Ca";
    const canary = { word: `${head}${this.mark}${tail}`, place, sort };
    this.canaries.push(canary);
    this.tails.set(tail, canary);
    return canary.word;
  }

  /** Makes the names of a place. */
  names(place: string): Names {
    return {
      given: this.make(`${place} · given name`, "name"),
      family: this.make(`${place} · surname`, "name"),
      body: this.make(`${place} · organisation`, "name"),
      term: this.make(`${place} · term`, "name"),
    };
  }

  /** The canary whose tail stands here; null where it is cut off or disturbed. */
  known(tail: string): Canary | null {
    return this.tails.get(tail.slice(0, 6)) ?? null;
  }
}

/** A name as Welsh has it after some words. */
export function mutated(word: string): string {
  const head = HEADS.find((one) => word.startsWith(one)) ?? "";
  return `${MUTATED[head] ?? head}${word.slice(head.length)}`;
}

/** A name with an accent that it is entered without. */
export function accented(word: string): string {
  return word.replace(/[aeo](?=[a-z]*$)/, (vowel) => ({ a: "â", e: "é", o: "ö" })[vowel] ?? vowel);
}

/** A sentence with a place's names, in the ways in which people write them. */
export function said({ given, family, body, term }: Names, lang: "en" | "cy" = "en"): string {
  return lang === "cy"
    ? `Gyda ${given} ${family} yng Nghyngor ${body} cawsom ${term}; dywed ${family.toUpperCase()} yn ${mutated(body)} am ${accented(term)}, medd ${given.toLowerCase()}.`
    : `With ${given} ${family} of Cyngor ${body} we had ${term}; ${family}’s people at ${mutated(body)}, ${family.toUpperCase()} and ${accented(term)}, said ${given.toLowerCase()}.`;
}

/** As little as names a place: for what is short. */
export function brief({ family, body, term }: Names): string {
  return `${term} at ${body} (${family})`;
}

function syllables(consonants: string, count: number): string {
  const one = (of: string) => of.charAt(randomInt(of.length));
  return Array.from({ length: count }, () => one(consonants) + one(VOWELS)).join("");
}

/** Words that stand in what is said around names: what somebody would look for. */
export const ordinary = ["people", "we had", "said", "cawsom", "dywed", '"asked"', "Cyngor"] as const;
