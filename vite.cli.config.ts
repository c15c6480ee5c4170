import { defineConfig } from 'vite'

// The program of the published package: sources in one folder, everything from node_modules stays there.
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/builder/cli.ts',
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20.19',
    minify: false,
    rolldownOptions: {
      external: [/^node:/],
      output: { entryFileNames: 'cli.js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
