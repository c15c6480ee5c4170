import { queryOptions } from '@tanstack/react-query'
import { parseBuildReport } from '#contract/build-report.ts'
import { parseCalendarFile } from '#contract/calendar-file.ts'
import { parseFacetDictionary } from '#contract/facet-dictionary.ts'
import { dataPath, manifestPath, type FileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { parseSelectionBytes } from '#contract/selection-file.ts'
import { emptySelection } from '#core/selection.ts'
import type { FacetName } from '#core/facet.ts'
import { fetchBytes, fetchJson } from './fetch-file.ts'

// What every view needs stays for the life of the page: without the manifest nothing can be drawn.
const keep = { staleTime: Infinity, gcTime: Infinity }

/** The manifest this page lives by. It is never exchanged under an open page: see `published-build-query.ts`. */
export const manifestQuery = () =>
  queryOptions({
    queryKey: ['manifest'],
    queryFn: ({ signal }) => fetchJson(manifestPath, parseManifest, { signal, cache: 'no-cache' }),
    ...keep,
  })

/** Days and their ordinals. */
export const calendarQuery = () =>
  queryOptions({
    queryKey: ['calendar'],
    queryFn: async ({ client, signal }) => {
      const { calendar: hash } = await client.ensureQueryData(manifestQuery())
      return fetchJson(dataPath('calendar', hash), parseCalendarFile, { hash, signal })
    },
    ...keep,
  })

/** Ordinals of the older versions of posts. */
export const supersededQuery = () =>
  queryOptions({
    queryKey: ['superseded'],
    queryFn: async ({ client, signal }) => {
      const { superseded: hash } = await client.ensureQueryData(manifestQuery())
      if (hash === undefined) return emptySelection
      return parseSelectionBytes(await fetchBytes(dataPath('selections', hash), { hash, signal }))
    },
    ...keep,
  })

/** Values of one facet; without values when the archive does not have the facet. */
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

/** Bytes of a selection file; dictionaries say which part belongs to which value. */
export const selectionFileQuery = (hash: FileHash) =>
  queryOptions({
    queryKey: ['selection-file', hash],
    queryFn: ({ signal }) => fetchBytes(dataPath('selections', hash), { hash, signal }),
  })

/** Account of the build. */
export const reportQuery = () =>
  queryOptions({
    queryKey: ['report'],
    queryFn: async ({ client, signal }) => {
      const { report: hash } = await client.ensureQueryData(manifestQuery())
      return fetchJson(dataPath('report', hash), parseBuildReport, { hash, signal })
    },
  })
