import { escapeHtml } from '#core/html/escape-html.ts'

interface MastheadParts {
  siteTitle: string
  /** Path of the site, with a leading and a trailing `/`. */
  base: string
  /** Text of the link to all lists; absent where the site has none. */
  browse?: string | undefined
}

/**
 * Navigation that works without script, as high as the reader's own masthead, so nothing shifts when the reader takes
 * over.
 */
export function toMasthead({ siteTitle, base, browse }: MastheadParts): string {
  const home = `<a class="masthead-title" href="${escapeHtml(base)}">${escapeHtml(siteTitle)}</a>`
  const lists =
    browse === undefined
      ? ''
      : `<a class="masthead-browse" href="${escapeHtml(base)}browse/">${escapeHtml(browse)}</a>`
  return `<header class="masthead">${home}${lists}</header>`
}
