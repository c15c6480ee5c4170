import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { parseStatistics, type StatisticsFile } from '#contract/statistics-file.ts'
import { loadListMessages } from '../load-messages.ts'
import { makeWords } from '../words.ts'
import { loadStatisticsMessages } from './load-statistics-messages.ts'
import { StatisticsView } from './statistics-view.tsx'

const statistics: StatisticsFile = {
  step: 'month',
  first: '2019-11',
  all: [1, 2, 0, 1_200],
  facets: [{ facet: 'source', values: [{ value: '<b>', count: 3, steps: [1, 2, 0, 0] }] }],
  lengths: [
    { from: 0, count: 5 },
    { from: 1, count: 4 },
    { from: 2, count: 3 },
    { from: 5, count: 2 },
  ],
  missing: { text: 1, picture: 2, date: 3, original: 4 },
  articles: 14,
  posts: 1_206,
}

async function render(change: Partial<StatisticsFile> = {}) {
  const words = makeWords(
    { ...(await loadListMessages('en')), ...(await loadStatisticsMessages('en')) },
    'en',
  )
  return renderToStaticMarkup(
    <StatisticsView
      statistics={parseStatistics({ ...statistics, ...change })}
      words={words}
      locale="en-GB"
      toHref={({ facet, value, year }) => ['/?', facet, value, year].filter(Boolean).join(' ')}
    />,
  )
}

test('each year has its sum, which leads to its list; a year without posts of a value leads nowhere', async () => {
  const html = await render()
  const links = [...html.matchAll(/href="([^"]*)">([\d,]+)</g)].map(
    ([, href, text]) => `${href} = ${text}`,
  )
  const overTime = links.filter((link) => !/length|missing/.test(link))
  expect(overTime).toEqual([
    '/? = 1,206',
    '/? 2020 = 1,200',
    '/? 2019 = 3',
    '/? source &lt;b&gt; = 3',
    '/? source &lt;b&gt; 2019 = 3',
  ])
})

test('lengths are named in minutes', async () => {
  const names = [...(await render()).matchAll(/scope="row">([^<]*)</g)].map(([, name]) => name)
  expect(names).toEqual(
    expect.arrayContaining([
      'less than 1 minute',
      '1 minute',
      '2 to 4 minutes',
      '5 minutes or more',
    ]),
  )
})

test('drawings are hidden from readers of tables, and have a bar for each month with posts', async () => {
  const html = await render()
  expect(html.match(/<svg/g)).toHaveLength(html.match(/<svg[^>]*aria-hidden="true"/g)?.length ?? 0)
  expect(/<path d="([^"]*)"/.exec(html)?.[1]?.match(/M/g)).toHaveLength(3)
})

test('an archive without dates has lengths and what is missing alone', async () => {
  const html = await render({ first: undefined, all: [] })
  expect(html).not.toContain('<path')
  expect(html).toContain('What is missing')
})
