import { toScalarText, type FieldValue } from './field-value.ts'
import type { KnownFields } from './known-fields.ts'

/** Why a post is not meant for readers, as whoever wrote it said. */
export const withheldKinds = ['draft', 'unpublished', 'unlisted'] as const
export type WithheldKind = (typeof withheldKinds)[number]

/**
 * Whether front matter or folder keep a post from readers: a draft (`draft`, `status`, a folder `_drafts`), an unpublished
 * post (`published: false`, `status: private`, `password`, Hugo's `build.render` and `headless`), or one that lists shall not show (`unlisted`,
 * `hidden`, `build.list`). `undefined` for all others. Dates are not asked: what was published once, or will be, is.
 * @param file path of the file, with `/`.
 */
export function findWithheld(fields: KnownFields, file: string): WithheldKind | undefined {
  const status = toScalarText(fields.find('status')?.field.value)?.toLowerCase().trim() ?? ''
  if (isTrue(fields.find('draft')?.field)) return 'draft'
  if (/^(?:draft|pending|auto-draft|future|idea)$/.test(status)) return 'draft'
  if (file.split('/').slice(0, -1).includes('_drafts')) return 'draft'
  if (fields.list('published').some(({ field }) => isFalse(field))) return 'unpublished'
  if (isTrue(fields.find('private')?.field)) return 'unpublished'
  if (/^(?:private|trash|unpublished)$/.test(status)) return 'unpublished'
  if ((toScalarText(fields.find('password')?.field.value)?.trim() ?? '') !== '')
    return 'unpublished'
  const { render, list } = readBuild(fields)
  if (isNever(render)) return 'unpublished'
  if (isTrue(fields.find('unlisted')?.field) || isNever(list)) return 'unlisted'
  return status === 'unlisted' || status === 'hidden' ? 'unlisted' : undefined
}

function readBuild(fields: KnownFields): { render?: unknown; list?: unknown } {
  const build = fields.find('build')?.field.value
  return typeof build === 'object' && build !== null ? build : {}
}

function isNever(value: unknown): boolean {
  return value === false || /^(?:never|false)$/i.test(toScalarText(value) ?? '')
}

function isTrue(field: FieldValue | undefined): boolean {
  return /^(?:true|yes|on|1)$/i.test(toScalarText(field?.value)?.trim() ?? '')
}

function isFalse(field: FieldValue | undefined): boolean {
  return /^(?:false|no|off|0)$/i.test(toScalarText(field?.value)?.trim() ?? '')
}
