import { join } from 'node:path'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { openServer } from '../browser/open-server.ts'
import { openBrowser } from '../browser/reader-page.ts'
import { makeRandom } from '../generate/random.ts'
import { countFiles } from '../measure/count-files.ts'
import { race } from '../measure/race.ts'
import type { Table } from '../report/row.ts'
import { buildFresh, siteOf, type Task } from '../task.ts'
import { askCold } from './ask-cold.ts'
import { askWarm } from './ask-warm.ts'
import { drawQueries } from './draw-queries.ts'
import { measurePagefind } from './pagefind/measure-pagefind.ts'
import { scanRows } from './scan-rows.ts'
import { toSearchRows } from './search-rows.ts'
import { openBuiltSite, readRows, readSuperseded, type BuiltSite } from './site-rows.ts'

/** Of more posts the build without search, measured with everything else, takes too long to do it twice. */
const mostCompared = 200_000

/** Texts that queries are drawn from. */
const drawnTexts = 4_000

/** Queries whose time is taken in the browser. */
const mostTimed = 50

/** Builds with and without search, then asks the index, the brute force and Pagefind the same queries. */
export async function measureSearch(task: Task): Promise<Table> {
  const racers = [
    { name: 'with search', run: () => buildFresh(task, 'search') },
    { name: 'without search', run: () => buildFresh(task, 'plain') },
  ]
  const compared = task.posts.size > mostCompared ? racers.slice(0, 1) : racers
  const [costs = [], without = []] = await race(compared, task.runs)
  const site = await openBuiltSite(siteOf(task, 'search'))
  const queries = drawQueries(await readSample(site), { pieces: 1_000, phrases: 200, seed: 1 })
  console.log(`  looking through all texts for ${queries.length} queries`)
  const truth = await scanRows(readRows(site), queries.map(parseQuery))
  const superseded = await readSuperseded(site)
  const shown = queries.filter((_, at) =>
    truth.expected[at]?.some((ordinal) => !superseded.has(ordinal)),
  )
  const timed = new Set(shown.slice(0, mostTimed))
  using server = await openServer([task.program, 'serve', site.folder])
  await using browser = await openBrowser()
  console.log('  asking with nothing fetched')
  const cold = await askCold(site, server.url, queries)
  console.log('  asking in the browser')
  const warm = await askWarm(browser, server.url, [...timed])
  const answers = cold.map(({ ordinals }) => ordinals)
  const index = countFiles(join(site.folder, 'data', 'search'))
  const own = { answers, cold, warm, index, costs, without }
  const peer = await measurePagefind(site, task.work, { browser, queries, timed })
  const rows = toSearchRows(truth, own, peer)
  return { title: 'search', peer: peer && `Pagefind ${peer.version}`, rows }
}

/** Texts of rows all over the archive, the same ones every time. */
async function readSample(site: BuiltSite): Promise<string[]> {
  const random = makeRandom(1)
  const part = drawnTexts / site.manifest.timeline.rows
  const texts: string[] = []
  for await (const { body } of readRows(site)) if (random.chance(part)) texts.push(body)
  return texts
}
