import { outgoingLink } from '#core/html/html-policy.ts'
import { toPageSteps, toWholePage, type PageStep } from '#core/html/whole-page.ts'
import { readAttribute, escapeAttribute } from '#builder/read/clean/serialize-html.ts'

/** The HTML of an article and of its whole page, as bodies hold it. */
export interface LinkedHtml {
  parts: string[]
  page?: PageStep[][] | undefined
}

const href = /<a href="(https?:[^"]*)"/g

/** The addresses that the links of an article and its page lead to, each once. */
export function listWrittenLinks({ parts, page = [] }: LinkedHtml): Set<string> {
  const links = new Set<string>()
  const texts = [...parts, ...page.flat().filter((step) => typeof step === 'string')]
  for (const text of texts) {
    for (const [, written = ''] of text.matchAll(href)) links.add(readAttribute(written))
  }
  return links
}

/** Where a link leads from now on: to a post, to another address, or nowhere, which leaves its words. */
export type LinkTurn = { kind: 'inner' | 'outer'; url: string } | { kind: 'none' }

/** Turns links to other addresses; `turn` gives `undefined` for those that stay. */
export function turnLinks(
  { parts, page }: LinkedHtml,
  turn: (url: string) => LinkTurn | undefined,
): LinkedHtml {
  const turned = parts.map((part) => turnHtml(part, turn))
  if (page === undefined) return { parts: turned }
  const whole = toWholePage(parts, page).map((part) => turnHtml(part, turn))
  return { parts: turned, page: toPageSteps(turned, whole) }
}

const outgoing = Object.entries(outgoingLink)
  .map(([name, value]) => ` ${name}="${value}"`)
  .join('')

// Links never hold links.
const link = /<a href="(https?:[^"]*)"([^<>]*)>([^]*?)<\/a>/g

function turnHtml(html: string, turn: (url: string) => LinkTurn | undefined): string {
  return html.replace(link, (same, written: string, attributes: string, inside: string) => {
    const to = turn(readAttribute(written))
    if (to === undefined) return same
    if (to.kind === 'none') {
      const id = / id="[^"]*"/.exec(attributes)?.[0]
      return id === undefined ? inside : `<span${id}>${inside}</span>`
    }
    const rest = to.kind === 'inner' ? attributes.replace(outgoing, '') : attributes
    return `<a href="${escapeAttribute(to.url)}"${rest}>${inside}</a>`
  })
}
