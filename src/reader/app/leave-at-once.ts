/** How long what is stored may take to go before the page is left, milliseconds. */
const longestMs = 2_000

/**
 * Empties the screen before anything else, then has all that is stored deleted, by code that is loaded for it, and leaves for an
 * empty page: after two seconds whatever is done by then, the code included.
 */
export function leaveAtOnce(): void {
  document.head.replaceChildren()
  document.body.replaceChildren()
  setTimeout(leave, longestMs)
  void import('#reader/data/stored/forget-all.ts')
    .then(({ forgetStored }) => forgetStored())
    .then(leave, leave)
}

function leave(): void {
  location.replace('about:blank')
}
