import type { ReactNode } from 'react'
import type { StatisticsFile } from '#contract/statistics-file.ts'
import type { FacetName } from '#core/facet/facet.ts'
import { toLengthBand } from '#core/text/length-band.ts'
import { toYearText } from '../date-words.ts'
import { toNumberText } from '../number-text.ts'
import { toValueText } from '../view/value-text.ts'
import type { Words } from '../words.ts'
import { StepBars } from './step-bars.tsx'

/** The list that a figure leads to: of a value, of a year, or of both. */
export interface FigureTarget {
  facet?: FacetName
  value?: string
  year?: string
}

interface StatisticsViewProps {
  statistics: StatisticsFile
  words: Words
  locale: string
  /** Address of a list; `undefined` where nothing leads there. */
  toHref: (target: FigureTarget) => string | undefined
}

/** Numbers of an archive as tables, with a drawing in each row: the same in the reader and without script. */
export function StatisticsView(props: StatisticsViewProps) {
  const { statistics, words, toHref } = props
  const { first, all, facets, lengths, missing, articles, posts } = statistics
  return (
    <>
      <p className="statistics-facts">
        {words('statistics.posts', { count: posts, number: toNumberText(posts) })}
        {' · '}
        {words('statistics.articles', { count: articles, number: toNumberText(articles) })}
      </p>
      {first === undefined ? null : (
        <>
          <OverTime
            {...props}
            first={first}
            title={words('statistics.all')}
            rows={[{ count: posts, steps: all }]}
          />
          {facets.map(({ facet, values }) => (
            <OverTime
              key={facet}
              {...props}
              first={first}
              facet={facet}
              title={words(`statistics.by.${facet}`)}
              rows={values}
            />
          ))}
        </>
      )}
      <Amounts
        toHref={toHref}
        title={words('statistics.lengths')}
        column={words('statistics.length')}
        of={words('statistics.articlesColumn')}
        rows={lengths.map(({ from, count }, at) => ({
          name: toMinutesText(from, lengths[at + 1]?.from, words),
          count,
          target: { facet: 'length', value: toLengthBand(from).value },
        }))}
      />
      <Amounts
        toHref={toHref}
        title={words('statistics.missing')}
        column={words('statistics.what')}
        of={words('statistics.postsColumn')}
        rows={(['text', 'picture', 'date', 'original'] as const).map((what) => ({
          name: words(`statistics.without.${what}`),
          count: missing[what],
          target: { facet: 'missing', value: what },
        }))}
      />
    </>
  )
}

interface OverTimeProps extends StatisticsViewProps {
  first: string
  title: string
  facet?: FacetName
  rows: readonly { value?: string; count: number; steps: readonly number[] }[]
}

/** A value a row, with its posts over time; the numbers of years are a table of their own, behind a switch. */
function OverTime({ statistics, first, title, facet, rows, words, locale, toHref }: OverTimeProps) {
  const years = toYears(first, statistics)
  const toName = (value: string | undefined) =>
    value === undefined
      ? words('statistics.allPosts')
      : toValueText(facet, value, { words, locale })
  const target = (value: string | undefined): FigureTarget =>
    facet === undefined || value === undefined ? {} : { facet, value }
  return (
    <section className="statistics-part">
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">
              {facet === undefined ? words('statistics.what') : words(`statistics.${facet}`)}
            </th>
            <th scope="col">
              {toYearText(years[0]?.year ?? '', locale)} –{' '}
              {toYearText(years.at(-1)?.year ?? '', locale)}
            </th>
            <th scope="col">{words('statistics.postsColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ value, count, steps }) => (
            <tr key={value ?? ''}>
              <th scope="row">
                <bdi>{toName(value)}</bdi>
              </th>
              <td className="statistics-plot">
                <StepBars steps={steps} />
              </td>
              <td>
                <Figure count={count} href={toHref(target(value))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>{words('statistics.years')}</summary>
        <div className="statistics-years">
          <table aria-label={`${title}: ${words('statistics.years')}`}>
            <thead>
              <tr>
                <th scope="col">{words('statistics.year')}</th>
                {rows.map(({ value }) => (
                  <th key={value ?? ''} scope="col">
                    <bdi>{toName(value)}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...years].reverse().map(({ year, from, to }) => (
                <tr key={year}>
                  <th scope="row">{toYearText(year, locale)}</th>
                  {rows.map(({ value, steps }) => (
                    <td key={value ?? ''}>
                      <Figure
                        count={steps.slice(from, to).reduce((sum, count) => sum + count, 0)}
                        href={toHref({ ...target(value), year })}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}

/** The years that the steps lie in, each with its first step and the one after its last. */
function toYears(first: string, { step, all }: Pick<StatisticsFile, 'step' | 'all'>) {
  const [year = 0, month = 1] = first.split('-').map(Number)
  const years: { year: string; from: number; to: number }[] = []
  for (let from = 0, at = year; from < all.length; at++) {
    const length = step === 'year' ? 1 : from === 0 ? 13 - month : 12
    const to = Math.min(from + length, all.length)
    years.push({ year: String(at).padStart(4, '0'), from, to })
    from = to
  }
  return years
}

function toMinutesText(from: number, next: number | undefined, words: Words): string {
  if (next === undefined) return words('statistics.minutesFrom', { from })
  if (from === 0) return words('statistics.minutesUnder', { to: next })
  return next === from + 1
    ? words('statistics.minutes', { from })
    : words('statistics.minutesTo', { from, to: next - 1 })
}

interface AmountsProps extends Pick<StatisticsViewProps, 'toHref'> {
  title: string
  column: string
  of: string
  rows: readonly { name: string; count: number; target: FigureTarget }[]
}

/** Numbers beside each other, each with a bar. */
function Amounts({ title, column, of, rows, toHref }: AmountsProps) {
  const most = rows.reduce((high, { count }) => Math.max(high, count), 1)
  return (
    <section className="statistics-part">
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{column}</th>
            <td aria-hidden="true" />
            <th scope="col">{of}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, count, target }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="statistics-plot" aria-hidden="true">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={Math.round((10_000 * count) / most) / 100} height="10" />
                </svg>
              </td>
              <td>
                <Figure count={count} href={toHref(target)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Figure({ count, href }: { count: number; href: string | undefined }): ReactNode {
  const number = toNumberText(count)
  return count === 0 || href === undefined ? number : <a href={href}>{number}</a>
}
