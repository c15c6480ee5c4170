import { earlyFilesName, type EarlyFiles } from '#contract/early-files.ts'
import { headersPath, toHeadersFile } from '#builder/site/hosts/headers-file.ts'
import { assertSafePage } from '#builder/site/page/check-page.ts'
import type { SitePlace } from '#builder/site/page/content-security-policy.ts'
import { escapeHtml } from '#core/html/escape-html.ts'
import type { InlineSources } from '#builder/site/page/inline-source.ts'
import type { PageShell } from '#builder/site/page/page-shell.ts'
import type { WrittenLists } from '#builder/site/assembly/site-parts.ts'
import type { ReaderApp } from '#builder/site/plan/reader-app.ts'
import { isImmutable } from '#builder/site/write/generations.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'

/** Writes the files of the reader, which every page needs. */
export async function writeReaderFiles(app: ReaderApp, writer: SiteWriter): Promise<void> {
  for (const [path, bytes] of app.files) {
    if (isImmutable(path)) await writer.writeImmutable(path, bytes)
    else await writer.writePage(path, bytes)
  }
}

/** A page for every address of the reader itself, so that static hosts answer it with status 200. */
export const shellPaths = [
  'index.html',
  '404.html',
  'about/index.html',
  'about/report/index.html',
  'about/check/index.html',
  'about/notes/index.html',
  'calendar/index.html',
  'statistics/index.html',
]

/** What the pages that start the reader are made from. */
export interface ShellPage {
  startShell: PageShell
  place: SitePlace
  title: string
  language: string
  inline: InlineSources
  /** What their early script asks for. */
  early: EarlyFiles
  /** What the pages show until the reader takes over. */
  roots: WrittenLists['roots']
}

/** Writes the pages that start the reader, and the files that some hosts expect beside them. */
export async function writeShell(
  { startShell, place, inline, title, language, early, roots }: ShellPage,
  writer: SiteWriter,
): Promise<void> {
  const files = escapeHtml(JSON.stringify(early))
  const hint = `<meta name="${earlyFilesName}" content="${files}">`
  const description = `<meta name="description" content="${escapeHtml(title)}">`
  for (const path of shellPaths) {
    const isNewest = path === 'index.html'
    const head = `${description}${isNewest ? roots.newestHead : ''}${hint}`
    const root = isNewest ? roots.newest : (roots.others[path] ?? '')
    const html = startShell({ title, language, head, root })
    assertSafePage(path, html)
    await writer.writePage(path, html)
  }
  // Without this file, GitHub Pages would run Jekyll on the site and drop files that begin with an underscore.
  await writer.writePage('.nojekyll', '')
  await writer.writePage(headersPath, toHeadersFile(place, inline))
}
