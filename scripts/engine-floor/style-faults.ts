import { isOfFloor, listFeatures, type Feature } from './compat-data.ts'

/** Lists what a built style sheet uses that some engine of the floor lacks. */
export function findStyleFaults(code: string, css: Feature): string[] {
  const plain = code
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/"[^"]*"|'[^']*'/g, '""')
    .replaceAll(/url\([^)]*\)/g, 'url()')
  const faults = new Set<string>()
  const { properties, selectors, 'at-rules': rules } = css as Record<string, Feature | undefined>
  const look = (
    pattern: RegExp,
    features: Feature | undefined,
    toText: (name: string) => string,
  ) => {
    for (const [, name = ''] of plain.matchAll(pattern)) {
      const feature = features?.[name] as Feature | undefined
      if (feature !== undefined && isOfFloor(feature) === false) faults.add(toText(name))
    }
  }
  look(/[{;]([a-z][a-z-]*):/g, properties, (name) => `${name}:`)
  look(/::?([a-z][a-z-]*)/g, selectors, (name) => `:${name}`)
  look(/@([a-z-]+)/g, rules, (name) => `@${name}`)
  look(/\(([a-z-]+)(?:[:)]|[<>]=?)/g, rules?.['media'] as Feature, (name) => `(${name})`)
  for (const name of listYoungFunctions(css)) {
    if (new RegExp(`(?<![\\w-])${name}\\(`).test(plain)) faults.add(`${name}()`)
  }
  if (/[{};,]&|&[.:\s>+~[]/.test(plain)) faults.add('nesting')
  if (/@media[^{]*[<>]/.test(plain)) faults.add('media ranges')
  // `not` before a feature without a type of media.
  if (/@media[^{]*not\s*\(/.test(plain)) faults.add('@media not ()')
  return [...faults].toSorted()
}

/** Functions of values, wherever MDN lists them, that some engine lacks. */
function listYoungFunctions(css: Feature): string[] {
  const known = new Map<string, boolean>()
  const collect = (feature: Feature) => {
    for (const [name, inner] of listFeatures(feature)) {
      const isOld = isOfFloor(inner)
      if (isOld !== undefined && /^[a-z]+(?:-[a-z]+)+$/.test(name)) {
        known.set(name, (known.get(name) ?? false) || isOld)
      }
      collect(inner)
    }
  }
  collect((css as Record<string, Feature>)['types'] ?? {})
  return [...known].filter(([, isOld]) => !isOld).map(([name]) => name)
}
