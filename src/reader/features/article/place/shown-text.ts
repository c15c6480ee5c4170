import { mapText, type ReadNodeText } from '../hits/text-map.ts'
import type { ShownText } from './article-place.ts'

/** The text of the article in a box; `undefined` while none is shown. */
export function readShownText(box: HTMLElement | null, read: ReadNodeText): ShownText | undefined {
  const text = box?.querySelector('.article-text')
  return text ? { box: text, map: mapText(text, read) } : undefined
}
