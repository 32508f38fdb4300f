const shownMilliseconds = 2000

/** Shows the copy buttons, which without scripts would do nothing, and makes them say that they did it. */
export function enhanceCopying(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false
    const words = button.textContent
    button.setAttribute('aria-live', 'polite')
    button.addEventListener('click', () => {
      // refused without a person's gesture or outside https: the text stays on the page to be copied by hand
      navigator.clipboard?.writeText(button.dataset['copy'] ?? '').then(() => {
        button.textContent = button.dataset['copied'] ?? words
        setTimeout(() => (button.textContent = words), shownMilliseconds)
      }, () => {})
    })
  }
}
