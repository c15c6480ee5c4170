import { toContentSecurityPolicy, type SitePlace } from '../page/content-security-policy.ts'
import { cachePatterns, cacheRules } from './cache-rule.ts'

/** What every answer of a site should say, whoever serves it. `frame-ancestors` works only as a header. */
export function toSecurityHeaders(place: SitePlace): Record<string, string> {
  return {
    'Content-Security-Policy': `${toContentSecurityPolicy(place)}; frame-ancestors 'none'`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  }
}

/** Where this file lies in a site: for hosts that read it, not for readers. */
export const headersPath = '_headers'

/** The `_headers` file that some hosts (Netlify, Cloudflare Pages) read. It only adds to what the pages say themselves. */
export function toHeadersFile(place: SitePlace): string {
  const security = Object.entries(toSecurityHeaders(place)).map(
    ([name, value]) => `  ${name}: ${value}`,
  )
  // Rules add up on these hosts: one that named all paths would contradict the others.
  const caching = (['mutable', 'immutable'] as const).flatMap((kind) =>
    cachePatterns[kind].flatMap((pattern) => [
      `${place.base}${pattern}`,
      `  Cache-Control: ${cacheRules[kind]}`,
    ]),
  )
  return ['/*', ...security, ...caching, ''].join('\n')
}
