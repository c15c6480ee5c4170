import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'fflate'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'
import type { LifeboatProgram } from './src/contract/lifeboat-program.ts'
import { toBase85Bytes } from './src/shape/lifeboat/base85.ts'
import { wholeMediaQueries } from './vite.config.ts'
import { leaveOutUnusedParts, reactRouter } from './vite.unused-parts.ts'

const toPath = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Modules of the reader in whose place others stand where reader and archive are one file, by their paths in `src/reader`. */
export const inReader = {
  'data/files/site-file.ts': 'site-file.ts',
  'data/files/picture-address.ts': 'picture-address.ts',
  'data/search/start-search-worker.ts': 'start-search-worker.ts',
  'links/place.ts': 'place.ts',
  'router/address-bar.ts': 'address-bar.ts',
  'features/update/update-notice.tsx': 'copy-notice.tsx',
  'app/kept-parts.tsx': 'kept-parts.tsx',
  'app/shown-look.ts': 'shown-look.ts',
  'data/kept/note-read.ts': 'note-read.ts',
  'data/kept/tend-kept.ts': 'tend-kept.ts',
  'features/keep-offline/kept-settings.tsx': 'kept-settings.tsx',
  'data/stored/forget-all.ts': 'forget-all.ts',
  'features/stored/stored-list.tsx': 'stored-list.tsx',
  'storage/desk/desk-channel.ts': 'desk-channel.ts',
  'storage/desk/open-desk-database.ts': 'open-desk-database.ts',
  'ui/failure-key.ts': 'failure-key.ts',
  'features/about/mirrors-section.tsx': 'mirrors-section.tsx',
  'features/article/missing-article.tsx': 'missing-article.tsx',
  'features/take-list/along/take-along.tsx': 'take-along.tsx',
  // Its dictionary is half as large as the reader.
  'chinese-script/to-traditional.ts': 'to-traditional.ts',
}

/** The same in the search worker. */
export const inWorker = {
  'data/files/site-file.ts': 'asked-file.ts',
  'data/search-worker/search-index.ts': 'search-index.ts',
  'links/place.ts': 'place.ts',
}

const target = ['chrome100', 'firefox115', 'safari16.4']

// The reader as one script and one style sheet, its search worker and its loader: what a lifeboat holds beside an archive.
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [
    react(),
    leaveOutUnusedParts(),
    wholeMediaQueries(),
    replaceModules(inReader),
    bundleBeside({ worker: 'data/search-worker/search-worker.ts', loader: 'one-file/loader.ts' }),
    joinParts(),
  ],
  resolve: {
    alias: [
      { find: /^react-router$/, replacement: `${reactRouter}index.mjs` },
      { find: /^react-router\/dom$/, replacement: `${reactRouter}dom-export.mjs` },
    ],
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/one-file',
    emptyOutDir: true,
    target,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    lib: {
      entry: 'src/reader/app/main.tsx',
      formats: ['iife'],
      name: 'broadsheet',
      fileName: () => 'reader.js',
      cssFileName: 'reader',
    },
    rolldownOptions: {
      output: { codeSplitting: false },
      treeshake: { manualPureFunctions: ['createContext', 'forwardRef', 'memo'] },
    },
  },
})

/** Puts the modules of `src/reader/one-file` in the place of others. */
function replaceModules(table: Readonly<Record<string, string>>): Plugin {
  const byPath = new Map(
    Object.entries(table).map(([from, to]) => [
      toPath(`src/reader/${from}`),
      toPath(`src/reader/one-file/${to}`),
    ]),
  )
  return {
    name: 'broadsheet:one-file',
    enforce: 'pre',
    async resolveId(source, importer) {
      const found = await this.resolve(source, importer, { skipSelf: true })
      const other = found === null ? undefined : byPath.get(found.id)
      // Types alone are imported from what is replaced.
      return other === undefined || other === importer ? undefined : other
    },
  }
}

/** Writes further scripts beside the reader, each whole in itself, in their order. */
function bundleBeside(entries: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'broadsheet:beside',
    apply: 'build',
    async generateBundle() {
      let workerHash = ''
      for (const [name, entry] of Object.entries(entries)) {
        const built = await build({
          configFile: false,
          logLevel: 'error',
          publicDir: false,
          plugins: name === 'worker' ? [replaceModules(inWorker)] : [setWorkerHash(workerHash)],
          build: {
            write: false,
            target,
            lib: { entry: toPath(`src/reader/${entry}`), formats: ['iife'], name: 'broadsheet' },
          },
        })
        const [first] = [built].flat()
        if (first === undefined || !('output' in first)) throw new Error(`${name} was not built`)
        const [{ code }] = first.output
        const script = code.trim()
        if (name === 'worker') workerHash = createHash('sha256').update(script).digest('hex')
        this.emitFile({ type: 'asset', fileName: `${name}.js`, source: script })
      }
    },
  }
}

/** Tells the loader the hash of the search worker, which is therefore built before it. */
function setWorkerHash(hash: string): Plugin {
  const module = toPath('src/reader/one-file/worker-hash.ts')
  return {
    name: 'broadsheet:worker-hash',
    load: (id) => (id === module ? `export const workerHash = '${hash}'` : undefined),
  }
}

/** Puts all parts into one file, see `src/contract/lifeboat-program.ts`. */
function joinParts(): Plugin {
  return {
    name: 'broadsheet:join-parts',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const take = (name: string): string => {
          const output = bundle[name]
          if (output === undefined) throw new Error(`${name} was not built`)
          delete bundle[name]
          return (output.type === 'chunk' ? output.code : output.source.toString()).trim()
        }
        const [loader, reader, worker, styles] = [
          take('loader.js'),
          take('reader.js'),
          take('worker.js'),
          take('reader.css'),
        ]
        const program: LifeboatProgram = {
          loader,
          styles,
          reader: toPacked(reader),
          worker: toPacked(worker),
          sources: { loader: toSource(loader), reader: toSource(reader), styles: toSource(styles) },
        }
        this.emitFile({ type: 'asset', fileName: 'program.json', source: JSON.stringify(program) })
      },
    },
  }
}

function toPacked(code: string): string {
  const packed = gzipSync(Buffer.from(code), { level: 9, mtime: 0 })
  return Buffer.from(toBase85Bytes(packed)).toString('latin1')
}

function toSource(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`
}
