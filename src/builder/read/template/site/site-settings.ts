import { loadYamlParser } from '../../front-matter/yaml-parser.ts'

/** What of a site's settings its addresses are made of. */
export interface AddressSettings {
  /** Origin without a slash at the end; empty when it is not known. */
  url: string
  /** Path without a slash at the end, such as `/news`; empty for none. */
  baseurl: string
  permalink: string | undefined
}

/** The settings of a site, parsed. */
export interface TemplateSettings extends AddressSettings {
  /** All of them, as plain values; the engine sees own properties only. */
  values: Readonly<Record<string, unknown>>
}

/** The settings parsed last: the posts of a batch come from few sites. */
const memo = new Map<string, TemplateSettings>()
const mostKnown = 8

/** Parses the text of a `_config.yml` for templates and addresses. What cannot be parsed is left out. */
export function parseTemplateSettings(text: string): TemplateSettings {
  const known = memo.get(text)
  if (known !== undefined) return known
  const values = parseValues(text)
  const settings: TemplateSettings = {
    values,
    url: toText(values['url']).replace(/\/+$/, ''),
    baseurl: toPath(toText(values['baseurl']) || toText(values['root'])),
    permalink: toText(values['permalink']) || undefined,
  }
  if (memo.size >= mostKnown) memo.clear()
  memo.set(text, settings)
  return settings
}

function parseValues(text: string): Record<string, unknown> {
  if (text === '') return {}
  const { parseDocument } = loadYamlParser()
  const document = parseDocument(text, {
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  })
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : {}
  } catch {
    return {}
  }
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

function toPath(text: string): string {
  const path = text.replace(/^\/+|\/+$/g, '')
  return path === '' ? '' : `/${path}`
}
