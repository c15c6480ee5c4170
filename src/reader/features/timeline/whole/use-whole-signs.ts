import { useEffect, useEffectEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { isTextField } from '#reader/ui/use-keys.ts'
import { toKeyName } from '#reader/ui/key-name.ts'
import type { ListFiller } from './list-filler.ts'

type Box = RefObject<HTMLElement | null>

/**
 * Fills a list when somebody wants the whole document: to select, print, save or search it by the browser's keys or menus.
 */
export function useWholeSigns(box: Box, filler: ListFiller): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (filler.isWhole || event.altKey || event.ctrlKey === event.metaKey) return
    const key = toKeyName(event).toLowerCase()
    if (key === 'p') {
      // Printing waits for the rows; the browser's own would not.
      event.preventDefault()
      void filler.fillWhole().then(() => {
        window.print()
      })
    } else if (key === 's') void filler.fillWhole()
    else if (key === 'f') void filler.fill('now')
    else if (key === 'a' && !isTextField(event.target)) void fillSelection(box, filler)
  })
  const select = useEffectEvent(() => {
    if (!filler.isWhole && spansList(box.current)) void fillSelection(box, filler)
  })
  const print = useEffectEvent(() => {
    // Printed from a menu: there is no waiting, so the page says which rows are missing.
    if (!filler.isFull) flushSync(() => filler.fillAtOnce())
  })
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    document.addEventListener('keydown', (event) => press(event), { signal })
    document.addEventListener('selectionchange', () => select(), { signal })
    window.addEventListener('beforeprint', () => print(), { signal })
    return () => {
      listening.abort()
    }
  }, [])
}

/** Fills the list and then selects the new rows too, if all was selected and still is. */
async function fillSelection(box: Box, filler: ListFiller): Promise<void> {
  await filler.fillWhole()
  if (spansList(box.current)) getSelection()?.selectAllChildren(document.body)
}

/** Whether the selection goes from before the list to its last row or beyond: all of the page is selected. */
function spansList(list: HTMLElement | null): boolean {
  const selection = getSelection()
  if (list === null || selection === null || selection.rangeCount === 0) return false
  const range = selection.getRangeAt(0)
  // Asked first because every move of the caret asks: the rows are many.
  if (range.collapsed || list.contains(range.startContainer)) return false
  const last = [...list.querySelectorAll('[data-ordinal]')].at(-1)
  return last !== undefined && range.comparePoint(list, 0) >= 0 && range.intersectsNode(last)
}
