import compatData from '@mdn/browser-compat-data/forLegacyNode'

/** The oldest versions in which the reader works whole. README and docs/reader.md say so too. */
export const floor: Readonly<Record<string, number>> = {
  chrome: 100,
  firefox: 115,
  safari: 16.4,
  safari_ios: 16.4,
}

/** One browser's support of a feature, as MDN writes it: https://github.com/mdn/browser-compat-data. */
interface Support {
  version_added: string | false | null
  version_removed?: string
  flags?: unknown
  prefix?: string
  alternative_name?: string
}

export interface Feature {
  __compat?: { support: Record<string, Support | Support[]> }
  [name: string]: unknown
}

/** MDN's table of which browser has what since when. */
export function readCompatData(): Record<'api' | 'css' | 'javascript', Feature> {
  return compatData
}

/** Whether every engine has a feature in its oldest version. `undefined` for what only groups others. */
export function isOfFloor(feature: Feature): boolean | undefined {
  const support = feature['__compat']?.support
  if (support === undefined) return undefined
  return Object.entries(floor).every(([engine, oldest]) =>
    [support[engine] ?? []].flat().some((entry) => isSince(entry, oldest)),
  )
}

function isSince(support: Support, oldest: number): boolean {
  const { version_added: added, version_removed: removed, flags, prefix } = support
  if (typeof added !== 'string' || removed !== undefined || flags !== undefined) return false
  if (prefix !== undefined || support.alternative_name !== undefined) return false
  return Number.parseFloat(added.replace('≤', '')) <= oldest
}

/** The features directly below one, by name. */
export function listFeatures(feature: Feature | undefined): [string, Feature][] {
  return Object.entries(feature ?? {}).filter(
    (entry): entry is [string, Feature] => entry[0] !== '__compat' && typeof entry[1] === 'object',
  )
}
