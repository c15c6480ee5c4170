import { queryOptions } from '@tanstack/react-query'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import { parseOriginals } from '#contract/originals-file.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'

/** Original addresses and whole titles of consecutive posts, by the hash of their file; titles by their place in `urls`. */
export const originalsQuery = (hash: FileHash) =>
  queryOptions({
    queryKey: ['originals', hash],
    queryFn: async ({ signal }) => {
      const path = dataPath('originals', hash)
      const file = await fetchJson(path, parseOriginals, { hash, signal })
      return { ...file, titles: new Map(file.titles) }
    },
  })
