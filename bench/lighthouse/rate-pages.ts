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
import { figure, toTable, type Row, type Table } from '../report/row.ts'
import { siteOf, type Task } from '../task.ts'

/** The score of each category, 0 to 1. */
const reportShape = v.object({
  categories: v.record(v.string(), v.object({ score: v.number() })),
})

/** Least points of every page of every archive. */
const categories = [
  { category: 'performance', words: 'performance', least: 95 },
  { category: 'accessibility', words: 'accessibility', least: 100 },
  { category: 'best-practices', words: 'best practices', least: 100 },
  { category: 'seo', words: 'SEO', least: 100 },
] as const

/** How often a page is rated again before its failure counts. */
const mostTries = 3

/** Has Lighthouse rate pages of the whole site as on a slow phone (simulated). No rows where it is not installed. */
export async function ratePages(task: Task): Promise<Table> {
  const lighthouse = findPackage('lighthouse', 'cli/index.js')
  if (lighthouse === undefined) return toTable([])
  const folder = siteOf(task, 'whole')
  const site = await openServer([task.program, 'serve', folder])
  const report = join(task.work, 'lighthouse.json')
  try {
    const rows: Row[] = []
    for (const [page, path] of listPages(folder)) {
      const ratings: Record<string, { score: number }>[] = []
      for (let run = 1; run <= task.runs; run++) {
        ratings.push(await rate(lighthouse.command, `${site.url}${path}`, report))
      }
      for (const { category, words, least } of categories) {
        const points = ratings.map((rating) => Math.round((rating[category]?.score ?? NaN) * 100))
        console.log(`  ${page}, ${words}: ${points.join(', ')}`)
        const what = `Lighthouse ${lighthouse.version}, ${page}: ${words}`
        rows.push({ ...figure(what, medianOf(points)), least })
      }
    }
    return toTable(rows)
  } finally {
    site.close()
  }
}

/** The timeline and the newest article without pictures: one of another host fails, which counts as an error of the page. */
function listPages(folder: string): [name: string, path: string][] {
  const manifest = parseManifest(readJson(join(folder, manifestPath)))
  const rows = manifest.timeline.tail.flatMap(
    (hash) => parseTimelineShard(readJson(join(folder, dataPath('timeline', hash)))).rows,
  )
  const article = rows.findLast(
    ({ kind, leadImage, length }) =>
      kind === 'article' && leadImage === undefined && length.count > 300,
  )
  const pages: [name: string, path: string][] = [['timeline', '']]
  if (article !== undefined) pages.push(['article', `posts/${article.id}`])
  return pages
}

/** Lighthouse now and then loses the trace of a page, says so, and asks to be run again. */
async function rate(command: string, url: string, report: string) {
  const onlyHere = '--host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE localhost"'
  const args = [
    command,
    url,
    '--quiet',
    '--output=json',
    `--output-path=${report}`,
    `--only-categories=${categories.map(({ category }) => category).join(',')}`,
    `--chrome-flags=--headless=new --no-sandbox ${onlyHere}`,
  ]
  const program = { command: process.execPath, args, env: { CHROME_PATH: findBrowser() ?? '' } }
  for (let tries = 1; ; tries++) {
    try {
      await runProcess(program)
      return v.parse(reportShape, readJson(report)).categories
    } catch (error) {
      if (tries === mostTries || !String(error).includes('run Lighthouse again')) throw error
    }
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
