import { isKnownKey } from '../front-matter/known-fields.ts'
import { cleanLabel } from '../text/clean-label.ts'

/** What the settings of a site say about the texts of its posts. Plain data, because it is sent to worker threads. */
export interface SiteHabits {
  /** Who writes the site, for its own posts that name nobody. */
  author?: string
  /** Line breaks of paragraphs are kept. */
  hardBreaks?: true
  /** Names of emoji (`:tada:`) mean these. */
  emoji?: true
  /** Keys of front matter whose values are labels too, as Hugo and Zola let a site name them: `series`. */
  taxonomies?: readonly string[]
}

/** Settings by their names in lower case, without `-` and `_`. */
export type NamedSettings = ReadonlyMap<string, unknown>

/** Reads the habits of a site; `undefined` where its settings say nothing of the kind. */
export function toSiteHabits(settings: NamedSettings): SiteHabits | undefined {
  const author = readAuthor(settings)
  const taxonomies = listTaxonomies(settings.get('taxonomies'))
  const habits: SiteHabits = {
    ...(taxonomies.length === 0 ? {} : { taxonomies }),
    ...(author === undefined ? {} : { author }),
    ...(hasHardBreaks(settings) ? { hardBreaks: true } : {}),
    ...(hasEmoji(settings) ? { emoji: true } : {}),
  }
  return Object.keys(habits).length === 0 ? undefined : habits
}

/** Jekyll and Hexo name the author at the top, Hugo also below `params`, Zola below `extra`; each as a text or a map. */
function readAuthor(settings: NamedSettings): string | undefined {
  const places = [
    settings.get('author'),
    inside(settings.get('params'), 'author'),
    inside(settings.get('extra'), 'author'),
  ]
  for (const place of places) {
    const name = cleanLabel(toText(inside(place, 'name') ?? place))
    if (name !== '') return name
  }
  return undefined
}

const mostTaxonomies = 20

/** Hugo maps names to keys of front matter, Zola lists maps with a `name`. */
function listTaxonomies(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const names = Array.isArray(value)
    ? value.map((one: unknown) => inside(one, 'name'))
    : Object.values(value)
  const known = names.filter((name): name is string => typeof name === 'string' && name !== '')
  return [...new Set(known)].filter((name) => !isKnownKey(name)).slice(0, mostTaxonomies)
}

const hexoKeys = ['newpostname', 'skiprender', 'postassetfolder', 'publicdir', 'sourcedir']

function hasHardBreaks(settings: NamedSettings): boolean {
  if (isTrue(inside(settings.get('kramdown'), 'hard_wrap'))) return true
  if (isTrue(inside(settings.get('markup'), 'goldmark', 'renderer', 'hardWraps'))) return true
  const options = inside(settings.get('commonmark'), 'options')
  if (Array.isArray(options) && options.includes('HARDBREAKS')) return true
  return hexoKeys.filter((key) => settings.has(key)).length > 1 && keepsHexoBreaks(settings)
}

/** Whether a site of Hexo keeps line breaks: both of its renderers do unless they are told otherwise. */
export function keepsHexoBreaks(settings: NamedSettings): boolean {
  const markdown = settings.get('markdown')
  const told =
    inside(settings.get('marked'), 'breaks') ??
    inside(markdown, 'render', 'breaks') ??
    inside(markdown, 'breaks')
  return told === undefined || told === null || isTrue(told)
}

function hasEmoji(settings: NamedSettings): boolean {
  const plugins = [settings.get('plugins'), settings.get('gems')].flat()
  const ofHexo = inside(settings.get('markdown'), 'plugins')
  return (
    plugins.includes('jemoji') ||
    isTrue(settings.get('enableemoji')) ||
    isTrue(inside(settings.get('markdown'), 'render_emoji')) ||
    isTrue(inside(settings.get('githubemojis'), 'enable')) ||
    (Array.isArray(ofHexo) && ofHexo.includes('markdown-it-emoji'))
  )
}

/** A value inside maps; `undefined` where there is none. */
function inside(value: unknown, ...keys: string[]): unknown {
  let found = value
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Record<string, unknown>)[key]
  }
  return found
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
