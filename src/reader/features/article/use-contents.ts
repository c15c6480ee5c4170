import { useEffect, useLayoutEffect, type RefObject } from 'react'

/** Width from which the table of contents is beside the text. The style sheet uses the same one. */
const railQuery = '(width >= 85rem)'

/** A section counts as being read once its heading is above this fraction of the window's height. */
const readLine = 0.3

/** Unfolds the table of contents when it is beside the text, and marks the section that is being read. */
export function useContents(box: RefObject<HTMLElement | null>, isShown: boolean): void {
  useLayoutEffect(() => {
    if (!isShown) return
    const details = box.current?.querySelector<HTMLDetailsElement>('.article-contents details')
    if (details) details.open = matchMedia(railQuery).matches
  }, [box, isShown])
  useEffect(() => {
    if (!isShown) return undefined
    const links = [...(box.current?.querySelectorAll<HTMLElement>('.article-contents a') ?? [])]
    if (links.length === 0) return undefined
    let frame = 0
    let marked: HTMLElement | undefined
    const mark = () => {
      frame = 0
      const current = findCurrent(links)
      if (current === marked) return
      marked?.removeAttribute('aria-current')
      current?.setAttribute('aria-current', 'location')
      marked = current
      if (current) scrollRail(current)
    }
    const later = () => {
      frame ||= requestAnimationFrame(mark)
    }
    later()
    addEventListener('scroll', later, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', later)
    }
  }, [box, isShown])
}

/** The link to the last heading above the reading line. Headings have the order of their links. */
function findCurrent(links: readonly HTMLElement[]): HTMLElement | undefined {
  const line = innerHeight * readLine
  let low = 0
  let high = links.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const target = document.getElementById(links[middle]?.getAttribute('href')?.slice(1) ?? '')
    if (target && target.getBoundingClientRect().top <= line) low = middle + 1
    else high = middle
  }
  return links[low - 1]
}

/** Scrolls a table taller than the window so that a link in it stays in sight; the page itself does not move. */
function scrollRail(link: HTMLElement): void {
  const rail = link.closest('details')
  if (!rail || rail.scrollHeight <= rail.clientHeight) return
  const top = link.getBoundingClientRect().top - rail.getBoundingClientRect().top
  if (top < 0 || top + link.offsetHeight > rail.clientHeight)
    rail.scrollTop += top - rail.clientHeight / 2
}
