import { lifeboatIds, toVolumeId, type LifeboatDirectory } from '#contract/lifeboat-directory.ts'
import type { LifeboatProgram } from '#contract/lifeboat-program.ts'
import { toNumberText } from '#article/number-text.ts'
import type { Words } from '#article/words.ts'
import { escapeHtml } from '#core/html/escape-html.ts'
import { toDataBlock } from '#core/html/data-block.ts'
import { toLifeboatPolicy } from './lifeboat-policy.ts'

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
  { sources }: Pick<LifeboatProgram, 'sources'>,
): string {
  const policy = toLifeboatPolicy([sources.loader, sources.reader], [sources.styles])
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
  ].join('\n')
}

/** Text of the page up to the list of titles. */
export function toLifeboatHead({
  title,
  language,
  words,
  directory,
  program,
}: LifeboatPage): string {
  return [
    toLifeboatStart(language, program).trimEnd(),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${program.styles}</style>`,
    '</head>',
    '<body>',
    '<div id="root">',
    `<p data-when="opening" hidden>${escapeHtml(words('lifeboat.opening'))}</p>`,
    '</div>',
    `${toDataBlock({ type: 'application/json', id: lifeboatIds.directory }, directory)}\n`,
  ].join('\n')
}

/** The list of titles, for browsers that cannot start the reader. It is shown until the loader hides it. */
export interface PlainList {
  title: string
  words: Words
  posts: number
}

/** Start of the list of titles. */
export function toListStart({ title, words, posts }: PlainList): string {
  return [
    '<main id="broadsheet-list" class="lifeboat-list" data-when="failed">',
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(words('lifeboat.posts', { count: posts, number: toNumberText(posts) }))}</p>`,
    `<p data-when="without">${escapeHtml(words('lifeboat.without'))}</p>`,
    `<p data-when="failed" hidden>${escapeHtml(words('lifeboat.failed'))}</p>`,
    '<ol>\n',
  ].join('\n')
}

/** End of the list of titles. */
export const listEnd = '</ol></main>\n'

/** How the element of a volume begins; behind it stands its text. */
export function toVolumeStart(volume: number): string {
  return `<script type="application/octet-stream" id="${toVolumeId(volume)}">`
}

/** How the element of a volume ends. */
export const volumeEnd = '</script>\n'

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

function toPackedScript(id: string, text: string): string {
  return `<script type="application/octet-stream" id="${id}">${text}</script>`
}
