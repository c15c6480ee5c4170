import { availableParallelism, loadavg, totalmem } from 'node:os'
import { toText, type Row, type Table } from './row.ts'
import { findTarget } from './targets.ts'

/** Load below which nothing else was going on. */
const quietLoad = 0.7

/** The machine, the day, and whether other work falsifies the times that follow. */
export function describeRun(versions: readonly string[]): string {
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  const [load = 0] = loadavg()
  const busy =
    load > quietLoad
      ? ` **The machine was busy with other work** (load ${load.toFixed(1)}): times on the clock are too long.`
      : ''
  const machine = `${availableParallelism()} cores, ${gigabytes} GB of memory`
  return `${machine}, ${new Date().toISOString().slice(0, 10)}; ${versions.join(', ')}.${busy}`
}

/** A table of Markdown with the targets for so many posts; reads well on a terminal too. */
export function toMarkdown({ title = '', peer, rows }: Table, size: number): string {
  const heading = [title, 'measured', 'target', '', ...(peer === undefined ? [] : [peer])]
  const lines = [heading, ...rows.map((row) => toCells(row, size).slice(0, heading.length))]
  const widths = heading.map((_, at) => Math.max(3, ...lines.map((line) => line[at]?.length ?? 0)))
  const [first = [], ...others] = lines.map((line) =>
    line.map((cell, at) => cell.padEnd(widths[at] ?? 0)),
  )
  const rule = first.map((cell) => '-'.repeat(cell.length))
  return [first, rule, ...others].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

function toCells({ what, measured, values = [], unit = '', least, peer = '' }: Row, size: number) {
  const most = findTarget(what, size)
  if (least !== undefined) {
    const target = least === 1 ? '1.00' : `>= ${least}`
    return [what, measured, target, toVerdict(values.every((value) => value >= least)), peer]
  }
  if (most === undefined || values.length === 0) return [what, measured, '', '', peer]
  const isMet = values.every((value, at) => value <= (most[at] ?? 0))
  return [what, measured, `<= ${toText(most, unit)}`, toVerdict(isMet), peer]
}

function toVerdict(isMet: boolean): string {
  return isMet ? 'met' : '**missed**'
}
