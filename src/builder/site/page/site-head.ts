import { feedForms, feedFormats, feedPath } from '#core/address/feed-path.ts'
import { webManifestPath } from './web-manifest.ts'
import { escapeHtml } from '#core/html/escape-html.ts'

/** Markup for the `<head>` of every page: links to the web app manifest and the feeds. */
export function toSiteHead({
  base,
  title,
  hasFeeds,
}: {
  base: string
  title: string
  hasFeeds: boolean
}): string {
  const feeds = feedFormats.map((format) => {
    const { name, type } = feedForms[format]
    const label = escapeHtml(`${title} (${name})`)
    return `<link rel="alternate" type="${type}" title="${label}" href="${base}${feedPath(format)}">`
  })
  const manifest = `<link rel="manifest" href="${base}${webManifestPath}">`
  return [manifest, ...(hasFeeds ? feeds : [])].join('')
}
