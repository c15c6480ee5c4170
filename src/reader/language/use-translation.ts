import { useSyncExternalStore } from 'react'
import { interfaceWords, type Translation } from './interface-words.ts'

/** Words for components, live. */
export function useTranslation(): Translation {
  return useSyncExternalStore(interfaceWords.subscribe, interfaceWords.read)
}
