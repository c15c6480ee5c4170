import { useEffect, type RefObject } from 'react'

/**
 * Tells styles how much of the window's lower edge a bar takes (`--listen-room`), so that others can stand above it. Browsers that
 * this reader still works in have no way to ask for that in a style sheet.
 */
export function useBottomRoom(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = bar.current
    if (element === null) return undefined
    const { style } = document.documentElement
    const tell = () => {
      const room = innerHeight - element.getBoundingClientRect().top
      style.setProperty('--listen-room', `${Math.max(0, room)}px`)
    }
    const observer = new ResizeObserver(tell)
    observer.observe(element)
    addEventListener('resize', tell)
    return () => {
      observer.disconnect()
      removeEventListener('resize', tell)
      style.removeProperty('--listen-room')
    }
  }, [bar])
}
