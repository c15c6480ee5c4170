import type { InlineSources } from '../page/inline-source.ts'
import { toContentSecurityPolicy, type SitePlace } from '../page/content-security-policy.ts'
import { cachePatterns, cacheRules } from './cache-rule.ts'
import { crossOriginHeader, crossOriginPatterns } from './cross-origin.ts'

/**
 * Security headers for every response of a site, however it is served. `frame-ancestors` works only as a header.
 * `inline` as in the policy of its pages.
 */
export function toSecurityHeaders(
  place: SitePlace,
  inline?: InlineSources,
): Record<string, string> {
  const policy = toContentSecurityPolicy(place, inline)
  return {
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  }
}

/** Path of the headers file in a site; hosts read it and do not serve it. */
export const headersPath = '_headers'

/**
 * The `_headers` file that some hosts (Netlify, Cloudflare Pages) read. It adds to the policy that the pages carry
 * themselves.
 */
export function toHeadersFile(place: SitePlace, inline?: InlineSources): string {
  const security = Object.entries(toSecurityHeaders(place, inline)).map(
    ([name, value]) => `  ${name}: ${value}`,
  )
  // These hosts apply every matching rule: a catch-all `Cache-Control` would contradict the others.
  const rules = (['mutable', 'immutable'] as const).flatMap((kind) =>
    cachePatterns[kind].flatMap((pattern) => toRule(place, pattern, cacheRules[kind])),
  )
  return ['/*', ...security, ...rules, ''].join('\n')
}

function toRule({ base, mirrors }: SitePlace, pattern: string, caching: string): string[] {
  const lines = [`${base}${pattern}`, `  Cache-Control: ${caching}`]
  const { name, value } = crossOriginHeader
  if (mirrors !== undefined && crossOriginPatterns.includes(pattern)) {
    lines.push(`  ${name}: ${value}`)
  }
  return lines
}
