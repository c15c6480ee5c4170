import { countRequests } from '../browser/traffic.ts'
import { medianOf } from '../measure/median.ts'
import { bounded, format, row, type FigureRow } from './figure-row.ts'
import { toCostText, toPeak, toWall } from './cost-text.ts'
import type { SetResults } from './results.ts'
import { findTargets, type Targets } from './targets.ts'
import { toLighthouseRows, toWholeRows } from './whole-rows.ts'

/** All figures of a set of posts, with the targets of its size beside them. */
export function toFigureRows(results: SetResults): FigureRow[] {
  const bounds = findTargets(results.size)
  return [
    ...toBuildRows(results, bounds),
    ...toRebuildRows(results, bounds),
    ...toDevRows(results, bounds),
    ...toPeerRows(results, bounds),
    ...toWholeRows(results, bounds),
    ...toReaderRows(results, bounds),
    ...(results.lighthouse === undefined ? [] : toLighthouseRows(results.lighthouse)),
  ]
}

function toBuildRows({ build, size }: SetResults, bounds: Targets): FigureRow[] {
  if (build === undefined) return []
  const wallMs = medianOf(build.fresh.map((cost) => cost.wallMs))
  return [
    row('fresh build', `${toCostText(build.fresh)}, ${Math.round((size / wallMs) * 1000)} posts/s`),
    bounded('fresh build: peak memory', {
      value: toPeak(build.fresh),
      most: bounds.peakMegabytes,
      unit: 'MB',
    }),
    bounded('files in the output', { value: build.output.files, most: bounds.files, unit: '' }),
    row('bytes in the output', `${format(build.output.bytes / 1e6)} MB`),
  ]
}

function toRebuildRows({ rebuild }: SetResults, bounds: Targets): FigureRow[] {
  if (rebuild === undefined) return []
  return [
    bounded('rebuild, nothing changed', {
      value: toWall(rebuild.unchanged) / 1000,
      most: bounds.unchangedSeconds,
      unit: 's',
    }),
    bounded('rebuild, one post added', {
      value: toWall(rebuild.oneAdded) / 1000,
      most: bounds.oneAddedSeconds,
      unit: 's',
    }),
    row(
      'rebuild: peak memory',
      `${format(toPeak([...rebuild.unchanged, ...rebuild.oneAdded]))} MB`,
    ),
  ]
}

function toDevRows({ dev }: SetResults, { devSeconds }: Targets): FigureRow[] {
  if (dev === undefined) return []
  const what = '`dev`, one post changed: pages load again, median'
  const value = medianOf(dev.laterMs) / 1000
  return [
    devSeconds === undefined
      ? row(what, `${format(value)} s`)
      : bounded(what, { value, most: devSeconds, unit: 's' }),
    row(
      '`dev`: slowest change, first change',
      [Math.max(...dev.laterMs), dev.firstMs].map((ms) => `${format(ms / 1000)} s`).join(', '),
    ),
  ]
}

function toPeerRows({ build, peers }: SetResults, bounds: Targets): FigureRow[] {
  return (peers ?? []).flatMap(({ name, leftOut, costs }) => {
    const without = leftOut === 0 ? '' : ` (left out: ${leftOut})`
    const rows = [
      row(`${name}${without}`, toCostText(costs)),
      row(`${name}: peak memory`, `${format(toPeak(costs))} MB`),
    ]
    if (build === undefined) return rows
    const ratio = toWall(build.fresh) / toWall(costs)
    const most = name === 'Hugo' ? bounds.partOfHugo : undefined
    const what = `fresh build as a part of ${name}'s time`
    rows.push(
      most === undefined
        ? row(what, format(ratio))
        : bounded(what, { value: ratio, most, unit: '' }),
    )
    return rows
  })
}

function toReaderRows({ reader }: SetResults, bounds: Targets): FigureRow[] {
  if (reader === undefined) return []
  const { firstLoad, filter, article, minute } = reader
  const { script, data, page } = firstLoad.traffic
  return [
    bounded('first load: requests', {
      value: countRequests(firstLoad.traffic),
      most: bounds.firstLoadRequests,
      unit: '',
    }),
    bounded('first load: data', {
      value: data.bytes / 1000,
      most: bounds.firstLoadKilobytes,
      unit: 'KB',
    }),
    row(
      'first load: requests for data, scripts, page',
      `${data.requests}, ${script.requests}, ${page.requests}`,
    ),
    row(
      'first load: scripts, page',
      `${format(script.bytes / 1000)} KB, ${format(page.bytes / 1000)} KB`,
    ),
    row('first load: first rows', `${format(firstLoad.rowsMs)} ms`),
    bounded('filter by one value, warm', {
      value: filter.oneWarmMs,
      most: bounds.filterMs,
      unit: 'ms',
    }),
    ...(filter.threeWarmMs === undefined
      ? []
      : [
          bounded('filter by three facets, warm', {
            value: filter.threeWarmMs,
            most: bounds.filterMs,
            unit: 'ms',
          }),
        ]),
    row(
      'filter by one value, by three facets, cold',
      [filter.oneColdMs, filter.threeColdMs]
        .map((ms) => (ms === undefined ? 'no third one' : `${format(ms)} ms`))
        .join(', '),
    ),
    bounded('script heap after a minute', {
      value: minute.heapBytes / 1e6,
      most: bounds.heapMegabytes,
      unit: 'MB',
    }),
    bounded('longest task of that minute', {
      value: minute.longestTaskMs,
      most: bounds.longestTaskMs,
      unit: 'ms',
    }),
    row('tasks over 50 ms in that minute', String(minute.longTasks)),
    bounded('article, warm neighbour', {
      value: article.neighbourMs,
      most: bounds.articleMs,
      unit: 'ms',
    }),
    bounded('article, cold: data requests', {
      value: article.coldDataRequests,
      most: bounds.articleRequests,
      unit: '',
    }),
    row('article, cold', `${format(article.coldMs)} ms`),
    row('data requests of four neighbours', String(article.neighbourDataRequests)),
  ]
}
