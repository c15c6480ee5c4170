import { expect, test } from 'vitest'
import { readBuiltPost } from '#builder/testing/read-built-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'

function toPost(title: string, body: string): string {
  return `---\ntitle: ${title}\n---\n${body}\n`
}

const words = 'The quay, the pier and the wall were closed'

/** Where the links of a post lead, with titles for the ids of posts, and what the report says of the host. */
async function build(body: string) {
  const posts = {
    'harbour/_posts/2020-01-02-tide.md': toPost('Tide', `${words} at ebb.`),
    'harbour/_posts/2020-01-03-fog.md': toPost('Fog', `${words} for fog.`),
    'harbour/_posts/2020-02-01-from.md': toPost('From', body),
  }
  const { out, report } = await buildTestSite({ posts, search: false })
  const { parts } = (await readBuiltPost(out, 'From')).body
  const links = Array.from(parts.join('').matchAll(/<a href="([^"]*)"/g), ([, href = '']) =>
    href
      .replace(/https:\/\/archive\.invalid\/posts\/2020-01-02-\w+/, 'Tide')
      .replace(/https:\/\/archive\.invalid\/posts\/2020-01-03-\w+/, 'Fog'),
  )
  return { links, problems: report.problems.filter(({ field }) => field === 'url') }
}

test('a host is learned from links to the own addresses of posts, and the report says so', async () => {
  const { links, problems } = await build(
    '[a](http://pier.example/2020/01/02/tide.html#high) [b](https://www.pier.example/2020/01/03/fog.html) ' +
      '[c](https://pier.example/plan/) [d](https://else.example/2020/01/02/tide.html)',
  )
  expect(links).toEqual([
    'Tide#user-content-high',
    'Fog',
    'https://pier.example/plan/',
    'https://else.example/2020/01/02/tide.html',
  ])
  expect(problems).toEqual([
    expect.objectContaining({
      file: 'harbour',
      reason:
        'The settings name no address of the site; links to 2 of its posts lead to https://pier.example, which was taken for it.',
    }),
  ])
})

test.each([
  ['one link', ['https://pier.example/2020/01/02/tide.html']],
  ['other days', ['https://pier.example/2020/01/03/tide.html', 'https://pier.example/fog']],
  [
    'two hosts',
    ['pier', 'copy'].flatMap((host) => [
      `https://${host}.example/2020/01/02/tide.html`,
      `https://${host}.example/2020/01/03/fog.html`,
    ]),
  ],
])('no host is learned from %s', async (_, addresses) => {
  const { links, problems } = await build(addresses.map((url) => `[a](${url})`).join(' '))
  expect(links).toEqual(addresses)
  expect(problems).toEqual([])
})
