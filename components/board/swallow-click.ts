/** The click that ends a drag chooses nothing: it is kept from everybody. */
export function swallowClick(): void {
  const stop = (event: MouseEvent) => event.stopPropagation();
  addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", stop, { capture: true }), 50);
}
