import { sourceAttribute, type SourceElement } from '../source/source-html.ts'
import { makeSourceElement } from './source-nodes.ts'

/** Elements of AMP and of scripts that load players late: the attribute with the video's id, and the player. */
const players: Readonly<Record<string, readonly [attribute: string, player: string]>> = {
  'amp-dailymotion': ['data-videoid', 'https://www.dailymotion.com/embed/video/'],
  'amp-vimeo': ['data-videoid', 'https://player.vimeo.com/video/'],
  'amp-youtube': ['data-videoid', 'https://www.youtube.com/embed/'],
  'lite-vimeo': ['videoid', 'https://player.vimeo.com/video/'],
  'lite-youtube': ['videoid', 'https://www.youtube.com/embed/'],
  'youtube-video': ['videoid', 'https://www.youtube.com/embed/'],
}

/** The frame that an element of AMP or the like stands for; `undefined` for any other element. */
export function toPlayerFrame(element: SourceElement): SourceElement | undefined {
  const [attribute, player] = players[element.tagName] ?? []
  if (attribute === undefined || player === undefined) return undefined
  const id = sourceAttribute(element, attribute) ?? ''
  if (!/^[\w-]{1,64}$/.test(id)) return undefined
  const frame = makeSourceElement('iframe', { src: player + id }, [])
  frame.parentNode = element.parentNode
  return frame
}
