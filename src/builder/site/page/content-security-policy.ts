/** Where a site will be. */
export interface SitePlace {
  /** Path on its host, with `/` at both ends. */
  base: string
  /** Scheme and host, `https://archive.example`; absent = unknown until it is served. */
  origin?: string | undefined
}

/**
 * The Content-Security-Policy of every page. With a known origin scripts come from the site's own `assets/` alone, so that a
 * data file or a page of the same host can never be run as a script.
 */
export function toContentSecurityPolicy({ base, origin }: SitePlace): string {
  const scripts = origin === undefined ? `'self'` : `${origin}${base}assets/`
  return [
    `default-src 'none'`,
    `script-src ${scripts}`,
    `style-src 'self'`,
    `img-src 'self' https:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    'media-src https:',
    'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
    `worker-src ${scripts}`,
    `manifest-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    // The second policy lets one worker start and makes nothing else: see the reader's `start-search-worker.ts`.
    'trusted-types dompurify broadsheet-search-worker',
    ...(origin?.startsWith('https:') === true ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
