/** Brings the error summary to the eye and the ear when a form came back. */
export function enhanceFocus(root: ParentNode): void {
  root.querySelector<HTMLElement>('[data-focus]')?.focus()
}
