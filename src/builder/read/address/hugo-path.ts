import { countDayOfYear, toWeekday } from '#core/time/day.ts'
import { englishMonths, englishWeekdays } from '#core/time/english-names.ts'
import type { PathRules, PathSource } from './path-rules.ts'
import { toFolderLanguage } from '../text/language-name.ts'
import { splitFile } from './split-file.ts'

/** The path that Hugo or Zola gives a page, see their documentation of URL management. */
export function toHugoPath(
  post: PathSource,
  rules: PathRules,
  local: string | undefined,
): string | undefined {
  const { permalink, slug } = post.addressFields ?? {}
  if (permalink !== undefined) return toWhole(permalink)
  const { folders, stem, named } = splitForHugo(post, rules)
  const name = rules.generator === 'zola' ? stem.replace(/^\d{4}-\d{2}-\d{2}[_-]/, '') : stem
  const parts: PathParts = {
    folders,
    name,
    slug,
    title: post.title,
    // A date is shown on its own clock.
    day: post.sourceDay === undefined ? local : new Date(post.sourceDay * dayMs).toISOString(),
  }
  const pattern = rules.sections?.[folders[0] ?? ''] ?? rules.pattern
  const path =
    pattern === undefined ? `/${[...folders, slug ?? name].join('/')}/` : fill(pattern, parts)
  return path === undefined ? undefined : toPath(`${toLanguageFolder(named, rules)}/${path}`, rules)
}

const nameTag = /\.([a-z]{2}(?:[-_][a-z]{2,4})?)\.[a-z]+$/i

/** The folders and the name of a page, and the language that they name, as they write it. */
function splitForHugo(
  post: PathSource,
  { languageFolders = {} }: PathRules,
): { folders: string[]; stem: string; named: string | undefined } {
  const { folders, stem, language } = splitFile(post, 'content')
  const [first = '', ...below] = folders
  const ofFolder = Object.hasOwn(languageFolders, first) ? languageFolders[first] : undefined
  if (ofFolder !== undefined) return { folders: below, stem, named: ofFolder }
  const [, tag] = language === undefined ? [] : (nameTag.exec(post.fileName) ?? [])
  return { folders, stem, named: tag?.toLowerCase() }
}

/** The folder of a language; that of the site itself has none, unless the settings say so. */
function toLanguageFolder(
  named: string | undefined,
  { language, defaultInFolder }: PathRules,
): string {
  const own = named === undefined ? language : (toFolderLanguage(named) ?? named)
  const isOther = language !== undefined && own !== language
  const folder = named ?? language?.toLowerCase()
  return folder !== undefined && (isOther || defaultInFolder === true) ? `/${folder}` : ''
}

const dayMs = 86_400_000

interface PathParts {
  folders: readonly string[]
  name: string
  slug: string | undefined
  title: string | undefined
  day: string | undefined
}

const placeholders: Readonly<Record<string, (parts: PathParts) => string | undefined>> = {
  section: ({ folders }) => folders[0] ?? '',
  sections: ({ folders }) => folders.join('/'),
  title: ({ title, name }) => title ?? name,
  slug: ({ slug, title, name }) => slug ?? title ?? name,
  slugorfilename: ({ slug, name }) => slug ?? name,
  slugorcontentbasename: ({ slug, name }) => slug ?? name,
  filename: ({ name }) => name,
  contentbasename: ({ name }) => name,
  year: ({ day }) => day?.slice(0, 4),
  month: ({ day }) => day?.slice(5, 7),
  monthname: ({ day }) => day && englishMonths[Number(day.slice(5, 7)) - 1],
  day: ({ day }) => day?.slice(8, 10),
  weekday: ({ day }) => day && String(toWeekday(day.slice(0, 10))),
  weekdayname: ({ day }) => day && englishWeekdays[toWeekday(day.slice(0, 10))],
  yearday: ({ day }) => day && String(countDayOfYear(day.slice(0, 10))),
}

function fill(pattern: string, parts: PathParts): string | undefined {
  let isKnown = true
  const path = pattern.replace(/:([a-z]+)(?:\[[^\]]*\])?/g, (_, name: string) => {
    const text = Object.hasOwn(placeholders, name) ? placeholders[name]?.(parts) : undefined
    isKnown &&= text !== undefined
    return (text ?? '').replaceAll('/', name === 'sections' ? '/' : '-')
  })
  return isKnown ? path : undefined
}

/** `url` of a page stands for its whole path. */
function toWhole(url: string): string {
  const path = `/${url}`.replace(/\/+/g, '/')
  return /\/$|\.[a-z]+$/i.test(path) ? path : `${path}/`
}

/** Hugo's cleaning of paths: hyphens for spaces, lower case, no signs but a few. */
function toPath(path: string, { keepsCase }: PathRules): string {
  const clean = path
    .normalize('NFC')
    .replace(/[\s-]+/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}./\\_#+~@-]/gu, '')
    .replace(/-*\/+-*/g, '/')
  const cased = keepsCase === true ? clean : clean.toLowerCase()
  return /\/$|\.html$/.test(cased) ? cased : `${cased}/`
}
