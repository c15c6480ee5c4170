import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toDiskPath } from '#builder/ground/disk/disk-name.ts'
import type { SiteConfig } from './site-config.ts'

const places = ['CNAME', 'static/CNAME', 'source/CNAME', 'public/CNAME']
const hostName = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,24}$/i

/**
 * Adds the address of a site whose settings do not give it: hosts such as GitHub Pages keep its name in a file `CNAME`
 * beside the pages. Never throws.
 * @param folder that of the site.
 */
export async function withHost(config: SiteConfig, folder: string): Promise<SiteConfig> {
  if (config.generator === undefined || /^https?:\/\/[^/]/i.test(config.url ?? '')) return config
  for (const place of places) {
    const text = await readFile(toDiskPath(join(folder, place)), 'utf8').catch(() => '')
    const host = text.slice(0, 300).trim().split(/\s/)[0] ?? ''
    if (hostName.test(host)) return { ...config, url: `https://${host.toLowerCase()}` }
  }
  return config
}
