import { dataPath, manifestPath, type FileHash } from '#contract/file-names.ts'
import { earlyFilesName, type EarlyFiles } from '#contract/early-files.ts'
import type { FacetDictionary } from '#contract/facet-dictionary.ts'
import { readEarlySearch } from './early-search.ts'
import { readLanguageSetting, toEarlyLanguage } from './early-language.ts'

/** How many values at most have the posts that they list asked for here; an address may name hundreds. */
const mostSelections = 4

/** Files of the reader by what needs them, as the bundler has named them; it fills this in. */
declare const earlyChunks: Readonly<Record<string, readonly string[]>>

/**
 * Asks for what the view at this address needs, beside the reader's script instead of after it. The reader takes the
 * answers over (`early-response.ts`); its code is only fetched, not run.
 */
export function requestEarly(base: string): void {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${earlyFilesName}"]`)
  if (meta === null) return
  const files = JSON.parse(meta.content) as EarlyFiles
  const [folder = '', page] = location.pathname.slice(base.length).split('/')
  // Below About, but with code of its own.
  const route = page === 'check' ? page : folder
  const params = new URLSearchParams(readEarlySearch())
  const isSearch = params.has('q')
  const asked = (globalThis.broadsheetEarly ??= new Map())
  const ask = (path: string, cache: RequestCache = 'default') => {
    if (asked.has(base + path)) return
    const abort = new AbortController()
    const { signal } = abort
    const response = fetch(base + path, { cache, credentials: 'same-origin', signal })
    // Whoever takes it hears of its failure.
    response.catch(() => undefined)
    asked.set(base + path, { response, abort })
  }
  const askData = (kind: Parameters<typeof dataPath>[0], hash: FileHash | undefined) => {
    if (hash !== undefined) ask(dataPath(kind, hash))
  }
  ask(manifestPath, 'no-cache')
  if (route === 'about') askData('report', files.report)
  else if (route !== 'statistics') askData('opening', files.opening)
  for (const [facet, hash] of Object.entries(files.facets)) {
    const values = new Set([...params.getAll(facet), ...params.getAll(`not-${facet}`)])
    if (values.size === 0) continue
    askData('facets', hash)
    const dictionary = asked.get(base + dataPath('facets', hash))?.response
    void findSelections(dictionary, values).then((found) => {
      for (const selection of found) askData('selections', selection)
    })
  }
  const language = toEarlyLanguage(readLanguageSetting(), navigator.languages)
  const chunks = earlyChunks
  const preload = (name: string) => {
    for (const path of chunks[name] ?? []) preloadFile(base + path)
  }
  for (const name of [`words ${language}`, route, `${route} ${language}`]) preload(name)
  if (!isSearch || files.search === undefined) return
  for (const name of ['search', `search ${language}`]) preload(name)
  for (const path of chunks['worker'] ?? []) fillCache(base + path)
  fillCache(base + dataPath('search', files.search))
}

/**
 * The files with the posts of some values, which only the dictionary of their facet names. None when it cannot be read: the reader
 * takes it over, and says what is wrong with it.
 */
async function findSelections(
  dictionary: Promise<Response> | undefined,
  values: ReadonlySet<string>,
): Promise<FileHash[]> {
  try {
    const read = (await (await dictionary)?.clone().json()) as FacetDictionary
    const chosen = read.values.filter(({ value }) => values.has(value)).slice(0, mostSelections)
    return chosen.map(({ selection }) => selection.file)
  } catch {
    return []
  }
}

/** Fetches what the search worker will fetch itself, from the browser's cache. */
function fillCache(href: string): void {
  fetch(href, { credentials: 'same-origin' })
    .then((response) => response.arrayBuffer())
    .catch(() => undefined)
}

function preloadFile(href: string): void {
  const link = document.createElement('link')
  link.href = href
  if (href.endsWith('.css')) {
    link.rel = 'preload'
    link.as = 'style'
    // As the sheet is fetched later: a preload in another mode is not used, and the browser warns.
    link.crossOrigin = ''
  } else {
    link.rel = 'modulepreload'
  }
  document.head.append(link)
}
