import type { Fields, FieldValue } from '../front-matter/field-value.ts'
import { toName } from '../front-matter/known-fields.ts'
import { toPlainField } from '../front-matter/plain-fields.ts'

/** Front matter that the settings of a site give to some of its posts, as Jekyll's `defaults` do. */
export interface PostDefault {
  /** Folder, file or pattern with `*` below the site's folder; empty for all. */
  path: string
  /** `posts`, `drafts`, `pages` or the name of a collection; absent for all. */
  type?: string
  values: Record<string, unknown>
}

/** The defaults in the plain value of a site's `defaults`; those of another shape are left out. */
export function parseDefaults(value: unknown): PostDefault[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown): PostDefault[] => {
    if (!isRecord(item) || !isRecord(item.values)) return []
    const scope = isRecord(item.scope) ? item.scope : {}
    const path = typeof scope.path === 'string' ? scope.path.replace(/^\.?\/|\/$/g, '') : ''
    const type = typeof scope.type === 'string' && scope.type !== '' ? scope.type : undefined
    return [{ path, ...(type === undefined ? {} : { type }), values: item.values }]
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What says which defaults apply to a file. */
export interface DefaultedFile {
  /** Path of the file, with the collection's name before it. */
  file: string
  defaults?: readonly PostDefault[] | undefined
}

/**
 * Adds the fields that the settings of its site give a post and it does not have itself; of several defaults for a key the
 * one with the longest path counts, then the last. Categories are those of the defaults and its own, as in Jekyll.
 */
export function withDefaults(fields: Fields, { file, defaults = [] }: DefaultedFile): Fields {
  if (defaults.length === 0) return fields
  const path = file.slice(file.indexOf('/') + 1)
  const given = defaults
    .filter((one) => isInScope(path, one))
    .toSorted((a, b) => a.path.length - b.path.length)
  if (given.length === 0) return fields
  const own = new Set([...fields.keys()].map(toName))
  const all = new Map<string, FieldValue>(fields)
  for (const { values } of given) {
    for (const [key, value] of Object.entries(values)) {
      if (!own.has(toName(key))) all.set(key, toPlainField(value, 0))
      else if (toName(key) === 'categories') joinLists(all, key, value)
    }
  }
  return all
}

function joinLists(fields: Map<string, FieldValue>, key: string, given: unknown): void {
  const [name, own] = [...fields].find(([written]) => toName(written) === toName(key)) ?? []
  if (name === undefined || own === undefined) return
  const items = [...new Set([...toItems(toPlainField(given, 0)), ...toItems(own)])]
  fields.set(name, { ...own, value: items, items })
}

function toItems({ items, text }: FieldValue): string[] {
  return items ?? (text ?? '').split(/\s+/).filter((word) => word !== '')
}

function isInScope(path: string, { path: scope, type }: PostDefault): boolean {
  return isBelow(path, scope) && (type === undefined || isOfType(path, type))
}

function isBelow(path: string, scope: string): boolean {
  if (scope === '' || path === scope || path.startsWith(`${scope}/`)) return true
  if (!scope.includes('*')) return false
  const pattern = scope
    .split(/\*+/)
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]*')
  return new RegExp(`^${pattern}(?:/|$)`).test(path)
}

/** A site without folders for its posts has nothing but posts. */
function isOfType(path: string, type: string): boolean {
  const folders = new Set(path.split('/').slice(0, -1))
  if (type === 'drafts') return folders.has('_drafts')
  if (type === 'pages') return false
  return type === 'posts' ? !folders.has('_drafts') : folders.has(`_${type}`)
}
