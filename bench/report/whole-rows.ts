import { toCostText, toPeak, toWall } from './cost-text.ts'
import { bounded, format, row, type FigureRow } from './figure-row.ts'
import type { LighthouseFigures, SetResults } from './results.ts'
import { lighthouseTargets, type Targets } from './targets.ts'

/** Figures of whole builds: a page for every post, lists, feeds and search. */
export function toWholeRows({ whole, size }: SetResults, bounds: Targets): FigureRow[] {
  if (whole === undefined) return []
  const { costs, output, hugo } = whole
  const rows = [
    row('whole build, pages and search', `${toCostText(costs)}, ${toPace(size, costs)}`),
    row('whole build: peak memory', `${format(toPeak(costs))} MB`),
    row('whole build: output', `${format(output.files)} files, ${format(output.bytes / 1e6)} MB`),
  ]
  if (hugo.length === 0) return rows
  const ratio = toWall(costs) / toWall(hugo)
  const what = "whole build as a part of Hugo's time"
  const most = bounds.wholePartOfHugo
  rows.push(
    row('Hugo beside it', `${toCostText(hugo)}, ${toPace(size, hugo)}`),
    most === undefined ? row(what, format(ratio)) : bounded(what, { value: ratio, most, unit: '' }),
  )
  return rows
}

function toPace(pages: number, costs: Parameters<typeof toWall>[0]): string {
  return `${format((pages / toWall(costs)) * 1000)} pages/s`
}

/** Lighthouse's points of each page. */
export function toLighthouseRows({ pages, version }: LighthouseFigures): FigureRow[] {
  return pages.flatMap(({ name, ...points }) =>
    Object.entries(lighthouseTargets).map(([category, { least, words }]) => {
      const value = points[category as keyof typeof lighthouseTargets]
      return {
        what: `Lighthouse ${version}, ${name}: ${words}`,
        measured: String(value),
        target: `>= ${least}`,
        isMet: value >= least,
      }
    }),
  )
}
