import { AnchorText } from '#core/anchor/anchor-text.ts'
import type { PostId } from '#core/post/post-id.ts'
import { findKeptPlace } from '#reader/data/desk/kept-places.ts'
import type { ReadNodeText } from '../hits/text-map.ts'
import type { PlaceHold } from './place-hold.ts'
import { readShownText } from './shown-text.ts'

interface Return {
  /** The element that contains the article. */
  box: HTMLElement
  read: ReadNodeText
  hold: PlaceHold
  signal: AbortSignal
}

/** Pixels above the window that the line begins: what comes before it must not count as in view. */
const above = 2
/** Whoever has moved so many pixels reads already. */
const movedPixels = 4

/** Goes to where somebody stopped in an article. Says whether it did: not when they have moved meanwhile, or it is lost. */
export async function returnToPlace(id: PostId, { box, read, hold, signal }: Return) {
  const from = window.scrollY
  const kept = await findKeptPlace(id)
  if (kept === undefined || signal.aborted || Math.abs(window.scrollY - from) > movedPixels) {
    return false
  }
  await showParts(box, kept.parts)
  const text = readShownText(box, read)
  const at = text && new AnchorText(text.map.text).findPlace(kept.anchor)
  if (at === undefined || signal.aborted) return false
  const words = text?.map.text.slice(at, at + 40)
  hold.keep({ at, words, top: -above, parts: kept.parts })
  return true
}

/** Shows as many parts of a very long article as were shown. */
async function showParts(box: HTMLElement, parts: number): Promise<void> {
  for (let at = 1; at < parts; at++) {
    if (box.querySelectorAll('.article-part').length >= parts) return
    box.querySelector<HTMLElement>('.article-rest')?.click()
    await new Promise(requestAnimationFrame)
  }
}
