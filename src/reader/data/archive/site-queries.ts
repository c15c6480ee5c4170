import { queryOptions } from '@tanstack/react-query'
import { parseFacetDictionary } from '#contract/facet-dictionary.ts'
import { dataPath, manifestPath, type FileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { parseOpening } from '#contract/opening-file.ts'
import type { FacetName } from '#core/facet/facet.ts'
import { fetchBytes, fetchJson } from '#reader/data/files/fetch-file.ts'

// Whatever every view needs is cached for the life of the page: without the manifest nothing can be rendered.
const keep = { staleTime: Infinity, gcTime: Infinity }

/** The manifest of this page. It is never replaced under an open page: see `published-build-query.ts`. */
export const manifestQuery = () =>
  queryOptions({
    queryKey: ['manifest'],
    queryFn: ({ signal }) => fetchJson(manifestPath, parseManifest, { signal, cache: 'no-cache' }),
    ...keep,
  })

/** The data every view starts from. */
export const openingQuery = () =>
  queryOptions({
    queryKey: ['opening'],
    queryFn: async ({ client, signal }) => {
      const { opening: hash } = await client.ensureQueryData(manifestQuery())
      return fetchJson(dataPath('opening', hash), parseOpening, { hash, signal })
    },
    ...keep,
  })

/** The calendar: days and their ordinals. */
export const calendarQuery = () =>
  queryOptions({
    queryKey: ['calendar'],
    queryFn: async ({ client }) => (await client.ensureQueryData(openingQuery())).calendar,
    ...keep,
  })

/** The values of one facet; empty when the archive does not have the facet. */
export const dictionaryQuery = (facet: FacetName) =>
  queryOptions({
    queryKey: ['dictionary', facet],
    queryFn: async ({ client, signal }) => {
      const { facets } = await client.ensureQueryData(manifestQuery())
      const hash = facets.find((entry) => entry.facet === facet)?.dictionary
      if (hash === undefined) return { facet, values: [] }
      return fetchJson(dataPath('facets', hash), parseFacetDictionary, { hash, signal })
    },
    ...keep,
  })

/** The bytes of a selection file; dictionaries say which part belongs to which value. */
export const selectionFileQuery = (hash: FileHash) =>
  queryOptions({
    queryKey: ['selection-file', hash],
    queryFn: ({ signal }) => fetchBytes(dataPath('selections', hash), { hash, signal }),
  })
