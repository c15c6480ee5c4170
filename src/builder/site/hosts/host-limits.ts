import { toSizeText } from '#core/text/size-text.ts'
import type { SiteSize } from '../write/site-size.ts'

/** Limits of the free plan of Cloudflare Pages: files per site, bytes per file. */
const cloudflare = { files: 20_000, fileBytes: 25 * 1024 * 1024 }

/** Limit of GitHub Pages: bytes per site. */
const github = { bytes: 1_000_000_000 }

// Leaves room for new posts and for the files of one more build.
const pagesPerStep = 500

/** One line about the size of a site, then one for each host limit it exceeds, with what would fit. */
export function toSizeLines(size: SiteSize): string[] {
  const { files, bytes, largest } = size
  const lines = [`${files} files, ${toSizeText(bytes)}; the largest: ${toSizeText(largest.bytes)}`]
  if (files > cloudflare.files) lines.push(toFilesWarning(size))
  if (largest.bytes > cloudflare.fileBytes) {
    lines.push(`warning: ${largest.path} is larger than the 25 MiB that Cloudflare Pages allows.`)
  }
  if (bytes > github.bytes)
    lines.push('warning: the site is larger than the 1 GB that GitHub Pages allows.')
  return lines
}

function toFilesWarning({ files, pages }: SiteSize): string {
  const over = files - cloudflare.files
  const fitting = Math.floor((pages - over) / pagesPerStep) * pagesPerStep
  const way =
    fitting > 0
      ? `\`--pages latest:${fitting}\` fits`
      : pages >= over
        ? '`--pages none` fits'
        : `also \`--pages none\` leaves ${files - pages}: use another host`
  return `warning: ${files} files are more than the 20,000 that Cloudflare Pages allows for free; ${way}.`
}
