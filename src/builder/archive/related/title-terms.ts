import { TitleRuns } from '../terms/title-runs.ts'
import type { TermTable } from './term-table.ts'

/** A term that a title holds. */
export interface TitleTerm {
  slot: number
  /** As the title writes it. */
  written: string
}

/** Finds the terms of a title that others have as well: from left to right, the longest at each place. */
export function findTitleTerms(title: string, table: TermTable, isTerm: Uint8Array): TitleTerm[] {
  const runs = new TitleRuns(title)
  const found: TitleTerm[] = []
  for (let at = 0; at < runs.units.length;) {
    let longest: { slot: number; start: number; end: number; hash: number } | undefined
    runs.visitFrom(at, (run) => {
      const slot = table.find(run.hash)
      if (isTerm[slot] === 1) longest = { slot, ...run }
    })
    if (longest === undefined) at++
    else {
      found.push({ slot: longest.slot, written: runs.written(longest) })
      at = longest.end
    }
  }
  return found
}
