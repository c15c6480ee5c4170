import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { cleanArticle } from './clean-article.ts'

function measureHeapBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}

function cleanPosts(count: number): void {
  const paragraph = '<p style="color:red">The <b>ferry</b> was late <a href="/x">again</a>.</p>'
  for (let at = 0; at < count; at++) {
    const body = `<div>${paragraph.repeat(20)}<img src="https://pictures.example/${at}.jpg"></div>`
    cleanArticle({ body, bodyForm: 'html', sourceUrl: `https://harbour.example/${at}` })
  }
}

test('B14 cleaning does not leak: the heap stays level over thousands of posts', () => {
  cleanPosts(500)
  const before = measureHeapBytes()
  cleanPosts(3_000)
  // Creating a document object per post would leak a quarter of a megabyte each.
  expect(measureHeapBytes() - before).toBeLessThan(10_000_000)
})
