import { useSyncExternalStore } from 'react'
import { interfaceWords, type Translation } from './interface-words.ts'

/** The interface's words; rerenders when the language changes. */
export function useTranslation(): Translation {
  return useSyncExternalStore(interfaceWords.subscribe, interfaceWords.read)
}
