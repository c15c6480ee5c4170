import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMap, isScalar, parseDocument } from 'yaml'
import type { PostProblem } from '#core/post.ts'
import { toErrorCode } from './error-code.ts'
import { decodeText } from './text/decode-text.ts'
import { cleanLabel } from './text/clean-label.ts'

/** What a Jekyll site says of itself in `_config.yml`; every field is absent when the file does not tell it. */
export interface SiteConfig {
  /** `title`, else `name`. */
  title?: string
  description?: string
  /** Path of the old site, such as `/teahouse`. */
  baseurl?: string
  /** Pattern of old addresses, see `core/permalink.ts`. */
  permalink?: string
  /** Address of the old site without the path. */
  url?: string
  /** IANA zone of dates without an offset, from `timezone`. */
  timeZone?: string
}

const maxBytes = 1_048_576

/**
 * Reads `_config.yml` of a folder. A missing file gives an empty config; a broken one gives what can be read of it and a
 * problem, and never stops anything.
 * @param name how problems call the folder.
 */
export async function readSiteConfig(
  root: string,
  name: string,
): Promise<{ config: SiteConfig; problems: PostProblem[] }> {
  const path = join(root, '_config.yml')
  const file = `${name}/_config.yml`
  try {
    const status = await lstat(path)
    if (!status.isFile()) return toBroken(file, 'it is not a regular file')
    if (status.size > maxBytes) return toBroken(file, 'it is larger than 1 MB')
    return parseSiteConfig(await readFile(path), file)
  } catch (error) {
    const code = toErrorCode(error)
    return code === 'ENOENT' ? { config: {}, problems: [] } : toBroken(file, `it gives ${code}`)
  }
}

function toBroken(file: string, reason: string): { config: SiteConfig; problems: PostProblem[] } {
  const hint = 'Mend the file, or give title and time zone on the command line.'
  const sentence = `The site's settings are not used as a whole: ${reason}.`
  return { config: {}, problems: [{ file, severity: 'warning', reason: sentence, hint }] }
}

/** Reads the text of a `_config.yml`; `file` is how problems call it. */
export function parseSiteConfig(
  bytes: Uint8Array,
  file: string,
): { config: SiteConfig; problems: PostProblem[] } {
  const decoded = decodeText(bytes)
  if (decoded.error) return toBroken(file, decoded.error.reason.replace(/\.$/, ''))
  const document = parseDocument(decoded.value.text, {
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
  const problems = fault === undefined ? [] : toBroken(file, fault).problems
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
