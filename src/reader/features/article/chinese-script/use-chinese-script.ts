import { useCallback, useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import { scriptChoice } from '#reader/chinese-script/shown-chinese-script.ts'
import type { ReadText } from '../hits/text-map.ts'
import { ScriptedText } from './converted-text.ts'

/** Shows the Chinese texts in a box in the script that the reader chose, also those that come later. Gives what reads them as written. */
export function useShownScript(box: RefObject<HTMLElement | null>): ReadText {
  const inScript = useRef<ScriptedText>(undefined)
  const shown = useSyncExternalStore(scriptChoice.subscribe, scriptChoice.read)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null || shown === undefined) return undefined
    const scripted = new ScriptedText(shown)
    inScript.current = scripted
    scripted.show(element)
    const observer = new MutationObserver(() => scripted.show(element))
    observer.observe(element, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      scripted.restore()
      inScript.current = undefined
    }
  }, [box, shown])
  return useCallback((node) => inScript.current?.toWritten(node) ?? node.data, [])
}
