import { gapNames, parseStatistics, type StatisticsFile } from '#contract/statistics-file.ts'
import type { Manifest } from '#contract/manifest.ts'
import { toLengthBand } from '#core/text/length-band.ts'
import type { Output } from '#builder/site/assembly/output.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { expectCount } from '#builder/site/verify/expect-count.ts'
import { countStatistics } from './count-statistics.ts'

/** Numbers of the archive: posts over time by source, language and kind, lengths, and what is missing. */
export const statisticsOutput: Output = {
  plan: ({ posts, options }) => ({
    write: async ({ writer, parts }) => {
      const counts = countStatistics(posts, options.timeZone, parts.get('facets'))
      return { statistics: { counts, file: await writer.writeJson('statistics', counts) } }
    },
  }),
  verify: verifyStatistics,
}

/** The numbers add up to those of the manifest. */
async function verifyStatistics(
  { statistics, counts, facets }: Manifest,
  site: BuiltSite,
): Promise<string[]> {
  if (statistics === undefined) return []
  const file = await site.readJson('statistics', statistics, parseStatistics)
  if (file === undefined) return []
  const { all, unplaced = 0, missing, lengths, articles, posts } = file
  return [
    ...expectCount('statistics: posts', posts, counts.posts),
    ...expectCount('statistics: posts over time', sum(all) + unplaced + missing.date, posts),
    ...expectCount(
      'statistics: articles by length',
      sum(lengths.map(({ count }) => count)),
      articles,
    ),
    ...verifyParts('length', lengths.map(toNamedCount), facets),
    ...verifyParts(
      'missing',
      gapNames.map((value) => ({ value, count: missing[value] })),
      facets,
    ),
    ...file.facets.flatMap(({ facet, values }) => {
      const top = facets.find((known) => known.facet === facet)?.top ?? []
      return values.flatMap(({ value, count, steps }) => [
        ...expectCount(
          `statistics: ${facet} "${value}"`,
          count,
          top.find((shown) => shown.value === value)?.count ?? 0,
        ),
        ...verifySteps(`${facet} "${value}"`, { count, steps }, file),
      ])
    }),
  ]
}

function toNamedCount({ from, count }: StatisticsFile['lengths'][number]) {
  return { value: toLengthBand(from).value, count }
}

/** The numbers of a facet are those of its values, so that each leads to as many posts. */
function verifyParts(
  name: string,
  counts: readonly { value: string; count: number }[],
  facets: Manifest['facets'],
): string[] {
  const top = facets.find(({ facet }) => facet === name)?.top ?? []
  return counts.flatMap(({ value, count }) =>
    expectCount(
      `statistics: ${name} "${value}"`,
      count,
      top.find((shown) => shown.value === value)?.count ?? 0,
    ),
  )
}

function verifySteps(
  name: string,
  { count, steps }: { count: number; steps: readonly number[] },
  { all, unplaced = 0, missing }: StatisticsFile,
): string[] {
  const isWithin = steps.length === all.length && steps.every((step, at) => step <= (all[at] ?? 0))
  const outside = count - sum(steps)
  return isWithin && outside >= 0 && outside <= unplaced + missing.date
    ? []
    : [`statistics: ${name} has other posts over time than it counts`]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
