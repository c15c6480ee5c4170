import type { PostDefault } from './post-defaults.ts'

type Values = Record<string, unknown>

/**
 * Front matter that Hugo's `cascade` gives to the posts below a folder: a map, or a list of maps that each name their
 * target. Targets by anything but a path, or by kinds other than pages, are left out.
 * @param section folder below `content/` whose posts it is for; empty for all.
 */
export function parseCascade(value: unknown, section = ''): PostDefault[] {
  const items: unknown[] = Array.isArray(value) ? value : [value]
  return items.flatMap((item) => (isMap(item) ? toDefaults(item, section) : []))
}

const targetKeys = new Set(['target', '_target', 'params'])

function toDefaults(item: Values, section: string): PostDefault[] {
  const target = item['target'] ?? item['_target']
  const folder = isMap(target) ? toFolder(target) : ''
  if (folder === undefined) return []
  const params = isMap(item['params']) ? item['params'] : {}
  const own = Object.entries(item).filter(([key]) => !targetKeys.has(key))
  const values = { ...params, ...Object.fromEntries(own) }
  const path = folder === '' ? section : folder
  if (Object.keys(values).length === 0) return []
  // The folder that was given may be the site or its `content`.
  return path === ''
    ? [{ path, values }]
    : [path, `content/${path}`].map((at) => ({ path: at, values }))
}

/** The folder that a target names; `undefined` where it names something else. */
function toFolder(target: Values): string | undefined {
  const { path = '/**', kind = 'page', ...others } = target
  if (Object.keys(others).length > 0 || kind !== 'page' || typeof path !== 'string')
    return undefined
  const [, folder] = /^\/?((?:[^*{}[\]?]+?)?)\/?\**$/.exec(path) ?? []
  return folder?.replace(/\/$/, '')
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
