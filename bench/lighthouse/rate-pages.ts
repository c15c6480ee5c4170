import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { dataPath, manifestPath } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { parseTimelineShard, type PostSummary } from '#contract/timeline-shard.ts'
import { findBrowser } from '../../scripts/browser.ts'
import { openSite } from '../browser/open-site.ts'
import { findBenchProgram, type BenchProgram } from '../measure/bench-package.ts'
import { medianOf } from '../measure/median.ts'
import { runProcess, type Program } from '../measure/run-process.ts'
import type { LighthouseFigures, PageScores } from '../report/results.ts'

/** The score of each category, 0 to 1. */
const reportShape = v.object({
  categories: v.object({
    performance: v.object({ score: v.number() }),
    accessibility: v.object({ score: v.number() }),
    'best-practices': v.object({ score: v.number() }),
    seo: v.object({ score: v.number() }),
  }),
})

interface RatedPage {
  name: string
  /** Below the site's base. */
  path: string
}

/**
 * Has Lighthouse rate the timeline and the newest article without pictures of a site with pages, as on a slow phone (simulated).
 * `undefined` where it cannot be installed.
 */
export async function ratePages(
  program: string,
  { folder, runs, work }: { folder: string; runs: number; work: string },
): Promise<LighthouseFigures | undefined> {
  const lighthouse = findBenchProgram('lighthouse', 'cli/index.js')
  if (lighthouse === undefined) return undefined
  const site = await openSite(program, folder)
  try {
    const pages: PageScores[] = []
    for (const { name, path } of listPages(folder)) {
      const scores = []
      for (let run = 1; run <= runs; run++) {
        scores.push(await rate(lighthouse, { url: `${site.url}${path}`, work }))
        console.log(
          `  lighthouse, ${name}, run ${run}: ${Object.values(scores.at(-1) ?? {}).join(', ')}`,
        )
      }
      pages.push({ name, ...toMedians(scores) })
    }
    return { version: lighthouse.version, pages }
  } finally {
    site.close()
  }
}

/** Pictures of other hosts are out: nothing may leave the machine, and a picture that fails is an error in the page's console. */
function listPages(folder: string): RatedPage[] {
  const manifest = parseManifest(readJson(join(folder, manifestPath)))
  const rows = manifest.timeline.tail.flatMap(
    (hash) => parseTimelineShard(readJson(join(folder, dataPath('timeline', hash)))).rows,
  )
  const article = rows.findLast(isPlainArticle)
  return [
    { name: 'timeline', path: '' },
    ...(article === undefined ? [] : [{ name: 'article', path: `posts/${article.id}` }]),
  ]
}

function isPlainArticle({ kind, leadImage, length }: PostSummary): boolean {
  return kind === 'article' && leadImage === undefined && length.count > 300
}

const mostRuns = 3

type Scores = Omit<PageScores, 'name'>

async function rate(
  { command }: BenchProgram,
  { url, work }: { url: string; work: string },
): Promise<Scores> {
  const report = join(work, 'lighthouse.json')
  const onlyHere = '--host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE localhost"'
  await runAgain({
    command: process.execPath,
    args: [
      command,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${report}`,
      '--only-categories=performance,accessibility,best-practices,seo',
      `--chrome-flags=--headless=new --no-sandbox ${onlyHere}`,
    ],
    env: { CHROME_PATH: findBrowser() ?? '' },
  })
  const { categories } = v.parse(reportShape, readJson(report))
  return {
    performance: toPoints(categories.performance.score),
    accessibility: toPoints(categories.accessibility.score),
    bestPractices: toPoints(categories['best-practices'].score),
    seo: toPoints(categories.seo.score),
  }
}

/** Lighthouse now and then loses the trace of a page, says so, and asks to be run again. */
async function runAgain(program: Program): Promise<void> {
  for (let run = 1; ; run++) {
    try {
      await runProcess(program)
      return
    } catch (error) {
      if (run === mostRuns || !String(error).includes('run Lighthouse again')) throw error
    }
  }
}

function toPoints(score: number): number {
  return Math.round(score * 100)
}

function toMedians(scores: readonly Scores[]): Scores {
  return {
    performance: medianOf(scores.map(({ performance }) => performance)),
    accessibility: medianOf(scores.map(({ accessibility }) => accessibility)),
    bestPractices: medianOf(scores.map(({ bestPractices }) => bestPractices)),
    seo: medianOf(scores.map(({ seo }) => seo)),
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
