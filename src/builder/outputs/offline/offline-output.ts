import type { DataKind } from '#contract/file-names.ts'
import type { OfflineFile } from '#contract/offline-file.ts'
import { compareText } from '#builder/ground/text/compare.ts'
import type { Output } from '#builder/site/assembly/output.ts'
import { verifyOffline } from './verify-offline.ts'

/** Kinds of data that any list may need; rows, articles and pictures are kept as far as a list has them. */
const sharedKinds: readonly DataKind[] = [
  'opening',
  'directories',
  'facets',
  'selections',
  'columns',
  'clocks',
  'topics',
  'statistics',
  'report',
]

/** The list of files that a device keeps with any list. It is written after all of them. */
export const offlineOutput: Output = {
  plan: () => ({
    isLast: true,
    write: async ({ writer }) => ({
      offline: await writer.writeJson('offline', { files: listShared(writer.listFiles()) }),
    }),
  }),
  verify: verifyOffline,
}

function listShared(
  files: readonly (readonly [path: string, bytes: number])[],
): OfflineFile['files'] {
  return files
    .filter(([path]) => isShared(path))
    .map(([path, bytes]): [string, number] => [path, bytes])
    .toSorted(([a], [b]) => compareText(a, b))
}

/** Whether a file of a site is kept with any list. */
export function isShared(path: string): boolean {
  // Not the code for lifeboats, which is as large as all else.
  if (path.startsWith('assets/')) return /\.(?:css|js|svg)$/.test(path)
  return sharedKinds.some((kind) => path.startsWith(`data/${kind}/`))
}
