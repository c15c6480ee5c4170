import { readSelection } from './selected-passage.ts'

/** Room reserved for a menu of four lines, pixels; a little more than it takes. */
const menuWidth = 256
const menuHeight = 224

/** Positions a menu, before it is shown, at its button or, when that is out of sight, at the selected text. */
export function placeMenu(menu: HTMLElement, button: Element): void {
  const near = [button, readSelection()]
    .map((place) => place?.getBoundingClientRect())
    .find((place) => place !== undefined && isInSight(place))
  const { left, top, bottom } = near ?? new DOMRect(innerWidth / 2 - menuWidth / 2, innerHeight / 3)
  const { clientWidth, clientHeight } = document.documentElement
  const { style } = menu
  style.left = `${Math.max(8, Math.min(left, clientWidth - menuWidth - 8)) + scrollX}px`
  // Above where there is room: below a button at the end of the page the menu would be out of sight.
  const isAbove = top > menuHeight
  style.top = isAbove ? 'auto' : `${bottom + scrollY + 4}px`
  style.bottom = isAbove ? `${clientHeight - top - scrollY + 4}px` : 'auto'
}

function isInSight({ top, bottom }: DOMRect): boolean {
  return bottom > 0 && top < innerHeight
}
