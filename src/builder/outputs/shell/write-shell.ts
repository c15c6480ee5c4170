import { dataPath, manifestPath, type FileHash } from '#contract/file-names.ts'
import { headersPath, toHeadersFile } from '#builder/site/hosts/headers-file.ts'
import { assertSafePage } from '#builder/site/page/check-page.ts'
import type { SitePlace } from '#builder/site/page/content-security-policy.ts'
import { escapeHtml } from '#builder/ground/text/escape-html.ts'
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
export const shellPaths = ['index.html', '404.html', 'about/index.html', 'calendar/index.html']

// The others may open anything, and with files of another build too.
const preloadingPaths = new Set(['index.html', 'calendar/index.html'])

/** What the pages that start the reader are made from. */
export interface ShellPage {
  shell: PageShell
  place: SitePlace
  title: string
  language: string
  /** Hash of the opening, so that pages can preload it. */
  opening: FileHash
  /** What the pages show until the reader takes over. */
  roots: WrittenLists['roots']
}

/** Writes the pages that start the reader, and the files that some hosts expect beside them. */
export async function writeShell(
  { shell, place, title, language, opening, roots }: ShellPage,
  writer: SiteWriter,
): Promise<void> {
  const preloads = [manifestPath, dataPath('opening', opening)]
    .map((path) => `<link rel="preload" as="fetch" crossorigin href="${place.base}${path}">`)
    .join('')
  const description = `<meta name="description" content="${escapeHtml(title)}">`
  for (const path of shellPaths) {
    const isNewest = path === 'index.html'
    const head = `${description}${isNewest ? roots.newestHead : ''}${preloadingPaths.has(path) ? preloads : ''}`
    const html = shell({ title, language, head, root: isNewest ? roots.newest : roots.other })
    assertSafePage(path, html)
    await writer.writePage(path, html)
  }
  // Without this file, GitHub Pages would run Jekyll on the site and drop files that begin with an underscore.
  await writer.writePage('.nojekyll', '')
  await writer.writePage(headersPath, toHeadersFile(place))
}
