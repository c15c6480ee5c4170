import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const toId = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const starting = ['src/builder/commands/main.ts'].map(toId)
const indexing = ['src/builder/outputs/search/index-work.ts'].map(toId)
const working = [
  'src/builder/archive/read-archive.ts',
  'src/builder/site/plan/site-plan.ts',
  'src/builder/site/assembly/write-site.ts',
  'src/builder/outputs/outputs.ts',
  'src/builder/archive/prepare/prepare-batch.ts',
].map(toId)

// Every build loads the first two files, every build after which something changed all of them: finding and loading a file takes as
// long as asking the disk about a hundred posts. Each holds all that its modules load at once, so that no two files wait for each other.
// Threads that index have no use for the rest of the program, which takes each of them a tenth of a second and twenty megabytes.
const files = [
  { name: 'base', loadedBy: [starting, indexing] },
  { name: 'start', loadedBy: [starting] },
  { name: 'index', loadedBy: [indexing] },
  { name: 'work', loadedBy: [working] },
]

interface ModuleLinks {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null
}

/** The modules that some modules load at once, directly or not, these included. */
function listLoaded(roots: readonly string[], links: ModuleLinks): Set<string> {
  const loaded = new Set(roots)
  for (const id of loaded) {
    for (const imported of links.getModuleInfo(id)?.importedIds ?? []) loaded.add(imported)
  }
  return loaded
}

// Packages that every build loads, and what they load: from node_modules they are a hundred files. Their licences come with the
// packages, which stay dependencies.
const bundled = [
  'commander',
  'valibot',
  'parse5',
  'entities',
  'markdown-it',
  'markdown-it-cjk-friendly',
  'linkify-it',
  'mdurl',
  'uc.micro',
  'punycode.js',
  'get-east-asian-width',
  'date-fns',
  '@date-fns/tz',
]

// The program of the published package: its sources, and those packages that every build loads. All others stay in node_modules.
export default defineConfig({
  publicDir: false,
  ssr: {
    noExternal: bundled,
  },
  build: {
    ssr: true,
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20.19',
    minify: false,
    rolldownOptions: {
      // Worker threads start from a file of their own.
      input: {
        cli: 'src/builder/cli.ts',
        'prepare-batch': 'src/builder/archive/prepare/prepare-batch.ts',
        'index-work': 'src/builder/outputs/search/index-work.ts',
        'page-work': 'src/builder/outputs/pages/page-work.ts',
      },
      external: [/^node:/],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: {
          groups: files.map(({ name, loadedBy }) => {
            const known: ReadonlySet<string>[] = []
            return {
              name: (id: string, links: ModuleLinks) => {
                if (known.length === 0)
                  known.push(...loadedBy.map((roots) => listLoaded(roots, links)))
                return known.every((loaded) => loaded.has(id)) ? name : null
              },
              debugName: name,
            }
          }),
        },
      },
    },
  },
})
