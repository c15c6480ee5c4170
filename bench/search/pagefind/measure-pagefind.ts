import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

/** Lets Pagefind index the texts of a site and asks it the same queries; `undefined` where there are too many. */
export async function measurePagefind(
  site: BuiltSite,
  work: string,
  questions: PagefindQuestions,
): Promise<(EngineFigures & { version: string }) | undefined> {
  const { timeline, languages } = site.manifest
  if (timeline.rows > mostRows) return undefined
  const { command, version } = findPackage('pagefind')
  // One index for all: by default each language gets its own, and a query sees one of them.
  const language = languages[0]?.split('-')[0] ?? 'en'
  const [pages, folder] = [join(work, 'pagefind-pages'), join(work, 'pagefind-index')]
  for (const old of [pages, folder]) rmSync(old, { recursive: true, force: true })
  mkdirSync(pages, { recursive: true })
  for await (const row of readRows(site)) {
    writeFileSync(join(pages, `${row.ordinal}.html`), toPage(row, language))
  }
  const flags = ['--site', pages, '--output-path', folder, '--force-language', language]
  const cost = await runProcess({ command, args: flags })
  console.log(`  pagefind: indexed in ${(cost.wallMs / 1000).toFixed(1)} s`)
  return {
    version,
    looked,
    costs: [cost],
    without: [],
    index: countFiles(folder, (name) => /\.pf_(?:index|meta)$|^pagefind-entry/.test(name)),
    texts: countFiles(join(folder, 'fragment')),
    ...(await askPagefind(folder, language, questions)),
  }
}

function toPage({ title, body }: RowText, language: string): string {
  const [heading = '', ...lines] = [title, ...body.split('\n')].map((text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  )
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${heading}</title></head>
<body><main data-pagefind-body><h1>${heading}</h1>
${lines.map((line) => `<p>${line}</p>`).join('\n')}
</main></body>
</html>
`
}
