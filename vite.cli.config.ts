import { defineConfig } from 'vite'

// The program of the published package: sources in one folder, everything from node_modules stays there.
export default defineConfig({
  publicDir: false,
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
        'prepare-batch': 'src/builder/ingest/prepare-batch.ts',
        'index-work': 'src/builder/search/index-work.ts',
      },
      external: [/^node:/],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
