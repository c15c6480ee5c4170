import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { KeptRecord } from '#reader/storage/kept/kept-record.ts'
import { keptQuery } from '#reader/data/kept/kept-query.ts'

/** What is kept of this site, and a way to change it: what is shown follows each change, also one that failed. */
export function useKept(): {
  kept: KeptRecord | undefined
  change: <T>(work: () => Promise<T>) => Promise<T>
} {
  const client = useQueryClient()
  const { data } = useQuery(keptQuery())
  return {
    kept: data ?? undefined,
    change: async (work) => {
      try {
        return await work()
      } finally {
        await client.invalidateQueries({ queryKey: ['kept'] })
      }
    },
  }
}
