import { DataError } from './data-error.ts'
import { fetchBytes } from './fetch-file.ts'
import { silenceMs } from './silence-limit.ts'

/** How long a chunk waits for its style sheet, milliseconds: it is then shown without, until the sheet comes. */
const styleMs = 3_000

/** Sent to the window when a chunk cannot be loaded on this page any more, although all its files are there. */
export const stuckChunkEvent = 'broadsheet:stuck-chunk'

/**
 * Loads a chunk of the reader with its style sheets. The bundler calls it for every `import()`, instead of its own
 * helper: `vite.config.ts`. `load` adds what it is given to the address; `files` are the addresses, relative to
 * `importer`, of the chunk, of the chunks it imports and of their style sheets; none for a chunk that stands alone.
 * @throws DataError `late`, `offline`, `status` or, when the file is there and cannot be run, `contract`.
 */
export async function loadChunk<T>(
  load: (suffix: string) => Promise<T>,
  files: readonly string[] = [],
  importer: string = location.href,
): Promise<T> {
  const addresses = files.map((file) => new URL(file, importer).href)
  const styles = addresses.filter((address) => address.endsWith('.css')).map(showStyles)
  const scripts = addresses.filter((address) => address.endsWith('.js'))
  try {
    const [chunk] = await Promise.all([notLate(load(''), toPath(scripts[0])), ...styles])
    return chunk
  } catch (cause) {
    const failure = cause instanceof DataError ? cause : await explain(cause, scripts)
    // The files are there by now, but some engines never ask again for a module that could not be loaded once.
    if (failure.kind === 'contract') return loadAgain(load, failure, scripts.length > 1)
    // A newer build may have removed the file: see `stale-chunk.ts`.
    dispatchEvent(new Event('vite:preloadError'))
    throw failure
  }
}

/** Another address is another module, but it imports others by their old addresses: a new page may be all that helps. */
async function loadAgain<T>(
  load: (suffix: string) => Promise<T>,
  failure: DataError,
  hasImports: boolean,
): Promise<T> {
  try {
    return await notLate(load(`?again=${performance.now()}`), failure.path)
  } catch (cause) {
    dispatchEvent(new Event(hasImports ? stuckChunkEvent : 'vite:preloadError'))
    throw cause instanceof DataError ? cause : failure
  }
}

/** A module that never comes is no error to the browser. One that is only slow is there when it is asked for again. */
async function notLate<T>(loading: Promise<T>, path: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DataError('late', path, {}))
    }, silenceMs)
  })
  try {
    return await Promise.race([loading, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Browsers do not say why a module could not be imported, only which, and not all of them. */
async function explain(cause: unknown, scripts: readonly string[]): Promise<DataError> {
  const named = /https?:\S+\.js/.exec(String(cause))?.[0]
  const paths = (scripts.length > 0 ? scripts : [named]).map(toPath)
  const [path = ''] = paths
  if (!path.endsWith('.js')) return new DataError('offline', path, { cause })
  try {
    await Promise.all(paths.map((file) => fetchBytes(file, { base: '/', cache: 'no-cache' })))
    return new DataError('contract', path, { cause })
  } catch (error) {
    return error instanceof DataError ? error : new DataError('offline', path, { cause })
  }
}

function toPath(address: string | undefined): string {
  return address === undefined ? 'assets/' : new URL(address).pathname
}

const shown = new Set<string>()

/** Adds a style sheet once. One that fails is forgotten: the next chunk that needs it asks again. */
async function showStyles(href: string): Promise<void> {
  if (shown.has(href)) return
  shown.add(href)
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  // As the early script preloads it; else the browser fetches it twice and warns.
  link.crossOrigin = ''
  link.href = href
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, styleMs)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    link.addEventListener('load', end)
    link.addEventListener('error', () => {
      shown.delete(href)
      link.remove()
      end()
    })
    document.head.append(link)
  })
}
