import { createHash } from 'node:crypto'
import { toSiteAddresses } from '../../address/site-addresses.ts'
import type { SiteConfig } from '../../config/site-config.ts'
import type { SiteFacts } from '../template-context.ts'

/** Longer settings are not sent to worker threads; templates then see none of them. */
const mostSettings = 65_536

/** What the settings of a collection tell of its site; `undefined` when there are none. */
export function toSiteFacts(
  collection: string,
  config: SiteConfig,
  values: Readonly<Record<string, unknown>> = {},
): SiteFacts | undefined {
  const { generator, habits, defaults } = config
  const addresses = toSiteAddresses(config, collection)
  if (generator === undefined || addresses === undefined) return undefined
  const all = JSON.stringify(values)
  const settings = all.length > mostSettings ? '' : all
  const key = createHash('sha256')
    .update(JSON.stringify([generator, addresses, settings, habits, defaults]))
    .digest('base64url')
    .slice(0, 16)
  return { generator, settings, addresses, ...(habits === undefined ? {} : { habits }), key }
}
