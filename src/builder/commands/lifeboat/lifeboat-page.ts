import { gzipSync } from 'node:zlib'
import { lifeboatIds, toVolumeId, type LifeboatDirectory } from '#contract/lifeboat-directory.ts'
import type { Words } from '#article/words.ts'
import { escapeHtml } from '#builder/ground/text/escape-html.ts'
import { assertSafePage } from '#builder/site/page/check-page.ts'
import { toDataBlock } from '#builder/site/page/data-block.ts'
import { toSource } from '#builder/site/page/inline-source.ts'
import { toLifeboatPolicy } from './lifeboat-policy.ts'
import type { LifeboatProgram } from './lifeboat-program.ts'

/** What the page of a lifeboat shows before its reader has started, and holds beside the archive. */
export interface LifeboatPage {
  title: string
  /** BCP 47. */
  language: string
  words: Words
  directory: LifeboatDirectory
  program: LifeboatProgram
}

/**
 * How a lifeboat begins. Whatever follows, a browser that has read this runs no script but the loader and the reader of the
 * program.
 */
export function toLifeboatStart(
  language: string,
  { loader, reader, styles }: LifeboatProgram,
): string {
  const policy = toLifeboatPolicy([toSource(loader), toSource(reader)], [toSource(styles)])
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
  ].join('\n')
}

/** Text of the page up to its first volume. @throws BuildError when it is not safe. */
export function toLifeboatHead({
  title,
  language,
  words,
  directory,
  program,
}: LifeboatPage): string {
  const { loader, styles } = program
  const head = [
    toLifeboatStart(language, program).trimEnd(),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${styles}</style>`,
    '</head>',
    '<body>',
    '<div id="root">',
    `<p data-when="opening" hidden>${escapeHtml(words('lifeboat.opening'))}</p>`,
    '</div>',
    toDataBlock({ type: 'application/json', id: lifeboatIds.directory }, directory),
  ].join('\n')
  assertSafePage('The lifeboat', `${head}<script>${loader}</script></body></html>`)
  return `${head}\n`
}

/** The list of titles, for browsers that cannot start the reader. It is shown until the loader hides it. */
export interface PlainList {
  title: string
  words: Words
  posts: number
  number: string
}

/** Start of the list of titles. */
export function toListStart({ title, words, posts, number }: PlainList): string {
  return [
    '<main id="broadsheet-list" class="lifeboat-list" data-when="failed">',
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(words('lifeboat.posts', { count: posts, number }))}</p>`,
    `<p data-when="without">${escapeHtml(words('lifeboat.without'))}</p>`,
    `<p data-when="failed" hidden>${escapeHtml(words('lifeboat.failed'))}</p>`,
    '<ol>\n',
  ].join('\n')
}

/** End of the list of titles. */
export const listEnd = '</ol></main>\n'

/** The element of a volume, of which `base64` is the content. */
export function toVolumeElement(volume: number, base64: string): string {
  return `<script type="application/octet-stream" id="${toVolumeId(volume)}">${base64}</script>\n`
}

/** The packed scripts, and the loader that starts them while the rest of the file is still being read. */
export function toProgramElements({ loader, reader, worker }: LifeboatProgram): string {
  return [
    toPackedScript(lifeboatIds.code, reader),
    toPackedScript(lifeboatIds.worker, worker),
    `<script>${loader}</script>\n`,
  ].join('\n')
}

/** End of the page. */
export const lifeboatEnd = `<p id="${lifeboatIds.end}" hidden></p>\n</body>\n</html>\n`

function toPackedScript(id: string, code: string): string {
  const base64 = gzipSync(code, { level: 9 }).toString('base64')
  return `<script type="application/octet-stream" id="${id}">${base64}</script>`
}
