// A file of its own: the first script names it instead of what it loads.
import { showRareWords } from '#reader/language/language.ts'

/** Loads the articles that were begun, with their words. */
export async function loadBegun() {
  const code = import('./continue-reading.tsx')
  await showRareWords()
  return (await code).ContinueReading
}
