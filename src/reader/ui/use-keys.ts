import { useEffectEvent, useLayoutEffect } from 'react'

/** What single keys do, by `KeyboardEvent.key`. */
export type KeyActions = Readonly<Record<string, () => void>>

/**
 * Lets single keys act while the component is shown. Typing in a field, a key held with a modifier and an
 * open dialog keep their keys to themselves.
 */
export function useKeys(actions: KeyActions): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isFree(event) || !Object.hasOwn(actions, event.key)) return
    event.preventDefault()
    actions[event.key]?.()
  })
  // Before the page is painted: a key pressed at what is seen must not reach what was there before it.
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

function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.isComposing || document.querySelector('dialog[open]') !== null) return false
  const { target } = event
  if (!(target instanceof HTMLElement)) return true
  if (target instanceof HTMLInputElement) return ['checkbox', 'radio'].includes(target.type)
  return !target.isContentEditable && !['TEXTAREA', 'SELECT'].includes(target.tagName)
}
