import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { findBrowser } from '../../scripts/browser.ts'
import { dataPath, manifestPath } from '../../src/contract/file-names.ts'
import { parseManifest } from '../../src/contract/manifest.ts'
import { parseTimelineShard } from '../../src/contract/timeline-shard.ts'
import { openServer } from '../browser/open-server.ts'
import { findPackage } from '../measure/find-package.ts'
import { runProcess } from '../measure/run-process.ts'
import { medianOf } from '../measure/statistics.ts'
import { figure, type Row, type Table } from '../report/row.ts'
import { siteOf, type Task } from '../task.ts'

/** The score of each category, 0 to 1. */
const reportShape = v.object({
  categories: v.record(v.string(), v.object({ score: v.number() })),
})

/** Least points of every page of every archive. */
const categories = {
  performance: { words: 'performance', least: 95 },
  accessibility: { words: 'accessibility', least: 100 },
  'best-practices': { words: 'best practices', least: 100 },
  seo: { words: 'SEO', least: 100 },
}

/** How often a page is rated again before its failure counts. */
const mostTries = 3

/** Has Lighthouse rate pages of the whole site as on a slow phone (simulated). */
export async function ratePages(task: Task): Promise<Table> {
  const { command, version } = findPackage('lighthouse')
  const folder = siteOf(task, 'whole')
  using site = await openServer([task.program, 'serve', folder])
  const rows: Row[] = []
  for (const [page, path] of Object.entries(listPages(folder))) {
    const ratings: Awaited<ReturnType<typeof rate>>[] = []
    for (let run = 1; run <= task.runs; run++) ratings.push(await rate(command, site.url + path))
    for (const [category, { words, least }] of Object.entries(categories)) {
      const points = ratings.map((rating) => Math.round((rating[category]?.score ?? NaN) * 100))
      console.log(`  ${page}, ${words}: ${points.join(', ')}`)
      const what = `Lighthouse ${version}, ${page}: ${words}`
      rows.push({ ...figure(what, medianOf(points)), least })
    }
  }
  return { rows }
}

/** Addresses of the timeline and the newest article without pictures: one of another host fails, which counts as an error of the page. */
function listPages(folder: string): Readonly<Record<string, string>> {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'))
  const article = parseManifest(read(manifestPath))
    .timeline.tail.flatMap((hash) => parseTimelineShard(read(dataPath('timeline', hash))).rows)
    .findLast(
      ({ kind, leadImage, length }) =>
        kind === 'article' && leadImage === undefined && length.count > 300,
    )
  return { timeline: '', ...(article && { article: `posts/${article.id}` }) }
}

/** Lighthouse now and then loses the trace of a page, says so, and asks to be run again. */
async function rate(command: string, url: string) {
  const onlyHere = '--host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE localhost"'
  const args = [
    url,
    '--quiet',
    '--output=json',
    `--only-categories=${Object.keys(categories).join(',')}`,
    `--chrome-flags=--headless=new --no-sandbox ${onlyHere}`,
  ]
  for (let tries = 1; ; tries++) {
    try {
      const { stdout } = await runProcess({
        command,
        args,
        env: { CHROME_PATH: findBrowser() ?? '' },
      })
      return v.parse(reportShape, JSON.parse(stdout)).categories
    } catch (error) {
      if (tries === mostTries || !String(error).includes('run Lighthouse again')) throw error
    }
  }
}
