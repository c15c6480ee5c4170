import type { DeclaredLanguage } from '#core/post/post.ts'
import { cleanLabel } from '../text/clean-label.ts'
import { toScalarText } from './field-value.ts'
import type { KnownFields } from './known-fields.ts'

/** The language that front matter names, as a BCP 47 tag; Chinese by its script, as everywhere here. */
export function toLanguage(fields: KnownFields): string | undefined {
  for (const { field } of fields.list('language')) {
    const tag = parseLanguage(toScalarText(field.value) ?? '')
    if (tag !== undefined) return tag
  }
  return undefined
}

/** The language that front matter names, and the name that its translations share with it. */
export function toDeclared(fields: KnownFields): DeclaredLanguage | undefined {
  const language = toLanguage(fields)
  if (language === undefined) return undefined
  const key = toScalarText(fields.find('translationKey')?.field.value)?.trim() ?? ''
  return { language, ...(key === '' ? {} : { key }) }
}

/** Parses the tag of a language, also with an underscore or an encoding (`en_GB.UTF-8`); `undefined` for other words. */
export function parseLanguage(text: string): string | undefined {
  const written = text.trim().replace(/\..*$/, '').replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(written)) return undefined
  try {
    const { language, script } = new Intl.Locale(written).maximize()
    if (language === 'zh') return script === 'Hant' ? 'zh-Hant' : 'zh-Hans'
    return new Intl.Locale(written).baseName
  } catch {
    return undefined
  }
}

const longestSummary = 2000

/** The summary that front matter gives, as plain text on one line. */
export function toSummary(fields: KnownFields): string | undefined {
  for (const { field } of fields.list('summary')) {
    const text = toScalarText(field.value) ?? ''
    const plain = cleanLabel(text.slice(0, longestSummary).replace(/<[^<>]*>/g, ' ')).replace(
      / {2,}/g,
      ' ',
    )
    if (plain !== '') return plain
  }
  return undefined
}

const imageKeys = [
  'path',
  'url',
  'src',
  'image',
  'file',
  'feature',
  'teaser',
  'cover',
  'overlay_image',
]

/** The picture that front matter gives a post, as written: of a map or a list the first that names one. */
export function toImage(fields: KnownFields): string | undefined {
  for (const { field } of fields.list('image')) {
    const image = readImage(field.value, 3)
    if (image !== undefined) return image
  }
  return undefined
}

function readImage(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return isImage(value.trim()) ? value.trim() : undefined
  if (typeof value !== 'object' || value === null || depth === 0) return undefined
  const record = value as Record<string, unknown>
  const inner = Array.isArray(value) ? value : imageKeys.map((key) => record[key])
  for (const item of inner) {
    const image = readImage(item, depth - 1)
    if (image !== undefined) return image
  }
  return undefined
}

/** A header may also be a layout's name, and a resource a document. */
function isImage(text: string): boolean {
  return (
    /^https?:\/\/\S+$/i.test(text) ||
    /^[^\s<>"]+\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]\S*)?$/i.test(text)
  )
}
