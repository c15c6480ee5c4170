import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, transformWithOxc, type Plugin } from 'vite'

const reactRouter = fileURLToPath(
  new URL('node_modules/react-router/dist/production/', import.meta.url),
)

// Relative addresses: the builder writes the site's own base path into index.html, so one build serves every folder.
export default defineConfig({
  base: './',
  plugins: [react(), earlyTheme(), compileHint()],
  resolve: {
    // The package offers bundlers its development build, with all its warnings, whatever the mode.
    alias: [
      { find: /^react-router$/, replacement: `${reactRouter}index.mjs` },
      { find: /^react-router\/dom$/, replacement: `${reactRouter}dom-export.mjs` },
    ],
  },
  build: {
    outDir: 'dist/reader',
    emptyOutDir: true,
    target: 'es2023',
    cssTarget: ['chrome125', 'firefox128', 'safari18'],
    // Browsers of this target know modulepreload; the polyfill would be dead weight.
    modulePreload: { polyfill: false },
    // Data addresses are not allowed by the Content-Security-Policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What the first page needs is one file: many small ones compress worse.
        codeSplitting: { groups: [{ name: 'reader', tags: ['$initial'] }] },
      },
      treeshake: { manualPureFunctions: ['createContext', 'forwardRef', 'memo'] },
    },
  },
})

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

/** Puts the theme's script into the head as a file of its own that blocks the first paint; modules and inline scripts cannot. */
function earlyTheme(): Plugin {
  const source = fileURLToPath(new URL('src/reader/app/early-theme.ts', import.meta.url))
  let file = ''
  return {
    name: 'broadsheet:early-theme',
    apply: 'build',
    async buildStart() {
      const { code } = await transformWithOxc(await readFile(source, 'utf8'), source, {
        sourcemap: false,
      })
      file = this.emitFile({ type: 'asset', name: 'early-theme.js', source: code })
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const asset = Object.values(bundle ?? {}).find(
          (output) => output.type === 'asset' && output.names.includes('early-theme.js'),
        )
        if (asset === undefined) throw new Error(`early-theme.js was not emitted (${file})`)
        // At the end of the head: the Content-Security-Policy must come before any script.
        return [{ tag: 'script', attrs: { src: `./${asset.fileName}` }, injectTo: 'head' }]
      },
    },
  }
}
