import { loadYamlParser } from '../front-matter/yaml-parser.ts'
import type { PostProblem } from '#core/post/post.ts'
import { toBroken, type ReadSiteConfig, type SiteConfig } from './site-config.ts'
import { cleanLabel } from '../text/clean-label.ts'
import { decodeText } from '../text/decode-text.ts'

/** Parses a `_config.yml`. `file` is the name that problems use for it. Problems never throw. */
export function parseSiteConfig(bytes: Uint8Array, file: string): ReadSiteConfig {
  const decoded = decodeText(bytes)
  const { isMap, isScalar, parseDocument } = loadYamlParser()
  const document = parseDocument(decoded.text, {
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  })
  const settings = new Map<string, string>()
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      if (isScalar(key) && isScalar(value)) settings.set(String(key.value), String(value.value))
    }
  }
  const fault = document.errors[0]?.message.split('\n', 1)[0]
  const problems: PostProblem[] = []
  for (const note of decoded.warnings) problems.push({ file, severity: 'warning', ...note })
  if (fault !== undefined) problems.push(...toBroken(file, fault).problems)
  const { config, badZone } = toSiteConfig(settings)
  if (badZone !== undefined) {
    problems.push(...toBroken(file, `there is no time zone "${badZone}"`).problems)
  }
  return { config, problems }
}

function toSiteConfig(settings: ReadonlyMap<string, string>): {
  config: SiteConfig
  badZone?: string
} {
  const read = (key: string) => {
    const text = cleanLabel(settings.get(key) ?? '')
    return text === '' || text === 'null' || text === '~' ? undefined : text
  }
  const zone = read('timezone')
  const isKnownZone = zone !== undefined && isTimeZone(zone)
  const fields = {
    title: read('title') ?? read('name'),
    description: read('description'),
    baseurl: read('baseurl'),
    permalink: read('permalink'),
    url: read('url'),
    timeZone: isKnownZone ? zone : undefined,
  }
  const config: SiteConfig = Object.fromEntries(
    Object.entries(fields).filter(([, text]) => text !== undefined),
  )
  return zone === undefined || isKnownZone ? { config } : { config, badZone: zone }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
