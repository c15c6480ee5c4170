import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'
import { toFileHash } from './src/contract/file-names.ts'
import { earlyScripts, serviceWorker } from './vite.early-scripts.ts'
import { leaveOutUnusedParts, reactRouter } from './vite.unused-parts.ts'

// Relative addresses: the builder writes the site's own base path into index.html, so one build serves every folder.
export default defineConfig({
  base: './',
  plugins: [
    react(),
    leaveOutUnusedParts(),
    chunkLoader(),
    earlyScripts(),
    serviceWorker(),
    compileHint(),
    wholeMediaQueries(),
    lifeboatProgram(),
  ],
  resolve: {
    // The package offers bundlers its development build, with all its warnings, whatever the mode.
    alias: [
      { find: /^react-router$/, replacement: `${reactRouter}index.mjs` },
      { find: /^react-router\/dom$/, replacement: `${reactRouter}dom-export.mjs` },
    ],
  },
  css: {
    modules: {
      generateScopedName: nameClass,
    },
  },
  // A worker loads what it rarely needs by itself.
  worker: { format: 'es' },
  build: {
    outDir: 'dist/reader',
    emptyOutDir: true,
    // The oldest engines that the whole reader works in: docs/reader.md.
    target: ['chrome100', 'firefox115', 'safari16.4'],
    // Browsers of this target know modulepreload; the polyfill would be dead weight.
    modulePreload: { polyfill: false },
    // Data addresses are not allowed by the Content-Security-Policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What the first page needs is one file: many small ones compress worse.
        codeSplitting: {
          groups: [
            { name: 'reader', tags: ['$initial'] },
            {
              name: 'columns',
              test: /\/src\/(?:contract|core)\/column\/(?!.*-writer|.*-lengths|.*-plan)/,
            },
            // The same for articles and searches, and for searches alone.
            { name: 'archive', test: /\/src\/reader\/data\/(?:archive|scheduling)\// },
            {
              name: 'search',
              test: /\/src\/reader\/(?:data\/search|features\/(?:search-help\/search-|timeline\/(?:hits|whole\/find-)))\b/,
            },
            // One name of it in the first script instead of six.
            {
              name: 'desk',
              test: /\/src\/reader\/(?:(?:storage|data|features)\/desk\/(?!late-)|ui\/desk-icon|app\/late-desk)|\/node_modules\/idb\//,
            },
          ],
        },
      },
      treeshake: { manualPureFunctions: ['createContext', 'forwardRef', 'memo'] },
    },
  },
})

const sheets = new Map<string, string>()

/** Names of classes from words that recur in the script: they compress better than hashes. */
function nameClass(name: string, file: string): string {
  const sheet = basename(file, '.module.css')
  const [path = ''] = file.split('?')
  if ((sheets.get(sheet) ?? path) !== path) throw new Error(`two style sheets are called ${sheet}`)
  sheets.set(sheet, path)
  return `${sheet}_${name}`
}

/**
 * Has Chromium compile all of the first file beside the main thread while it arrives, instead of each function there when it is first
 * called: nearly all are called at once. Other browsers see a comment. https://v8.dev/blog/explicit-compile-hints
 */
function compileHint(): Plugin {
  return {
    name: 'broadsheet:compile-hint',
    apply: 'build',
    generateBundle: {
      // It must be the first line, also before what Vite puts at the beginning.
      order: 'post',
      handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk' || !output.isEntry) continue
          output.code = `//# allFunctionsCalledOnLoad\n${output.code}`
        }
      },
    },
  }
}

/**
 * Has every `import()` use the reader's own loader instead of Vite's: it has a time limit, and can ask for a chunk under another
 * address, because engines remember for as long as the page is open that a module could not be loaded.
 */
function chunkLoader(): Plugin {
  const loader = fileURLToPath(new URL('src/reader/data/files/load-chunk.ts', import.meta.url))
  const loading = /(\(|async)\(\)=>(import\(|\{let\{[^}]*\}=await import\()(`[^`]+`)\)/g
  return {
    name: 'broadsheet:chunk-loader',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js'
        ? `export { loadChunk as __vitePreload } from ${JSON.stringify(loader)}`
        : undefined,
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk') continue
          // Those of the reader name their chunk; react-router has one for what it is told, which is nothing here.
          const imports = output.code.split('import(`').length - 1
          let loaders = 0
          output.code = output.code.replaceAll(loading, (_, before, start, path) => {
            loaders++
            return `${before} $again=>${start}${path}+$again)`
          })
          if (loaders !== imports) throw new Error(`${output.fileName} has an import() of its own`)
        }
      },
    },
  }
}

/**
 * Lowering `(width < 1100px)`, the build writes `not (min-width:1100px)`, which Safari before 16.4 and Chromium before 104 do not read:
 * they took every screen for a wide one. With a type of media it is as old as media queries.
 */
export function wholeMediaQueries(): Plugin {
  return {
    name: 'broadsheet:whole-media-queries',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== 'asset' || !output.fileName.endsWith('.css')) continue
          output.source = String(output.source).replaceAll('@media not (', '@media not all and (')
        }
      },
    },
  }
}

function toPath(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

/** Builds the code for lifeboats as one file among the assets, and tells the reader where it is. */
function lifeboatProgram(): Plugin {
  const placeModule = toPath('src/reader/features/take-list/along/program-place.ts')
  let place = {}
  return {
    name: 'broadsheet:lifeboat-program',
    apply: 'build',
    async buildStart() {
      const built = await build({
        configFile: toPath('vite.one-file.config.ts'),
        logLevel: 'error',
        build: { write: false },
      })
      const [first] = [built].flat()
      const files = first !== undefined && 'output' in first ? first.output : []
      const program = files.find(({ fileName }) => fileName === 'program.json')
      if (program?.type !== 'asset') throw new Error('the code for lifeboats was not built')
      const digest = createHash('sha256').update(program.source).digest()
      const path = `assets/lifeboat-${digest.toString('base64url').slice(0, 8)}.json`
      place = { path, hash: toFileHash(digest) }
      this.emitFile({ type: 'asset', fileName: path, source: program.source })
    },
    load: (id) =>
      id === placeModule ? `export const programPlace = ${JSON.stringify(place)}` : undefined,
  }
}
