import { cleanLabel } from '../text/clean-label.ts'
import { readNames } from './authors.ts'
import type { Parsed } from '../problem/post-note.ts'
import { toScalarText, type FieldValue } from './field-value.ts'
import { toName, type KnownFields } from './known-fields.ts'

/** Cleaned text of a single-line field; `undefined` if empty. Lists and maps are taken as written. */
export function toLabel(field: FieldValue | undefined): string | undefined {
  const label = cleanLabel(field?.text ?? '')
  return label === '' ? undefined : label
}

/** Keys in the singular, whose text is one label. */
const singular: ReadonlySet<string> = new Set(['tag', 'category', 'topic'])

/**
 * Labels of the first key that has any, deduplicated. A list yields its items. A text under a plural key is split at
 * commas if it has any, else at spaces as in Jekyll; under a singular key (`tag`) it is one label.
 */
export function toLabels(fields: KnownFields, known: 'tags' | 'categories'): string[] {
  for (const { key, field } of fields.list(known)) {
    const labels = readLabels(field, !singular.has(toName(key)))
    if (labels.length > 0) return labels
  }
  return []
}

/** Labels under keys that the site, or the post itself, names as further taxonomies. */
export function toFurtherLabels(fields: KnownFields, keys: readonly string[] = []): string[] {
  const all = new Set([...keys, ...fields.listTaxonomies()])
  return [...all].flatMap((key) => readLabels(fields.get(key)?.field, false))
}

function readLabels(field: FieldValue | undefined, splits: boolean): string[] {
  if (!field) return []
  const isText = toScalarText(field.value) !== undefined
  const text = (isText ? field.text : undefined) ?? ''
  const texts = field.items ?? (splits ? splitLabels(text) : [text])
  return [...new Set(texts.map((label) => cleanLabel(withoutSign(cleanLabel(label)))))].filter(
    (label) => label !== '',
  )
}

/** Note programs and exports of feeds write `#tides` also where a label is expected. */
function withoutSign(label: string): string {
  return label.replace(/^#(?=[\p{L}\p{N}])/u, '')
}

function splitLabels(text: string): string[] {
  return /[,，、]/.test(text) ? text.split(/[,，、]/) : text.split(/\s+/)
}

const siteKeys = [
  'site_name',
  'site',
  'publisher',
  'publication',
  'feed_title',
  'channel',
  'source',
]
const longestSiteName = 80

/** Name of the site, feed or channel in the first of the fields that has one; addresses are no names. */
export function toSiteName(fields: KnownFields): string | undefined {
  for (const key of siteKeys) {
    const field = fields.get(key)?.field
    const [name = ''] = field ? readNames(field.value, field.text) : []
    const isName =
      name !== '' && name.length <= longestSiteName && !/\/|^[\w-]+(?:\.[\w-]+)+$/.test(name)
    if (isName) return name
  }
  return undefined
}

/** Parses a source URL, http or https only, and keeps it as written. Characters invalid in a URL are percent-encoded. */
export function parseSourceUrl(field: FieldValue, key = 'from'): Parsed<string> {
  const text = (field.text ?? '').trim()
  const note = {
    field: key,
    ...(field.line === 0 ? {} : { line: field.line }),
    hint: 'Write the full address of the original article, beginning with https:// or http://.',
  }
  if (!URL.canParse(text)) {
    return {
      error: { ...note, reason: `\`${key}\` is not a web address: "${text.slice(0, 80)}".` },
    }
  }
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    const reason = `\`${key}\` is a "${url.protocol}" address, which is not linked to.`
    return { error: { ...note, reason } }
  }
  if (/^https?:\/\/[^\s"<>\\]+$/i.test(text)) return { value: text }
  return { value: url.href.replaceAll('\\', '%5C') }
}
