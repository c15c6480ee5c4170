/** How long the first paint waits for the style sheet, milliseconds. */
const mostMs = 3_000

/**
 * Lets the page be painted when its style sheet does not come: a plain page that can be read is worth more than a blank
 * one. The sheet counts again as soon as it arrives.
 */
export function limitStyles(): void {
  setTimeout(() => {
    for (const link of document.querySelectorAll<HTMLLinkElement>('head link[rel=stylesheet]')) {
      if (link.sheet !== null) continue
      // A sheet for another medium is loaded, but nothing waits for it.
      link.media = 'print'
      link.addEventListener('load', () => {
        link.media = 'all'
      })
    }
  }, mostMs)
}
