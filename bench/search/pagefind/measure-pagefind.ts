import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { countFiles } from '../../measure/count-files.ts'
import { findPackage } from '../../measure/find-package.ts'
import { runProcess } from '../../measure/run-process.ts'
import type { EngineFigures } from '../search-rows.ts'
import { readRows, type BuiltSite, type RowText } from '../site-rows.ts'
import { askPagefind, type PagefindQuestions } from './ask-pagefind.ts'

/** Above this number of rows it takes more memory than machines have: half a megabyte a post. */
const mostRows = 20_000

/** Results of a query that its precision is taken from. */
const looked = 200

export interface PagefindTask extends Pick<PagefindQuestions, 'queries' | 'timed'> {
  browser: Browser
  site: BuiltSite
  work: string
}

/** Lets Pagefind index the texts of a site and asks it the same queries; `undefined` where it cannot be had. */
export async function measurePagefind(
  task: PagefindTask,
): Promise<(EngineFigures & { version: string }) | undefined> {
  const { browser, site, work, queries, timed } = task
  const { timeline, languages } = site.manifest
  const pagefind =
    timeline.rows > mostRows ? undefined : findPackage('pagefind', 'lib/runner/bin.cjs')
  if (pagefind === undefined) return undefined
  // One index for all: by default each language gets its own, and a query sees one of them.
  const language = languages[0]?.split('-')[0] ?? 'en'
  const [pages, folder] = [join(work, 'pagefind-pages'), join(work, 'pagefind-index')]
  for (const old of [pages, folder]) rmSync(old, { recursive: true, force: true })
  mkdirSync(pages, { recursive: true })
  for await (const row of readRows(site)) {
    writeFileSync(join(pages, `${row.ordinal}.html`), toPage(row, language))
  }
  const flags = ['--site', pages, '--output-path', folder, '--force-language', language]
  const args = [pagefind.command, ...flags]
  const cost = await runProcess({ command: process.execPath, args })
  console.log(`  pagefind: indexed in ${(cost.wallMs / 1000).toFixed(1)} s`)
  return {
    version: pagefind.version,
    looked,
    costs: [cost],
    without: [],
    index: countFiles(folder, (name) => /\.pf_(?:index|meta)$|^pagefind-entry/.test(name)),
    texts: countFiles(join(folder, 'fragment')),
    ...(await askPagefind(browser, { folder, language, queries, timed })),
  }
}

function toPage({ title, body }: RowText, language: string): string {
  const heading = escapeText(title)
  const paragraphs = body.split('\n').map((line) => `<p>${escapeText(line)}</p>`)
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${heading}</title></head>
<body><main data-pagefind-body><h1>${heading}</h1>
${paragraphs.join('\n')}
</main></body>
</html>
`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
