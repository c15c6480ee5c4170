import { useEffectEvent, useLayoutEffect } from 'react'
import { toKeyName } from './key-name.ts'
import { openDialogs } from './open-dialogs.ts'

/** Actions of single keys, by the names `toKeyName` gives. */
export type KeyActions = Readonly<Record<string, () => void>>

/**
 * Binds single-key shortcuts while the component is mounted. Ignores keys typed in a field, pressed with a modifier, or
 * pressed while a dialog is open.
 */
export function useKeys(actions: KeyActions): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isFreeKey(event)) return
    const name = toKeyName(event)
    if (!Object.hasOwn(actions, name)) return
    event.preventDefault()
    actions[name]?.()
  })
  // Bound before the page is painted: a key pressed on the new page must not trigger a shortcut of the previous one.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => {
      press(event)
    }
    document.addEventListener('keydown', listener)
    return () => {
      document.removeEventListener('keydown', listener)
    }
  }, [])
}

/** Whether a key is a shortcut of the page: not one of a field, a dialog or the browser. */
export function isFreeKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.isComposing || openDialogs.size > 0) return false
  return !isTextField(event.target)
}

/** Whether an element takes text, so that its keys are its own. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio'].includes(target.type)
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName)
}
