import { isMirrorAddress } from '#contract/mirror-address.ts'
import { serviceWorkerPath } from '#contract/offline-file.ts'
import { noInlineSources, type InlineSources } from './inline-source.ts'

/** Where a site will be served. */
export interface SitePlace {
  /** Path on its host, with a leading and a trailing `/`. */
  base: string
  /** Scheme and host, `https://archive.example`; absent = unknown until it is served. */
  origin?: string | undefined
  /** Copies of it on other hosts, which the reader may read data from; absent = none. */
  mirrors?: string[] | undefined
}

/**
 * The Content-Security-Policy of every page. When the origin is known, scripts load only from the site's own
 * `assets/`, so no data file or page of the same host can run as a script. `inline`: the early scripts and the style
 * sheet that are part of pages; nothing else in a page runs or styles it.
 */
export function toContentSecurityPolicy(
  { base, origin, mirrors = [] }: SitePlace,
  inline: InlineSources = noInlineSources,
): string {
  const scripts = origin === undefined ? `'self'` : `${origin}${base}assets/`
  const worker = origin === undefined ? [] : [`${origin}${base}${serviceWorkerPath}`]
  return [
    `default-src 'none'`,
    `script-src ${[scripts, ...inline.script].join(' ')}`,
    `style-src ${[`'self'`, ...inline.style].join(' ')}`,
    `img-src 'self' https:`,
    `font-src 'self'`,
    `connect-src ${[`'self'`, ...mirrors].join(' ')}`,
    'media-src https:',
    'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
    // The service worker lies where the pages do: it may answer for its own folder alone.
    `worker-src ${[scripts, ...worker].join(' ')}`,
    `manifest-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    // Each of the others can start one worker and create nothing else: see the reader's `start-search-worker.ts` and
    // `register-worker.ts`.
    'trusted-types dompurify broadsheet-search-worker broadsheet-service-worker',
    ...(origin?.startsWith('https:') === true ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

const policyPattern = /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(?=")/

/**
 * A page that was built for one host, to be looked at on another: its policy takes scripts from `assets/` there, and no
 * request is sent to https because the first host has it. A policy without a host stays as it is.
 */
export function movePolicy(html: string, origin: string): string {
  return html.replace(
    policyPattern,
    (_, start: string, policy: string) =>
      start +
      policy
        .replaceAll(/(?:script-src|worker-src) [^;]+/g, (sources) =>
          sources.replaceAll(/https?:\/\/[^/\s;]+/g, origin),
        )
        .replace('; upgrade-insecure-requests', ''),
  )
}

/** The mirrors that the policy of a page allows. */
export function listAllowedMirrors(html: string): string[] {
  const policy = policyPattern.exec(html)?.[2] ?? ''
  const sources = /connect-src ([^;]+)/.exec(policy)?.[1] ?? ''
  return sources.split(' ').filter(isMirrorAddress)
}
