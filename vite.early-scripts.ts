import { build, type Plugin } from 'vite'

/** What the early script may ask for beside the reader's first file: by its names, the modules that lead to the files. */
const earlyModules: Readonly<Record<string, readonly string[]>> = {
  search: [
    'data/search/search.ts',
    'data/search/found-posts.ts',
    'search-help/search-notes.tsx',
    'timeline/hits/hit-text.tsx',
  ],
  'search en': ['reader/messages/search/en.json'],
  'search zh-Hans': ['reader/messages/search/zh-Hans.json'],
  'search zh-Hant': ['reader/messages/search/zh-Hant.json'],
  posts: ['app/article-page.tsx'],
  'posts en': ['article/messages/en.json'],
  'posts zh-Hans': ['article/messages/zh-Hans.json'],
  'posts zh-Hant': ['article/messages/zh-Hant.json'],
  calendar: ['app/late-pages.ts', 'app/calendar-page.tsx'],
  about: ['app/late-pages.ts', 'about/about-route.tsx'],
  statistics: ['app/late-pages.ts', 'about/statistics-route.tsx'],
  'words zh-Hans': ['language/words/zh-hans.ts'],
  'words zh-Hant': ['language/words/zh-hant.ts'],
}

/**
 * Puts the first early script into the page itself and leaves the second beside it, for the builder to put into the pages that
 * start the reader; the builder names their hashes in the Content-Security-Policy.
 */
export function earlyScripts(): Plugin {
  const mark = '<!--early-->'
  return {
    name: 'broadsheet:early-scripts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const script = await bundleEarly('early.ts')
        if (html.split(mark).length !== 2) throw new Error(`index.html does not hold ${mark} once`)
        // The browser asks for files in their order, and it has few connections.
        const [first = ''] = /<script type="module"[^>]*><\/script>/.exec(html) ?? []
        return html
          .replace(first, '')
          .replace(mark, () => `${first}\n    <script>${script}</script>`)
      },
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const chunks = JSON.stringify(listChunks(bundle))
        const source = (await bundleEarly('early-view.ts')).replace('earlyChunks', () => chunks)
        this.emitFile({ type: 'asset', fileName: 'early-view.js', source })
      },
    },
  }
}

/** Writes the service worker beside the reader, under a name that stays: browsers know it by its address. */
export function serviceWorker(): Plugin {
  return {
    name: 'broadsheet:service-worker',
    apply: 'build',
    async generateBundle() {
      const source = await bundleScript('src/reader/service-worker/service-worker.ts', 'es2022')
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: `${source}\n` })
    },
  }
}

async function bundleEarly(name: string): Promise<string> {
  // Also browsers that cannot run the reader run this.
  const code = await bundleScript(`src/reader/app/early/${name}`, 'es2019')
  // An end tag in it would end the script, and a comment would hide one; nothing else can.
  if (/<[/!]/.test(code)) throw new Error(`${name} does not fit into a page`)
  return code
}

async function bundleScript(entry: string, target: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target, lib: { entry, formats: ['iife'], name: 'early' } },
  })
  const [first] = [built].flat()
  if (first === undefined || !('output' in first)) throw new Error(`${entry} was not built`)
  return first.output[0].code.trim()
}

type Bundle = Parameters<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>[1]

function listChunks(bundle: Bundle): Record<string, readonly string[]> {
  const files = Object.entries(earlyModules).map(([name, modules]) => {
    const paths = new Set(modules.flatMap((module) => [...listFiles(bundle, module)]))
    return [name, [...paths]] as const
  })
  const worker = Object.keys(bundle).filter((path) => /\/search-worker-[^/]*\.js$/.test(path))
  return Object.fromEntries([...files, ['worker', worker]])
}

/** The chunk of a module with all that it imports, and their style sheets; not the first file, which pages name. */
function listFiles(bundle: Bundle, module: string): Set<string> {
  const files = new Set<string>()
  const add = (path: string) => {
    const chunk = bundle[path]
    if (files.has(path) || chunk?.type !== 'chunk' || chunk.isEntry) return
    files.add(path)
    chunk.imports.forEach(add)
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) files.add(sheet)
  }
  const own = Object.values(bundle).find(
    (output) => output.type === 'chunk' && output.moduleIds.some((id) => id.endsWith(`/${module}`)),
  )
  if (own === undefined) throw new Error(`the early script asks for ${module}, which has no file`)
  add(own.fileName)
  return files
}
