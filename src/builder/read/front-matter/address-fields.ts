import type { AddressFields } from '#core/post/post.ts'
import { toScalarText, type FieldValue, type Fields } from './field-value.ts'

/** Parts of the post's old address that are already known. */
interface KnownParts {
  tags: string[]
  categories: string[]
  timeZone?: string | undefined
}

// A timestamp in YAML's own form, which is UTC. Jekyll treats any other form as a string and reads it in the site's zone.
const utcClock = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?$/

/** Front matter that affects the post's URL on a Jekyll site; `undefined` if it adds nothing to what is known. */
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

/** Categories as the post's row stores them: the tags, in their order, if both lists have the same labels. */
function listKept({ tags, categories }: KnownParts): string[] {
  const areSame =
    tags.length === categories.length && tags.every((label) => categories.includes(label))
  return areSame ? tags : categories
}

/** Categories as Jekyll lists them: the items of `categories` (a string is split at spaces), then `category`. */
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
