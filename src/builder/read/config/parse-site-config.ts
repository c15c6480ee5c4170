import type { PostProblem } from '#core/post/post.ts'
import { parseLanguage } from '../front-matter/described-fields.ts'
import { cleanLabel } from '../text/clean-label.ts'
import { decodeText } from '../text/decode-text.ts'
import { parsePlainSettings } from './plain-settings.ts'
import { parseCascade } from './cascade.ts'
import { parseDefaults } from './post-defaults.ts'
import { toSiteHabits } from './site-habits.ts'
import { toBroken, type ReadSiteConfig, type SiteConfig } from './site-config.ts'

/** Parses the settings of a site. `file` is the name that problems use for it. Problems never throw. */
export function parseSiteConfig(bytes: Uint8Array, file: string): ReadSiteConfig {
  const decoded = decodeText(bytes)
  const { texts: parsed, values, fault } = parsePlainSettings(decoded.text, file)
  const texts = toWhole(parsed, file)
  const problems: PostProblem[] = []
  for (const note of decoded.warnings) problems.push({ file, severity: 'warning', ...note })
  if (fault !== undefined) problems.push(...toBroken(file, fault).problems)
  const { config, badZone } = toSiteConfig(texts)
  if (badZone !== undefined) {
    problems.push(...toBroken(file, `there is no time zone "${badZone}"`).problems)
  }
  return { config, problems, values }
}

type Values = Readonly<Record<string, unknown>>

/** Hugo keeps parts of its settings in files of their own, named by the key they stand for. */
function toWhole(values: Values, file: string): Values {
  const [, key] = /\/config\/_default\/(\w+)\.\w+$/.exec(file) ?? []
  return key === undefined || key === 'hugo' || key === 'config' ? values : { [key]: values }
}

function toSiteConfig(values: Values): { config: SiteConfig; badZone?: string } {
  const settings = new Map(Object.entries(values).map(([key, value]) => [toKey(key), value]))
  const read = (...keys: string[]): string | undefined => {
    const texts = keys.map((key) => toText(settings.get(toKey(key))))
    return texts.find((text) => text !== undefined)
  }
  const zone = read('timezone')
  const isKnownZone = zone !== undefined && isTimeZone(zone)
  // Hexo lists the languages of a site, the main one first.
  const listed: unknown = settings.get('language')
  const first = Array.isArray(listed) ? toText(listed[0]) : undefined
  const language =
    first ??
    read('defaultContentLanguage', 'languageCode', 'default_language', 'lang', 'locale', 'language')
  const known = language === undefined ? undefined : parseLanguage(language.split(/[\s,]/)[0] ?? '')
  const defaults = [
    ...parseDefaults(settings.get('defaults')),
    ...parseCascade(settings.get('cascade')),
  ]
  const fields = {
    title: read('title', 'name') ?? readOfLanguage(settings.get('languages'), 'title', language),
    description: read('description'),
    ...readBase(read),
    permalink: readOfPosts(settings.get('collections')) ?? read('permalink'),
    sections: readSections(settings.get('permalinks')),
    fileNames: read('new_post_name'),
    languageFolders: readLanguageFolders(settings.get('languages')),
    defaultInFolder:
      read('defaultContentLanguageInSubdir') === 'true' ? (true as const) : undefined,
    keepsCase: read('disablePathToLower') === 'true' ? (true as const) : undefined,
    timeZone: isKnownZone ? zone : undefined,
    language: known,
    habits: toSiteHabits(settings),
    defaults: defaults.length === 0 ? undefined : defaults,
  }
  const config: SiteConfig = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  )
  return zone === undefined || isKnownZone ? { config } : { config, badZone: zone }
}

/** Case, `-` and `_` tell `baseURL`, `baseurl` and `base_url` apart, which generators write for the same. */
function toKey(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '')
}

function toText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = cleanLabel(String(value))
  return text === '' || text === 'null' || text === '~' ? undefined : text
}

/** Hugo keeps the titles of a site in several languages with each language. */
function readOfLanguage(languages: unknown, key: string, language = ''): string | undefined {
  if (typeof languages !== 'object' || languages === null) return undefined
  const all = languages as Values
  const one = all[language] ?? Object.values(all)[0]
  return typeof one === 'object' && one !== null ? toText((one as Values)[key]) : undefined
}

/** Hugo's languages that keep their posts in folders of their own below `content`. */
function readLanguageFolders(languages: unknown): Record<string, string> | undefined {
  if (!isRecord(languages)) return undefined
  const folders = Object.entries(languages).flatMap(([name, one]) => {
    const written = isRecord(one) ? toText(one.contentDir ?? one.contentdir) : undefined
    const [, folder] = /^(?:\.\/)?content\/([^/]+)\/?$/.exec(written ?? '') ?? []
    return folder === undefined ? [] : [[folder, name.toLowerCase()] as const]
  })
  return folders.length === 0 ? undefined : Object.fromEntries(folders)
}

/** The pattern that Jekyll's posts have as a collection. */
function readOfPosts(collections: unknown): string | undefined {
  const posts = isRecord(collections) ? collections.posts : undefined
  return isRecord(posts) ? toText(posts.permalink) : undefined
}

/** Hugo's patterns, one a section; newer versions keep those of posts below `page`. */
function readSections(permalinks: unknown): Record<string, string> | undefined {
  if (!isRecord(permalinks)) return undefined
  const pages = isRecord(permalinks.page) ? permalinks.page : permalinks
  const sections = Object.entries(pages).flatMap(([section, pattern]) => {
    const text = toText(pattern)
    return text === undefined ? [] : [[section, text] as const]
  })
  return sections.length === 0 ? undefined : Object.fromEntries(sections)
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Jekyll writes origin and folder apart, Hexo has `root` for the folder, Hugo and Zola write one address. */
function readBase(
  read: (...keys: string[]) => string | undefined,
): Pick<SiteConfig, 'url' | 'baseurl'> {
  const url = read('url')
  const base = read('baseurl')
  const whole = base !== undefined && /^https?:\/\//i.test(base) ? base : undefined
  const folder = whole === undefined ? (base ?? readRoot(read('root'))) : undefined
  const [origin, path] = splitAddress(whole ?? '')
  const found = { url: withoutFolder(url, folder) ?? origin, baseurl: folder ?? path }
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== undefined))
}

/** Hexo's `url` has the folder of `root` in it, as does many an address of Jekyll's that should not. */
function withoutFolder(url: string | undefined, folder = ''): string | undefined {
  const path = folder.replace(/^\/*|\/+$/g, '')
  const plain = url?.replace(/\/+$/, '')
  return path !== '' && plain?.endsWith(`/${path}`) === true && /^https?:\/\/[^/]+\//i.test(plain)
    ? plain.slice(0, -path.length - 1)
    : url
}

function readRoot(root: string | undefined): string | undefined {
  return root !== undefined && /^\/[^/]/.test(root) ? root : undefined
}

function splitAddress(address: string): [origin?: string, path?: string] {
  if (!URL.canParse(address)) return []
  const { origin, pathname } = new URL(address)
  return pathname === '/' ? [origin] : [origin, pathname.replace(/\/$/, '')]
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
