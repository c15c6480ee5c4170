import { parseTextDirectives, type TextDirective } from '#core/passage/text-directive.ts'

/**
 * The passages that the page was opened at. Browsers strip them from `location`; only the performance entry of the
 * navigation has them, and not in every browser. A reload has none: it keeps its scroll position.
 */
export const openedPassages: readonly TextDirective[] = readOpenedPassages()

function readOpenedPassages(): TextDirective[] {
  const [entry] = performance.getEntriesByType('navigation')
  return entry === undefined ? [] : parseTextDirectives(entry.name)
}
