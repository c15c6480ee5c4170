import type { Manifest } from '#contract/manifest.ts'
import { parseOffline, serviceWorkerPath } from '#contract/offline-file.ts'
import { listMissing } from '#builder/site/verify/list-missing.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'

/** Every file that a device would keep is part of the site, and so is the worker that answers with it. */
export async function verifyOffline({ offline }: Manifest, site: BuiltSite): Promise<string[]> {
  if (offline === undefined) return []
  await site.expectFile(serviceWorkerPath)
  const file = await site.readJson('offline', offline, parseOffline)
  if (file === undefined) return []
  const paths = file.files.map(([path]) => path)
  return listMissing(paths, { in: site.paths, of: 'offline', where: 'the site has no file' })
}
