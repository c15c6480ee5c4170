/**
 * The Content-Security-Policy of a lifeboat: it runs the loader and the reader, which are named by their hashes, and the
 * search worker, which they make; it asks no host for anything but pictures and players that somebody turns on.
 * @param scripts - source expressions of the loader and the reader.
 * @param styles - source expressions of the style sheet.
 */
export function toLifeboatPolicy(scripts: readonly string[], styles: readonly string[]): string {
  return [
    `default-src 'none'`,
    `script-src ${scripts.join(' ')}`,
    `style-src ${styles.join(' ')}`,
    'img-src blob: https:',
    'media-src https:',
    'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
    'worker-src blob:',
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    'trusted-types dompurify broadsheet-search-worker broadsheet-code',
  ].join('; ')
}
