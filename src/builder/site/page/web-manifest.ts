/** Path of the web app manifest below the site's root. */
export const webManifestPath = 'site.webmanifest'

/** Paper colour of the light theme, the same as in `tokens.css`. */
const paper = '#fcfaf5'

const longestName = 24

/**
 * The web app manifest (W3C), which makes a site installable. Its addresses are relative to itself, so it is the same
 * below every base path.
 */
export function toWebManifest({
  title,
  description,
  language,
}: {
  title: string
  description: string | undefined
  /** BCP 47 language of the interface. */
  language: string
}): string {
  const characters = Array.from(title)
  return `${JSON.stringify(
    {
      name: title,
      short_name: characters.length <= longestName ? title : undefined,
      description,
      lang: language,
      start_url: './',
      scope: './',
      // Keeps the back button and the address visible: an archive lives by its links.
      display: 'minimal-ui',
      background_color: paper,
      theme_color: paper,
      icons: [
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    undefined,
    2,
  )}\n`
}
