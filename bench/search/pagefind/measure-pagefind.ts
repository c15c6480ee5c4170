import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { findBenchProgram } from '../../measure/bench-package.ts'
import { countFiles } from '../../measure/count-files.ts'
import { runProcess } from '../../measure/run-process.ts'
import type { Output, PeerSearchFigures } from '../../report/results.ts'
import { toAgreement } from '../agreement.ts'
import { toMedianAndP95 } from '../median-and-p95.ts'
import type { SiteRows } from '../site-rows.ts'
import { askPagefind } from './ask-pagefind.ts'
import { writePages } from './write-pages.ts'

/** Above this number of rows it takes more memory than machines have: half a megabyte a post. */
export const mostPagefindRows = 20_000

/** Results of a query that its precision is taken from. */
const lookedResults = 200

/** What Pagefind is measured on. */
export interface PagefindTask {
  browser: Browser
  rows: SiteRows
  /** Folder for its pages and its index. */
  work: string
  queries: readonly string[]
  /** The right ordinals of each query. */
  expected: readonly (readonly number[])[]
  /** Those whose time is taken. */
  timed: ReadonlySet<string>
}

/** Lets Pagefind index the texts of a site and asks it the same queries; `undefined` where it cannot be had. */
export async function measurePagefind(task: PagefindTask): Promise<PeerSearchFigures | undefined> {
  const pagefind = findBenchProgram('pagefind', 'lib/runner/bin.cjs')
  if (pagefind === undefined) return undefined
  const language = toLanguage(task.rows)
  const [pages, folder] = [join(task.work, 'pagefind-pages'), join(task.work, 'pagefind-index')]
  rmSync(folder, { recursive: true, force: true })
  await writePages(task.rows.readAll(), { folder: pages, language })
  const cost = await runProcess({
    command: process.execPath,
    // One index for all: by default each language gets one of its own, and a query sees one of them.
    args: [
      pagefind.command,
      '--site',
      pages,
      '--output-path',
      folder,
      '--force-language',
      language,
    ],
  })
  console.log(`  pagefind: indexed in ${(cost.wallMs / 1000).toFixed(1)} s`)
  const { browser, queries, expected, timed } = task
  const { answers, cold } = await askPagefind(browser, { folder, language, queries, timed })
  return {
    version: pagefind.version,
    cost,
    index: countIndex(folder),
    texts: countFiles(join(folder, 'fragment')),
    agreement: toAgreement(
      expected,
      answers.map(({ ordinals }) => ordinals),
      lookedResults,
    ),
    cold: {
      requests: toMedianAndP95(cold.map(({ requests }) => requests)),
      bytes: toMedianAndP95(cold.map(({ bytes }) => bytes)),
    },
    warmMs: toMedianAndP95(answers.flatMap(({ warmMs }) => warmMs ?? [])),
  }
}

/** What it is told the texts are in: the archive's most frequent language, without script and region. */
function toLanguage({ manifest }: SiteRows): string {
  return manifest.languages[0]?.split('-')[0] ?? 'en'
}

/** What is searched: the chunks of the index and what says which of them hold what. */
function countIndex(folder: string): Output {
  const chunks = countFiles(join(folder, 'index'))
  const heads = readdirSync(folder).filter((name) => /\.pf_meta$|^pagefind-entry/.test(name))
  const bytes = heads.reduce((sum, name) => sum + statSync(join(folder, name)).size, chunks.bytes)
  return { files: chunks.files + heads.length, bytes }
}
