import { queryOptions, useQuery } from '@tanstack/react-query'
import type { InterfaceLanguage } from '#article/languages/interface-languages.ts'
import type { Messages } from '#article/words.ts'
import { interfaceWords } from './interface-words.ts'
import { useTranslation } from './use-translation.ts'

const proofWordsQuery = (language: InterfaceLanguage) =>
  queryOptions({
    queryKey: ['proof-words', language],
    queryFn: async () => {
      const file = import(`../messages/proof/${language}.json`) as Promise<{ default: Messages }>
      interfaceWords.add(language, (await file).default)
      return true
    },
    staleTime: Infinity,
    gcTime: Infinity,
  })

/** Whether words are there, and why they are not. */
interface LoadedWords {
  isHere: boolean
  /** Null while they are loading. */
  error: Error | null
  onRetry: () => void
}

/** Loads the words of source files and of checking citations in the language shown. */
export function useProofWords(): LoadedWords {
  const { language } = useTranslation()
  const { data, error, refetch } = useQuery(proofWordsQuery(language))
  return { isHere: data === true, error, onRetry: () => void refetch() }
}
