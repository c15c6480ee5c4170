import type { PostSummary } from '#contract/timeline-shard.ts'
import type { PostId } from '#core/post/post-id.ts'
import { toThumbnailUrl, type VideoReference } from '#core/address/video-url.ts'
import type { Words } from '#article/words.ts'
import { buildElement, toHost } from '../elements/build-element.ts'
import { dropBlanks } from './drop-blanks.ts'
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

/** What the reader adds to a sanitized article. */
export interface FragmentOptions {
  id: PostId
  words: Words
  pictures: PictureGateOptions['mode']
  sourceUrl: string | undefined
  /** Finds the site’s own copies; absent when it has none. */
  findLocal?: FindLocalPicture | undefined
  /** Players need a server to stand on: in a saved copy their links stay links. */
  withPlayers: boolean
  /** What a hashtag of a description leads to; absent where hashtags are just text. */
  toHashtagHref?: (name: string) => string
}

/** Readies a sanitized article for the page: nodes are moved, added and named, never written as markup again. */
export function readyFragment(safe: SafeFragment, options: FragmentOptions): DocumentFragment {
  const { id, words, pictures, sourceUrl, findLocal, withPlayers, toHashtagHref } = options
  // The sanitizer's nodes belong to a document of its own, where nothing would ever load.
  const root = document.adoptNode(safe)
  dropBlanks(root)
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

/** What stands above the text: the player of a video post, the lead image. Treated like the pictures of the text. */
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

/** Address of the still of a video in the site itself. */
function findStill(
  video: VideoReference,
  findLocal: FragmentOptions['findLocal'],
): string | undefined {
  const url = toThumbnailUrl(video)
  return url === undefined ? undefined : findLocal?.(url)?.src
}

/** Names links that hold no words, such as a picture without a description: else nobody could hear where they lead. */
function nameLinks(root: DocumentFragment, words: Words): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.textContent.trim() !== '' || link.title !== '') continue
    if (link.querySelector('img[alt]:not([alt=""])')) continue
    const host = toHost(link.getAttribute('href') ?? '')
    link.setAttribute('aria-label', words('article.linkTo', { host }))
  }
}
