/** Where the focus goes when the tray is opened and closed by hand. */

/** To the tray, once it is there. */
export function focusTray(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(".board-tray")?.focus({ preventScroll: true }));
}

/** Back to the button that opens it. */
export function focusTrayButton(): void {
  document.querySelector<HTMLElement>("#board-tray-button")?.focus();
}
