import { sourceAttribute, type SourceElement } from '../source/source-html.ts'
import { makeMark } from './mark.ts'
import { findElement, holdsWords, makeSourceElement, renameElement } from './source-nodes.ts'

/** Elements of AMP and of scripts that load players late: the attribute with the id, and the address before it. */
const players: Readonly<Record<string, readonly [attribute: string, player: string]>> = {
  'amp-gist': ['data-gistid', 'https://gist.github.com/'],
  'amp-instagram': ['data-shortcode', 'https://www.instagram.com/p/'],
  'amp-soundcloud': ['data-trackid', 'https://api.soundcloud.com/tracks/'],
  'amp-twitter': ['data-tweetid', 'https://x.com/i/status/'],
  'amp-dailymotion': ['data-videoid', 'https://www.dailymotion.com/embed/video/'],
  'amp-vimeo': ['data-videoid', 'https://player.vimeo.com/video/'],
  'amp-youtube': ['data-videoid', 'https://www.youtube.com/embed/'],
  'lite-vimeo': ['videoid', 'https://player.vimeo.com/video/'],
  'lite-youtube': ['videoid', 'https://www.youtube.com/embed/'],
  'youtube-video': ['videoid', 'https://www.youtube.com/embed/'],
}

const pictureName = /im(?:g|age)|photo|picture/
const playerName =
  /audio|brightcove|embed|facebook|frame|gist|jwplayer|player|tweet|twitter|video|vimeo/
// What only measures, sells or asks.
const silentName =
  /^amp-(?:ad|analytics|auto-ads|call-tracking|consent|pixel|social-share|state|sticky-ad|user-notification|web-push)/
const addressAttributes = ['src', 'data-src', 'data-href', 'data-url', 'href', 'url']

/**
 * What stands for an element of AMP, of a component or of a script that loads late: a picture, the frame of a player or
 * of a post elsewhere, a mark. `undefined` for any other element, and for one that shows something itself.
 */
export function settleComponent(element: SourceElement): SourceElement[] | undefined {
  const { tagName } = element
  if (!tagName.includes('-') || silentName.test(tagName)) return undefined
  const frame = toPlayerFrame(element)
  if (frame !== undefined) return [frame]
  if (holdsWords(element) || findElement(element, isShown) !== undefined) return undefined
  const address = addressAttributes.find((name) => sourceAttribute(element, name)?.trim())
  if (pictureName.test(tagName)) {
    const isPicture = address !== undefined || sourceAttribute(element, 'srcset') !== undefined
    return isPicture ? [renameElement(element, 'img', [])] : undefined
  }
  if (!playerName.test(tagName)) return undefined
  if (address === undefined) return [makeMark('player', sourceAttribute(element, 'title') ?? '')]
  return [toFrame(element, sourceAttribute(element, address) ?? '')]
}

function isShown({ tagName }: SourceElement): boolean {
  return /^(?:audio|embed|iframe|img|object|svg|video)$/.test(tagName)
}

function toPlayerFrame(element: SourceElement): SourceElement | undefined {
  const [attribute, player] = players[element.tagName] ?? []
  if (attribute === undefined || player === undefined) return undefined
  const id = sourceAttribute(element, attribute) ?? ''
  return /^[\w-]{1,64}$/.test(id) ? toFrame(element, player + id) : undefined
}

function toFrame({ parentNode }: SourceElement, src: string): SourceElement {
  const frame = makeSourceElement('iframe', { src }, [])
  frame.parentNode = parentNode
  return frame
}
