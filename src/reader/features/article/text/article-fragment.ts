import type { PostSummary } from '#contract/timeline-shard.ts'
import type { PostId } from '#core/post/post-id.ts'
import { toThumbnailUrl, type VideoReference } from '#core/address/video-url.ts'
import type { Words } from '#article/words.ts'
import { buildElement, toHost } from '../elements/build-element.ts'
import { dropBlanks } from './drop-blanks.ts'
import { leadInside } from './inner-links.ts'
import { linkHashtags } from '../video/link-hashtags.ts'
import type { FindLocalPicture } from './local-pictures.ts'
import { markEmphasis } from './mark-emphasis.ts'
import { gatePictures, type PictureGateOptions } from './pictures.ts'
import { buildPlayer, placePlayers } from '../video/players.ts'
import { prefixIds } from './prefix-ids.ts'
import type { SafeFragment } from '../safe/sanitize-article.ts'
import { wrapScrollBoxes } from './scroll-boxes.ts'
import { startFromTimes } from '../video/start-from-times.ts'
import { tellApartLinks } from './tell-apart-links.ts'

/** How the reader prepares a sanitized article. */
export interface FragmentOptions {
  id: PostId
  words: Words
  pictures: PictureGateOptions['mode']
  sourceUrl: string | undefined
  /** Finds the site's own copies of pictures; absent when it has none. */
  findLocal?: FindLocalPicture | undefined
  /** Players need a page served over HTTP: in a saved copy their links stay links. */
  withPlayers: boolean
  /** Address for a hashtag of a description; absent when hashtags stay plain text. */
  toHashtagHref?: (name: string) => string
}

/** Prepares a sanitized article for the page. Nodes are moved, added and named, but never serialized and parsed again. */
export function readyFragment(safe: SafeFragment, options: FragmentOptions): DocumentFragment {
  const { id, words, pictures, sourceUrl, findLocal, withPlayers, toHashtagHref } = options
  // The sanitizer's nodes belong to an inert document of its own, in which nothing would load.
  const root = document.adoptNode(safe)
  dropBlanks(root)
  leadInside(root)
  prefixIds(root, id)
  if (withPlayers) {
    placePlayers(root, { words, withStill: pictures === 'load' })
    startFromTimes(root, words)
  }
  tellApartLinks(root)
  if (toHashtagHref) linkHashtags(root, toHashtagHref)
  markEmphasis(root)
  wrapScrollBoxes(root, words)
  nameLinks(root, words)
  gatePictures(root, { mode: pictures, words, findLocal, sourceUrl })
  return root
}

/** Builds what goes above the text: the player of a video post and the lead image, treated like pictures in the text. */
export function buildAbove(
  above: {
    video: VideoReference | undefined
    title: string
    image: PostSummary['leadImage']
  },
  options: FragmentOptions,
): DocumentFragment {
  const { words, pictures, sourceUrl, findLocal } = options
  const root = document.createDocumentFragment()
  if (above.video) {
    const withStill = pictures === 'load'
    const still = pictures === 'off' ? undefined : findStill(above.video, findLocal)
    root.append(buildPlayer(above.video, { words, title: above.title, still, withStill }))
  }
  if (above.image) {
    const { url, alt, width, height } = above.image
    const picture = buildElement('img', {
      'data-src': url,
      alt: alt ?? '',
      width: width?.toString(),
      height: height?.toString(),
    })
    root.append(buildElement('figure', { class: 'article-lead' }, picture))
    gatePictures(root, { mode: pictures, words, findLocal, sourceUrl })
  }
  return root
}

/** Address of the site's own copy of a video's still picture. */
function findStill(
  video: VideoReference,
  findLocal: FragmentOptions['findLocal'],
): string | undefined {
  const url = toThumbnailUrl(video)
  return url === undefined ? undefined : findLocal?.(url)?.src
}

/** Names links without text, such as those around undescribed pictures, so that screen readers can announce them. */
function nameLinks(root: DocumentFragment, words: Words): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.textContent.trim() !== '' || link.title !== '') continue
    if (link.querySelector('img[alt]:not([alt=""])')) continue
    const host = toHost(link.getAttribute('href') ?? '')
    link.setAttribute('aria-label', words('article.linkTo', { host }))
  }
}
