/** What the members of a study are called, also those who have left it; asked for when first needed, and again when somebody is unknown. */
export type Named = Readonly<{ id: string; name: string }>;

export class Members {
  version = 0;
  private readonly names = new Map<string, string>();
  private readonly asked = new Set<string>(); // who was unknown when last asked for
  private readonly listeners = new Set<() => void>();
  private readonly ask: () => Promise<readonly Named[]>;
  private asking = false;

  constructor(ask: () => Promise<readonly Named[]>) {
    this.ask = ask;
  }

  /** A person's name; null where it is not known (yet). */
  name(person: string): string | null {
    const known = this.names.get(person);
    if (known !== undefined) return known;
    if (!this.asking && !this.asked.has(person)) {
      this.asking = true;
      this.asked.add(person);
      setTimeout(() => void this.fetch());
    }
    return null;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async fetch(): Promise<void> {
    try {
      for (const { id, name } of await this.ask()) this.names.set(id, name);
    } catch {
      this.asked.clear(); // the next look asks again
    }
    this.asking = false;
    this.version++;
    for (const listener of this.listeners) listener();
  }
}
