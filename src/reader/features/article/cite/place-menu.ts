import { readSelection } from './selected-passage.ts'

/** Room reserved for a menu of eight lines, pixels; a little more than it takes. */
const menuWidth = 256
const menuHeight = 400
/** Where there is less room the menu scrolls, but not within less than this. */
const leastHeight = 160
const margin = 12

/**
 * Positions a menu, before it is shown: below its button, or above where there is more room; what does not fit scrolls. When a key opens it and the
 * button is out of sight, it opens at the selected text, else in the corner where it covers the least of what is read.
 */
export function placeMenu(menu: HTMLElement, button: Element): void {
  const { clientWidth, clientHeight } = document.documentElement
  const near = [button, readSelection()]
    .map((place) => place?.getBoundingClientRect())
    .find((place) => place !== undefined && isInSight(place))
  const { left, top, bottom } = near ?? new DOMRect(clientWidth, clientHeight - 64)
  // Beside something it moves along with the page; in the corner it stays, also while the page still scrolls.
  const [x, y] = near === undefined ? [0, 0] : [scrollX, scrollY]
  const { style } = menu
  style.position = near === undefined ? 'fixed' : 'absolute'
  style.left = `${Math.max(8, Math.min(left, clientWidth - menuWidth - 8)) + x}px`
  const below = clientHeight - bottom - margin
  const above = top - margin
  const isBelow = below >= menuHeight || below >= above
  style.setProperty('max-height', `${Math.max(leastHeight, isBelow ? below : above)}px`)
  style.top = isBelow ? `${bottom + y + 4}px` : 'auto'
  style.bottom = isBelow ? 'auto' : `${clientHeight - top - y + 4}px`
}

function isInSight({ top, bottom }: DOMRect): boolean {
  return bottom > 0 && top < innerHeight
}
