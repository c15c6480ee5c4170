import { findXmlFault, listXmlValues } from '#builder/ground/text/check-xml.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { listMissing } from '#builder/site/verify/list-missing.ts'
import { sitemapPath } from './sitemap-path.ts'

const sitemapPattern = /^sitemap(?:-\d+)?\.xml$/

/** Every file of the sitemap is well-formed, and every page and file that it names is in the site. */
export async function verifySitemap(site: BuiltSite): Promise<string[]> {
  const faults: string[] = []
  const whole = new Map<string, string>()
  for (const path of [...site.paths].filter((one) => sitemapPattern.test(one))) {
    const text = (await site.read(path))?.toString()
    if (text === undefined) continue
    const fault = findXmlFault(text)
    if (fault === undefined) whole.set(path, text)
    else faults.push(`${path}: ${fault}`)
  }
  return [...faults, ...findDeadEnds(whole, site.paths)]
}

function findDeadEnds(files: ReadonlyMap<string, string>, paths: ReadonlySet<string>): string[] {
  const main = files.get(sitemapPath)
  if (main === undefined) return []
  // The first entry is the address of the site, or, in a sitemap index, that of its first file.
  const [first = ''] = listXmlValues(main, 'loc')
  const root = first.replace(/sitemap-1\.xml$/, '')
  return [...files].flatMap(([path, text]) => {
    const listed = listXmlValues(text, 'loc').map((address) => address.slice(root.length))
    const named = listed.map((name) => (/(?:^|\/)$/.test(name) ? `${name}index.html` : name))
    return listMissing(named, { in: paths, of: path, where: 'there is no' })
  })
}
