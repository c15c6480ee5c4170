import { join } from 'node:path'
import { parseQuery } from '#search/query/parse-query.ts'
import { openSite } from '../browser/open-site.ts'
import { openBrowser } from '../browser/reader-page.ts'
import { countFiles } from '../measure/count-files.ts'
import type { BenchOptions } from '../options.ts'
import type { PostSet } from '../posts/post-set.ts'
import type { SearchFigures } from '../report/results.ts'
import { toAgreement } from './agreement.ts'
import { askCold } from './ask-cold.ts'
import { drawQueries } from './draw-queries.ts'
import { measureSearchBuilds } from './measure-search-builds.ts'
import { toMedianAndP95 } from './median-and-p95.ts'
import {
  measurePagefind,
  mostPagefindRows,
  type PagefindTask,
} from './pagefind/measure-pagefind.ts'
import { scanRows } from './scan-rows.ts'
import { SiteRows } from './site-rows.ts'
import { timeWarmQueries } from './warm-queries.ts'

/** Queries whose time is taken in the browser. */
const mostTimed = 50

/** Builds with and without search, then asks the index, the brute force and Pagefind the same queries. */
export async function measureSearch(
  program: string,
  posts: PostSet,
  options: BenchOptions,
): Promise<SearchFigures> {
  const site = join(options.work, `site-${posts.name.replaceAll(/\W/g, '-')}-search`)
  const built = await measureSearchBuilds(program, posts, { site, runs: options.runs })
  const rows = await SiteRows.open(site)
  const queries = await drawSiteQueries(rows)
  console.log(`  looking through all texts for ${queries.length} queries`)
  const { matches, foldedBytes } = await scanRows(rows.readAll(), queries.map(parseQuery))
  const browser = await openBrowser()
  try {
    const timed = await chooseTimed(rows, queries, matches)
    const task = { browser, rows, queries, expected: matches, timed }
    const own = await measureOwn(program, site, task)
    const peer = await measurePeer({ ...task, work: options.work })
    return { queries: queries.length, foldedBytes, built, ...own, ...peer }
  } finally {
    await browser.close()
  }
}

function drawSiteQueries(rows: SiteRows): Promise<string[]> {
  return drawQueries(
    {
      count: rows.count,
      readText: async (ordinal) => (await rows.read(ordinal)).body,
    },
    { pieces: 1_000, phrases: 200, seed: 1 },
  )
}

/** Queries that find something in the plain timeline, where older versions are left out. */
async function chooseTimed(
  rows: SiteRows,
  queries: readonly string[],
  matches: readonly (readonly number[])[],
): Promise<Set<string>> {
  const superseded = await rows.readSuperseded()
  const isShown = (ordinal: number) => !superseded.has(ordinal)
  const shown = queries.filter((_, at) => matches[at]?.some(isShown))
  return new Set(shown.slice(0, mostTimed))
}

type OwnFigures = Pick<SearchFigures, 'index' | 'agreement' | 'cold' | 'warmMs'>

async function measureOwn(
  program: string,
  folder: string,
  { browser, rows, queries, expected, timed }: Omit<PagefindTask, 'work'>,
): Promise<OwnFigures> {
  const site = await openSite(program, folder)
  try {
    console.log('  asking with nothing fetched')
    const answers = await askCold({ folder, siteUrl: site.url, rows, queries })
    console.log('  asking in the browser')
    const warm = await timeWarmQueries(browser, site.url, [...timed])
    return {
      index: countFiles(join(folder, 'data', 'search')),
      agreement: toAgreement(
        expected,
        answers.map(({ ordinals }) => ordinals),
      ),
      cold: {
        requests: toMedianAndP95(answers.map(({ requests }) => requests)),
        bytes: toMedianAndP95(answers.map(({ bytes }) => bytes)),
        servedBytes: toMedianAndP95(answers.map(({ servedBytes }) => servedBytes)),
      },
      warmMs: {
        rows: toMedianAndP95(warm.map(({ rowsMs }) => rowsMs)),
        marked: toMedianAndP95(warm.map(({ markedMs }) => markedMs)),
      },
    }
  } finally {
    site.close()
  }
}

async function measurePeer(task: PagefindTask): Promise<Pick<SearchFigures, 'pagefind'>> {
  if (task.rows.count > mostPagefindRows) return {}
  const pagefind = await measurePagefind(task)
  return pagefind === undefined ? {} : { pagefind }
}
