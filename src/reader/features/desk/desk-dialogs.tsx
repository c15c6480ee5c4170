import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { ChooseLists } from './choose-lists.tsx'
import { deskDialog } from './desk-dialog.ts'
import { EditList } from './edit-list.tsx'

const close = () => deskDialog.write(undefined)

/** The dialog of the desk that somebody has asked for. */
export function DeskDialogs() {
  const asked = useSyncExternalStore(deskDialog.subscribe, deskDialog.read)
  useFocusBack(asked !== undefined)
  if (asked === undefined) return null
  return asked.kind === 'choose' ? (
    <ChooseLists posts={asked.posts} onClose={close} />
  ) : (
    <EditList list={asked.list} onClose={close} />
  )
}

/** Gives the focus back to what had it: a dialog that is gone from the page does not. */
function useFocusBack(isOpen: boolean): void {
  const before = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (isOpen) before.current = document.activeElement
  }, [isOpen])
  useEffect(() => {
    if (!isOpen) return undefined
    return () => {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
    }
  }, [isOpen])
}
