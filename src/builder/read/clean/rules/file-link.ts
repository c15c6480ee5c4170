import { toNamedLink } from '#core/address/own-address.ts'
import { isMarkdownName } from '#core/post/markup-name.ts'
import { parseHtmlUrl } from './source-url.ts'

/**
 * The link that stands for the post of a Markdown file: `[x](../other.md#place)`. `undefined` for any other link.
 * @param baseUrl what the link leads to when there is no such post is relative to this; absent when not known.
 */
export function parseFileLink(href: string, baseUrl: string | undefined): string | undefined {
  const [, path = '', hash = ''] = /^([^?#]+)(?:\?[^#]*)?(#.*)?$/.exec(href.trim()) ?? []
  if (!isMarkdownName(path) || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) return undefined
  const otherwise = baseUrl === undefined ? undefined : parseHtmlUrl(href, baseUrl)?.href
  let name = path
  try {
    name = decodeURIComponent(path)
  } catch {
    // A lone percent sign is part of the name.
  }
  return toNamedLink({ name, hash, ...(otherwise === undefined ? {} : { otherwise }) })
}
