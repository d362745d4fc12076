/** Hides an element or shows it. Where that holds already it is left alone: even to say it again has its style worked out. */
export function hide(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}
