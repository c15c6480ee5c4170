import { BuildError } from '#builder/ground/build-error.ts'
import { dropAllowed } from './inline-source.ts'

const policyMeta =
  /^<meta charset="?utf-8"?\s*\/?>\s*<meta http-equiv="Content-Security-Policy" content="([^"<>]+)"\s*\/?>/i

// A whole data block (see `data-block.ts`) or a start tag: matching the whole block skips text in it that looks like
// a tag.
const blockOrTag =
  /<script type="application\/(?:(?:ld\+)?json|octet-stream)"(?: id="[a-z\d-]+")?>[^<]*<\/script>|<([a-zA-Z][^\s/>]*)[^<>]*>/g

// The same, only of tags that are unsafe by their name.
const blockOrNamedTag =
  /<script type="application\/(?:(?:ld\+)?json|octet-stream)"(?: id="[a-z\d-]+")?>[^<]*<\/script>|<(script|style|base|iframe|object)(?![^\s/>])[^<>]*>/gi

/** Whether a text may hold an event handler or a style, in an attribute or anywhere else. */
const handlerOrStyle = /[\s/"'](?:on[a-z]+|style)\s*=/i

/**
 * Returns what makes an HTML file unsafe; `undefined` when nothing does. The content security policy must come right
 * after the charset, and nothing in the file may need more than it allows: no style attribute or event handler, and no
 * inline script or style sheet but those whose hash the policy names.
 * A script of a type that no browser runs is data: it may contain anything but `<`. Sound for the markup of this
 * project, which has no bare `<` or `>` inside attributes.
 */
export function findUnsafeMarkup(html: string): string | undefined {
  const head = html.indexOf('<head>')
  const policy = policyMeta.exec(html.slice(head + 6, head + 4096).trimStart())?.[1]
  if (head < 0 || policy === undefined) {
    return 'the Content-Security-Policy does not stand right after the charset'
  }
  const rest = dropAllowed(html, policy)
  // Hardly any page holds such a word, and most of a page is tags that are safe by their name.
  const tags = handlerOrStyle.test(rest) ? blockOrTag : blockOrNamedTag
  for (const [tag, name] of rest.matchAll(tags)) {
    const fault = name === undefined ? undefined : findUnsafeTag(tag, name.toLowerCase())
    if (fault !== undefined) return fault
  }
  return undefined
}

/** @throws BuildError when the page at `path` is not safe to publish. */
export function assertSafePage(path: string, html: string): void {
  const fault = findUnsafeMarkup(html)
  if (fault === undefined) return
  throw new BuildError(
    `${path} was not written: ${fault}.`,
    'This is a bug in Broadsheet; please report it.',
  )
}

function findUnsafeTag(tag: string, name: string): string | undefined {
  if (name === 'script' && !/\ssrc="[^"]+"/.test(tag)) return 'it holds an inline script'
  if (name === 'style') return 'it holds an inline style sheet'
  if (name === 'base' || name === 'iframe' || name === 'object') return `it holds <${name}>`
  if (!handlerOrStyle.test(tag)) return undefined
  // Strips the values first: a title may well contain the words ` onclick=`.
  const names = tag.replaceAll(/"[^"]*"|'[^']*'/g, '""')
  if (/[\s/"]on[a-z]+\s*=/i.test(names)) return 'it holds an inline handler'
  if (/[\s/"]style\s*=/i.test(names)) return 'it holds an inline style'
  return undefined
}
