import { parseArgs } from 'node:util'
import { writeArchive } from './write-archive.ts'

// Runs by hand: `npm run bench:posts -- --size 50000 --out DIR [--light] [--seed 1]`.
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '6000' },
    out: { type: 'string', default: 'bench-archive' },
    seed: { type: 'string', default: '1' },
    light: { type: 'boolean', default: false },
  },
})
const started = performance.now()
const { posts, bytes } = writeArchive(
  values.out,
  {
    size: Number(values.size),
    seed: Number(values.seed),
    profile: values.light ? 'light' : 'full',
  },
  (done) => console.log(`${done} posts`),
)
const seconds = (performance.now() - started) / 1000
console.log(`${posts} posts, ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s`)
