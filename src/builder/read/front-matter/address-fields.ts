import type { AddressFields } from '#core/post/post.ts'
import { toScalarText, type FieldValue } from './field-value.ts'
import type { KnownFields } from './known-fields.ts'

/** Parts of the post's old address that are already known. */
interface KnownParts {
  /** Path of the file, with the collection's name before it. */
  file: string
  tags: string[]
  categories: string[]
  timeZone?: string | undefined
  /** Pattern of the posts of a Hexo site, which may name any front matter. */
  pattern?: string | undefined
}

// A timestamp in YAML's own form, which is UTC. Jekyll treats any other form as a string and reads it in the site's zone.
const utcClock = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?$/

/** Front matter that affects the post's URL on the site it comes from; `undefined` if it adds nothing to what is known. */
export function toAddressFields(fields: KnownFields, known: KnownParts): AddressFields | undefined {
  const permalink = readPermalink(fields)
  const slug = toScalarText(fields.find('slug')?.field.value)
  const categories = [...new Set([...listFolders(known.file), ...listCategories(fields)])]
  const isKnown = areEqual(listKept(known), categories)
  const date = fields.get('date')?.field
  const isUtcClock =
    known.timeZone !== undefined && !date?.isQuoted && utcClock.test(date?.text?.trim() ?? '')
  const aliases = readAliases(fields)
  const named = readNamed(fields, known.pattern)
  const own: AddressFields = {
    ...(permalink === undefined ? {} : { permalink }),
    ...(slug === undefined || slug === '' ? {} : { slug }),
    ...(isKnown ? {} : { categories }),
    ...(named === undefined ? {} : { named }),
    ...(isUtcClock ? { isUtcClock } : {}),
    ...(aliases.length === 0 ? {} : { aliases }),
  }
  return Object.keys(own).length === 0 ? undefined : own
}

/** `permalink`, or the path that Hugo (`url`) and Zola (`path`) give a post; a whole address there is the source's. */
function readPermalink(fields: KnownFields): string | undefined {
  for (const { key, field } of fields.list('permalink')) {
    const text = toScalarText(field.value) ?? ''
    const isPath = key.toLowerCase() === 'permalink' || !/^[a-z][\w+.-]*:/i.test(text)
    if (text !== '' && isPath) return text
  }
  return undefined
}

const hexoNames: ReadonlySet<string> = new Set(
  'title name post_title year month day hour minute second i_month i_day timestamp hash category'.split(
    ' ',
  ),
)

/** The values of front matter that a pattern names and Hexo has no word of its own for. */
function readNamed(fields: KnownFields, pattern = ''): Record<string, string> | undefined {
  const named = [...pattern.matchAll(/:([a-z]\w*)/gi)].flatMap(([, name = '']) => {
    const text = hexoNames.has(name) ? undefined : toScalarText(fields.get(name)?.field.value)
    return text === undefined || text === '' ? [] : [[name, text] as const]
  })
  return named.length === 0 ? undefined : Object.fromEntries(named)
}

/** Further addresses of the post: paths, or whole addresses, as written and deduplicated. */
function readAliases(fields: KnownFields): string[] {
  const texts = fields.list('aliases').flatMap(({ field }) => {
    const text = toScalarText(field.value)
    return text === undefined ? (field.items ?? []) : [text]
  })
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '')
}

/** Categories as the post's row stores them: the tags, in their order, if both lists have the same labels. */
function listKept({ tags, categories }: KnownParts): string[] {
  const areSame =
    tags.length === categories.length && tags.every((label) => categories.includes(label))
  return areSame ? tags : categories
}

/** Categories as Jekyll lists them: the items of `categories` (a string is split at spaces), then `category`. */
function listCategories(fields: KnownFields): string[] {
  const list = fields.get('categories')?.field
  const one = toScalarText(fields.get('category')?.field.value)
  return [...new Set([...toItems(list), ...(one === undefined || one === '' ? [] : [one])])]
}

/** Folders above `_posts` are categories in the addresses of Jekyll. */
function listFolders(file: string): string[] {
  const folders = file.split('/').slice(1, -1)
  return folders.slice(0, Math.max(0, folders.indexOf('_posts')))
}

function toItems(field: FieldValue | undefined): string[] {
  if (field === undefined) return []
  const text = toScalarText(field.value)
  if (text !== undefined) return text.split(/\s+/).filter((word) => word !== '')
  return field.items ?? []
}

function areEqual(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at])
}
