import { useCallback, useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import { chineseScriptChoice } from '#reader/chinese-script/shown-chinese-script.ts'
import type { ReadNodeText } from '../hits/text-map.ts'
import { ConvertedText } from './converted-text.ts'

/**
 * Converts the Chinese text in a box, and any added later, to the chosen script.
 * @returns a function that reads the original text of a node.
 */
export function useChineseScript(box: RefObject<HTMLElement | null>): ReadNodeText {
  const converted = useRef<ConvertedText>(undefined)
  const shown = useSyncExternalStore(chineseScriptChoice.subscribe, chineseScriptChoice.read)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null || shown === undefined) return undefined
    const text = new ConvertedText(shown)
    converted.current = text
    text.show(element)
    const observer = new MutationObserver(() => text.show(element))
    observer.observe(element, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      text.restore()
      converted.current = undefined
    }
  }, [box, shown])
  return useCallback((node) => converted.current?.toWritten(node) ?? node.data, [])
}
