import type { PictureReport } from './download/picture-report.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { toSizeText } from '#core/text/size-text.ts'

const examplesShown = 3

/** The report of a run for people: one summary line, then the failures, then the hosts given up on. */
export function toImagesLines(report: PictureReport): string[] {
  const { addresses, kept, failed, left, fetched, grownBytes } = report
  const lines = [
    `${toCountText(addresses, 'picture')} in the posts: ${kept} stored, ${failed} failed, ${left} not requested yet`,
    `${fetched} downloaded in this run, ${toSizeText(grownBytes)} added`,
  ]
  for (const group of groupByReason(report.failures)) lines.push(...toGroupLines(group))
  for (const { host, left, reason } of report.hosts) {
    lines.push(`${host}: ${left} left, ${reason}`)
  }
  if (left > 0) lines.push('Run the same command again to continue.')
  return lines
}

type Failure = PictureReport['failures'][number]

function groupByReason(failures: readonly Failure[]): Failure[][] {
  const groups = new Map<string, Failure[]>()
  for (const failure of failures) {
    const group = groups.get(failure.reason)
    if (group === undefined) groups.set(failure.reason, [failure])
    else group.push(failure)
  }
  return [...groups.values()].toSorted((a, b) => b.length - a.length)
}

function toGroupLines(group: readonly Failure[]): string[] {
  const [first] = group
  if (first === undefined) return []
  const rest = group.length > examplesShown ? [`  … and ${group.length - examplesShown} more`] : []
  return [
    '',
    `×${group.length} ${first.reason} ${first.hint}`,
    ...group.slice(0, examplesShown).map(({ address }) => `  ${address}`),
    ...rest,
  ]
}
