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

/** Loads the words of source files and of checking citations in the language shown; whether they are there. */
export function useProofWords(): boolean {
  const { language } = useTranslation()
  return useQuery(proofWordsQuery(language)).data ?? false
}
