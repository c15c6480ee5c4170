import { useLayoutEffect, useSyncExternalStore, type RefObject } from 'react'
import { scriptChoice } from '#reader/ui/shown-script.ts'
import { ScriptedText } from './scripted-text.ts'

/** Shows the Chinese texts in a box in the script that the reader chose, also those that come later. */
export function useShownScript(box: RefObject<HTMLElement | null>): void {
  const shown = useSyncExternalStore(scriptChoice.subscribe, scriptChoice.read)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null || shown === undefined) return undefined
    const scripted = new ScriptedText(shown)
    scripted.show(element)
    const observer = new MutationObserver(() => scripted.show(element))
    observer.observe(element, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      scripted.restore()
    }
  }, [box, shown])
}
