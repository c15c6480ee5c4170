import { createHash } from 'node:crypto'

// Only the project's own early scripts and style sheet look like this: what is part of a page stands in it exactly so.
// They hold no `</`, which the build of the reader makes sure of.
const inline = /<(script|style)>([^]*?)<\/\1>/g

/** What is part of the pages themselves, as source expressions of their Content-Security-Policy. */
export interface InlineSources {
  script: readonly string[]
  style: readonly string[]
}

/** Nothing is part of a page. */
export const noInlineSources: InlineSources = { script: [], style: [] }

/** The source expression that allows exactly this script or style sheet. */
export function toSource(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`
}

/** The sources of all scripts and style sheets that are part of a page. */
export function listInlineSources(html: string): InlineSources {
  const sources = { script: new Set<string>(), style: new Set<string>() }
  for (const [, name, code = ''] of html.matchAll(inline)) {
    sources[name === 'style' ? 'style' : 'script'].add(toSource(code))
  }
  return { script: [...sources.script], style: [...sources.style] }
}

/** Removes the scripts and style sheets whose source the policy names, and leaves all others. */
export function dropAllowed(html: string, policy: string): string {
  return html.replaceAll(inline, (element, _name, code: string) =>
    policy.includes(toSource(code)) ? '' : element,
  )
}
