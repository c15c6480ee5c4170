import { parseTextDirectives, type TextDirective } from '#core/passage/text-directive.ts'

/**
 * The passages that the page was opened at. Browsers keep them out of `location`; the entry of the navigation has them, where it has
 * them at all. A reload has none: it stays where it was.
 */
export const openedPassages: readonly TextDirective[] = readOpenedPassages()

function readOpenedPassages(): TextDirective[] {
  const [entry] = performance.getEntriesByType('navigation')
  return entry === undefined ? [] : parseTextDirectives(entry.name)
}
