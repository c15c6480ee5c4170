import { useEffect, type RefObject } from 'react'
import { PassageText } from '#core/passage/passage-text.ts'
import type { NamedPassages } from '#core/passage/text-directive.ts'
import { toRange, type ReadNodeText } from '../hits/text-map.ts'
import { goToHit } from '../hits/show-hits.ts'
import { isFreshVisit } from './opened-passages.ts'
import { mapPassages } from './selected-passage.ts'

/** Debounce: the article may still change as pictures load or another script is chosen. */
const quietMs = 150

const mark = 'passage'

/** Entries of the history whose passage was scrolled to. Going back to one restores its scroll position instead. */
const reached = new Set<string>()

interface ArticlePassageProps {
  /** What the page's address names. */
  passages: NamedPassages
  /** Names the entry of the history and its fragment. */
  entry: string
  /** The element that contains the article. */
  box: RefObject<HTMLElement | null>
  read: ReadNodeText
}

/**
 * Highlights the passages that the page's address names and scrolls to the first of them. The browser does the same when
 * it loads a page, but its highlights vanish with the nodes that the reader replaces, and it cannot find text that is
 * shown in another script.
 */
export function ArticlePassage({ passages, entry, box, read }: ArticlePassageProps) {
  useEffect(() => {
    if (reached.size === 0 && !isFreshVisit) reached.add(entry)
    const text = box.current?.querySelector('.article-text')
    if (text === null || text === undefined) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const ranges = findPassages(text, passages, read)
      const [first] = ranges
      if (first === undefined) {
        showRest(text)
        return
      }
      const isReached = reached.has(entry)
      showPassages(ranges, first, isReached)
      reached.add(entry)
      if (!isReached) goToHit(first)
    }
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(look, quietMs)
    })
    observer.observe(text, { childList: true, characterData: true, subtree: true })
    look()
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      if ('highlights' in CSS) CSS.highlights.delete(mark)
    }
  }, [passages, entry, box, read])
  return null
}

function findPassages(
  text: Element,
  { place, directives }: NamedPassages,
  read: ReadNodeText,
): Range[] {
  const map = mapPassages(text, read)
  const own = new PassageText(map.text)
  const placed = place && own.findPlace(place)
  // Its words may stand in the part that is shown too, earlier than the passage.
  if (placed === undefined && place !== undefined && findRest(text) !== null) return []
  const found = placed === undefined ? directives.map((words) => own.find(words)) : [placed]
  return found.flatMap((stretch) => (stretch && toRange(map, stretch.start, stretch.end)) ?? [])
}

/** Browsers without highlights show the first passage as selected text, once. */
function showPassages(ranges: readonly Range[], first: Range, isReached: boolean): void {
  if ('highlights' in CSS) CSS.highlights.set(mark, new Highlight(...ranges))
  else if (!isReached) {
    const selection = getSelection()
    selection?.removeAllRanges()
    selection?.addRange(first)
  }
}

/** A very long article is rendered in parts, and the passage may be in one that is not shown yet. */
function showRest(text: Element): void {
  findRest(text)?.click()
}

function findRest(text: Element): HTMLElement | null {
  return text.querySelector<HTMLElement>('.article-rest')
}
