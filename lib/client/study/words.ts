/**
 * Words by id, as this reader may see them; what is not here yet is fetched together a moment later.
 */
export type Said = Readonly<{ lang: string; words: string }>;
export type Answer = Readonly<{
  phrases: Readonly<Record<string, Said>>;
  names: Readonly<Record<string, string>>;
  quotes: Readonly<Record<string, Said>>;
}>;
export type Asked = Readonly<{ phrases: string[]; names: string[]; quotes: string[] }>;

const MOST = 2000; // ids in one request

export class Words {
  private readonly phrases = new Map<string, Said | null>();
  private readonly names = new Map<string, string | null>();
  private readonly quotes = new Map<string, Said | null>();
  private readonly wanted = { phrases: new Set<string>(), names: new Set<string>(), quotes: new Set<string>() };
  private readonly listeners = new Set<() => void>();
  private readonly ask: (asked: Asked) => Promise<Answer>;
  private fetching = false;
  private coming: Promise<Answer | null> | null = null;
  version = 0;

  constructor(ask: (asked: Asked) => Promise<Answer>) {
    this.ask = ask;
  }

  /** A phrase: null where it is empty, erased or not there for this reader; undefined while it is fetched. */
  phrase(id: string | null | undefined): Said | null | undefined {
    return id ? this.find("phrases", id) : null;
  }

  /** A real name, for those who may read originals; null for everybody else. */
  name(id: string | null | undefined): string | null | undefined {
    return id ? this.find("names", id) : null;
  }

  /** The words of a quote. */
  quote(id: string): Said | null | undefined {
    return this.find("quotes", id);
  }

  /** Keeps words that came without being asked for. Tells nobody where there are none: a card that is moved says nothing new. */
  keep(answer: Answer): void {
    if (this.take(answer)) this.tell();
  }

  /** Answers whether there was anything to take. */
  private take({ phrases, names, quotes }: Answer): boolean {
    const said = Object.entries(phrases);
    const named = Object.entries(names);
    const quoted = Object.entries(quotes);
    for (const [id, words] of said) this.phrases.set(id, words);
    for (const [id, name] of named) this.names.set(id, name);
    for (const [id, words] of quoted) this.quotes.set(id, words);
    return said.length + named.length + quoted.length > 0;
  }

  /** All quotes are on their way: until they are here, none is asked for alone. */
  await(all: Promise<Answer | null>): void {
    this.coming = all;
    void all.then((answer) => {
      if (this.coming !== all) return;
      this.coming = null;
      if (answer) this.take(answer);
      this.tell(); // in any case: what was not among them may be asked for alone now
    });
  }

  /** Forgets everything that an overlay may change (for readers who see one). */
  forget(): void {
    this.coming = null;
    this.phrases.clear();
    this.names.clear();
    this.quotes.clear();
    this.tell();
  }

  /** Fetches quotes anew whose words have changed; what is known of them stands until then. */
  renew(quotes: Iterable<string>): void {
    const ids = [...quotes];
    if (this.coming) return void this.coming.then(() => this.renew(ids));
    for (const id of ids) if (this.quotes.has(id)) this.want("quotes", id);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private find(kind: "phrases" | "quotes", id: string): Said | null | undefined;
  private find(kind: "names", id: string): string | null | undefined;
  private find(kind: "phrases" | "names" | "quotes", id: string) {
    const known = this[kind].get(id);
    const comes = kind === "quotes" && this.coming !== null;
    if (known === undefined && !comes) this.want(kind, id);
    return known;
  }

  private want(kind: "phrases" | "names" | "quotes", id: string): void {
    if (this.wanted[kind].has(id)) return;
    this.wanted[kind].add(id);
    if (this.fetching) return;
    this.fetching = true;
    setTimeout(() => void this.fetch(), 4);
  }

  private async fetch(): Promise<void> {
    const take = (set: Set<string>) => [...set].slice(0, MOST);
    const asked = {
      phrases: take(this.wanted.phrases),
      names: take(this.wanted.names),
      quotes: take(this.wanted.quotes),
    };
    try {
      const answer = await this.ask(asked);
      // What was asked for and did not come is not there for this reader.
      for (const id of asked.phrases) this.phrases.set(id, answer.phrases[id] ?? null);
      for (const id of asked.names) this.names.set(id, answer.names[id] ?? null);
      for (const id of asked.quotes) this.quotes.set(id, answer.quotes[id] ?? null);
    } catch {
      // The next look asks again.
    }
    for (const id of asked.phrases) this.wanted.phrases.delete(id);
    for (const id of asked.names) this.wanted.names.delete(id);
    for (const id of asked.quotes) this.wanted.quotes.delete(id);
    const { phrases, names, quotes } = this.wanted;
    if (phrases.size + names.size + quotes.size > 0) setTimeout(() => void this.fetch(), 4);
    else this.fetching = false;
    this.tell();
  }

  private tell(): void {
    this.version++;
    for (const listener of this.listeners) listener();
  }
}
