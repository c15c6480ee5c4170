import { queryOptions } from '@tanstack/react-query'
import { parseBuildReport } from '#contract/build-report.ts'
import { dataPath } from '#contract/file-names.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { manifestQuery } from './site-queries.ts'

/** The build report. Apart from what every view needs, so that the first script does not carry its shape. */
export const reportQuery = () =>
  queryOptions({
    queryKey: ['report'],
    queryFn: async ({ client, signal }) => {
      const { report: hash } = await client.ensureQueryData(manifestQuery())
      return fetchJson(dataPath('report', hash), parseBuildReport, { hash, signal })
    },
  })
