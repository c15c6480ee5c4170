import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { readBuiltPost } from '#builder/testing/read-built-post.ts'

const text = makePostText({ title: 'One', body: '<p>\u00e9t\u00e9</p>' })
const files: [string, Uint8Array][] = [
  ['as it is written here', Buffer.from(text)],
  [
    'with a mark of its encoding and other line ends',
    Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`),
  ],
  ['in another encoding', Buffer.from(text, 'latin1')],
  ['in UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
]

test.each(files)(
  'A16 an article tells the SHA-256 of the very bytes of its file, %s',
  async (_, bytes) => {
    const path = 'harbour/_posts/2020-01-01-a.md'
    const { out } = await buildTestSite({ posts: { [path]: bytes } })
    const { body, page } = await readBuiltPost(out, 'One')
    const digest = createHash('sha256').update(bytes).digest('hex')
    expect(body.source).toEqual({ sha256: digest })
    expect(page).toContain(`<bdi>${digest}</bdi>`)
    const folder = await makeFolder({ 'a.md': bytes })
    const printed = execFileSync('sha256sum', [`${folder}/a.md`], { encoding: 'utf8' })
    expect(printed.split(' ')[0]).toBe(digest)
  },
)
