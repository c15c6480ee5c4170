import { toContentSecurityPolicy, type SitePlace } from '../prerender/content-security-policy.ts'

/** What every answer of a site should say, whoever serves it. `frame-ancestors` works only as a header. */
export function toSecurityHeaders(place: SitePlace): Record<string, string> {
  return {
    'Content-Security-Policy': `${toContentSecurityPolicy(place)}; frame-ancestors 'none'`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  }
}

/** How long a file may be kept: for ever when its name holds its hash, else only while the host confirms it. */
export const cacheRules = {
  immutable: 'public, max-age=31536000, immutable',
  mutable: 'no-cache',
} as const

/** The `_headers` file that some hosts (Netlify, Cloudflare Pages) read. It only adds to what the pages say themselves. */
export function toHeadersFile(place: SitePlace): string {
  const security = Object.entries(toSecurityHeaders(place)).map(
    ([name, value]) => `  ${name}: ${value}`,
  )
  return [
    '/*',
    ...security,
    // Rules add up on these hosts: one that named all paths would contradict the ones below.
    ...[
      place.base,
      `${place.base}manifest.json`,
      `${place.base}index.html`,
      `${place.base}posts/*`,
      `${place.base}browse/*`,
    ].flatMap((path) => [path, `  Cache-Control: ${cacheRules.mutable}`]),
    `${place.base}data/*`,
    `  Cache-Control: ${cacheRules.immutable}`,
    `${place.base}assets/*`,
    `  Cache-Control: ${cacheRules.immutable}`,
    '',
  ].join('\n')
}
