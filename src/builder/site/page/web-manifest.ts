/** Path of the web app manifest below the site's root. */
export const webManifestPath = 'site.webmanifest'

/** The paper of the light theme, as `tokens.css` has it. */
const paper = '#fcfaf5'

const longestName = 24

/**
 * The web app manifest (W3C): what a device shows of a site that was put beside its programs. Its addresses are relative to
 * itself, so it is the same below every base path.
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
      // With a way back and the address in sight: links are what this is for.
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
