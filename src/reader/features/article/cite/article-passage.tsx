import { useEffect, type RefObject } from 'react'
import { PassageText } from '#core/passage/passage-text.ts'
import type { TextDirective } from '#core/passage/text-directive.ts'
import { toRange, type ReadNodeText } from '../hits/text-map.ts'
import { goToHit } from '../hits/show-hits.ts'
import { mapPassages } from './selected-passage.ts'

/** Debounce: the article may still change as pictures load or another script is chosen. */
const quietMs = 150

const mark = 'passage'

/** Passages already scrolled to. Going back to such an article restores its scroll position instead. */
const reached = new WeakSet<readonly TextDirective[]>()

interface ArticlePassageProps {
  /** The text directives that the page was opened with. */
  passages: readonly TextDirective[]
  /** The element that contains the article. */
  box: RefObject<HTMLElement | null>
  read: ReadNodeText
}

/**
 * Highlights the passages that the page's address names and scrolls to the first of them. The browser does the same when
 * it loads a page, but its highlights vanish with the nodes that the reader replaces, and it cannot find text that is
 * shown in another script.
 */
export function ArticlePassage({ passages, box, read }: ArticlePassageProps) {
  useEffect(() => {
    const text = box.current?.querySelector('.article-text')
    if (text === null || text === undefined) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const ranges = findPassages(text, passages, read)
      if ('highlights' in CSS) CSS.highlights.set(mark, new Highlight(...ranges))
      const [first] = ranges
      if (first === undefined) showRest(text)
      else if (!reached.has(passages)) {
        reached.add(passages)
        goToHit(first)
      }
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
  }, [passages, box, read])
  return null
}

function findPassages(
  text: Element,
  passages: readonly TextDirective[],
  read: ReadNodeText,
): Range[] {
  const map = mapPassages(text, read)
  const own = new PassageText(map.text)
  return passages.flatMap((passage) => {
    const found = own.find(passage)
    return (found && toRange(map, found.start, found.end)) ?? []
  })
}

/** A very long article is rendered in parts, and the passage may be in one that is not shown yet. */
function showRest(text: Element): void {
  text.querySelector<HTMLElement>('.article-rest')?.click()
}
