import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { indexPosts } from './index-work.ts'

function measureHeapBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}

function indexBatches(count: number): void {
  for (let batch = 0; batch < count; batch++) {
    const parts = Array.from({ length: 64 }, (_, at) => [
      JSON.stringify({ title: `Post ${batch} ${at}` }),
      JSON.stringify({ parts: [`<p>${batch} ${at} 渡輪九點開，春天來了。</p>`.repeat(40)] }),
    ])
    const records = parts.flat().map((json) => new TextEncoder().encode(json))
    const bytes = new Uint8Array(Buffer.concat(records))
    indexPosts({ bytes, sizes: Uint32Array.from(records, ({ length }) => length) })
  }
}

test('B14 indexing thousands of posts does not leak memory', () => {
  indexBatches(4)
  const before = measureHeapBytes()
  indexBatches(32)
  expect(measureHeapBytes() - before).toBeLessThan(5_000_000)
})
