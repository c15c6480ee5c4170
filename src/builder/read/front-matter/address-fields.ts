import type { AddressFields } from '#core/post.ts'
import { toScalarText, type FieldValue, type Fields } from './field-value.ts'

/** What of a post its old address is known by already. */
interface KnownParts {
  tags: string[]
  categories: string[]
  timeZone?: string | undefined
}

// YAML's own form of a time; any other is a text to Jekyll, which then reads it in the site's zone.
const utcClock = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?$/

/** What the front matter says of the post's address on a Jekyll site; `undefined` when nothing of its own. */
export function toAddressFields(fields: Fields, known: KnownParts): AddressFields | undefined {
  const permalink = toScalarText(fields.get('permalink')?.value)
  const slug = toScalarText(fields.get('slug')?.value)
  const categories = listCategories(fields)
  const isKnown = areEqual(listKept(known), categories)
  const date = fields.get('date')
  const isUtcClock =
    known.timeZone !== undefined && !date?.isQuoted && utcClock.test(date?.text?.trim() ?? '')
  const own: AddressFields = {
    ...(permalink === undefined || permalink === '' ? {} : { permalink }),
    ...(slug === undefined ? {} : { slug }),
    ...(isKnown ? {} : { categories }),
    ...(isUtcClock ? { isUtcClock } : {}),
  }
  return Object.keys(own).length === 0 ? undefined : own
}

/** The post's row keeps one list where both hold the same labels: the tags, in their order. */
function listKept({ tags, categories }: KnownParts): string[] {
  const areSame =
    tags.length === categories.length && tags.every((label) => categories.includes(label))
  return areSame ? tags : categories
}

/** As Jekyll does it: those of the list, a text split at spaces; then the one under the singular key. */
function listCategories(fields: Fields): string[] {
  const list = fields.get('categories')
  const one = toScalarText(fields.get('category')?.value)
  return [...new Set([...toItems(list), ...(one === undefined || one === '' ? [] : [one])])]
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
