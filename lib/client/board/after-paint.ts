/** Does something once the frame that is being made has been drawn: asked for within a frame, a message comes after it. */
export class AfterPaint {
  private readonly channel = new MessageChannel();
  private wanted: (() => void) | null = null;

  constructor() {
    this.channel.port1.onmessage = () => {
      const { wanted } = this;
      this.wanted = null;
      wanted?.();
    };
  }

  /** Does it once, however often it is asked for until then. */
  run(what: () => void): void {
    if (this.wanted === null) this.channel.port2.postMessage(null);
    this.wanted = what;
  }

  close(): void {
    this.wanted = null;
    this.channel.port1.close();
  }
}
