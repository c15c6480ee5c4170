import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseBodyPack } from '#contract/body-pack.ts'
import { dataPath } from '#contract/file-names.ts'
import { parseTimelineShard } from '#contract/timeline-shard.ts'
import { toWholePage } from '#core/html/whole-page.ts'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'
import { markerPath } from '#builder/site/write/generations.ts'

type Built = Awaited<ReturnType<typeof buildTestSite>>

/** The article of each post by its title, with titles for the ids in links between posts. */
async function readArticles({ out, manifest }: Built): Promise<Record<string, string>> {
  const articles: Record<string, string> = {}
  const titles = new Map<string, string>()
  for (const hash of manifest.timeline.tail) {
    const shard = JSON.parse(
      await readFile(join(out, dataPath('timeline', hash)), 'utf8'),
    ) as unknown
    const { rows, packs } = parseTimelineShard(shard)
    for (const { id, title = '' } of rows) titles.set(id, title)
    for (const { pack } of packs) {
      const file = JSON.parse(
        await readFile(join(out, dataPath('bodies', pack)), 'utf8'),
      ) as unknown
      for (const { id, parts, page } of parseBodyPack(file).bodies) {
        articles[titles.get(id) ?? ''] = parts.join('')
        if (page) articles[`${titles.get(id)} whole`] = toWholePage(parts, page).join('')
      }
    }
  }
  for (const [title, html] of Object.entries(articles)) {
    articles[title] = html
      .replace(
        /https:\/\/archive\.invalid\/posts\/([\w-]+)/g,
        (_, id: string) => `<${titles.get(id)}>`,
      )
      .replaceAll(' rel="noopener noreferrer nofollow ugc" target="_blank"', ' out')
  }
  return articles
}

/** Where each link of a post leads, by its words: the title of a post and a place in it, or an address. */
async function readLinks(
  posts: Record<string, string>,
  title: string,
): Promise<Record<string, string>> {
  const html = (await readArticles(await buildTestSite({ posts, search: false })))[title] ?? ''
  const links = [...html.matchAll(/<a href="([^"]*)"[^>]*>([^]*?)<\/a>/g)]
  return Object.fromEntries(links.map(([, href = '', words = '']) => [words, href]))
}

function toPost(title: string, body: string, more = ''): string {
  return `---\ntitle: ${title}\n${more}---\n${body}\n`
}

const jekyll = {
  'harbour/_config.yml': 'url: https://quay.example\nbaseurl: /log\n',
  'harbour/_posts/2020-01-02-tide.md': toPost(
    'Tide',
    '## High water\n\nText.',
    'redirect_from: /old/tide\n',
  ),
  'harbour/boats/_posts/2020-01-03-oar.md': toPost('Oar', 'Text.'),
  'harbour/_posts/2020-01-04-own.md': toPost('Own', 'Text.', 'permalink: /else/where/\n'),
}

describe('links between posts of a Jekyll site lead to', () => {
  test.each([
    ['post_url', '[a]({% post_url 2020-01-02-tide %})', '<Tide>'],
    [
      'post_url with a place',
      '[a]({% post_url 2020-01-02-tide %}#high-water)',
      '<Tide>#user-content-high-water',
    ],
    ['post_url behind the origin', '[a]({{ site.url }}{% post_url 2020-01-02-tide %})', '<Tide>'],
    ['post_url with a folder', '[a]({% post_url boats/2020-01-03-oar %})', '<Oar>'],
    ['post_url without its folder', '[a]({% post_url 2020-01-03-oar %})', '<Oar>'],
    ['post_url of one with a permalink', '[a]({% post_url 2020-01-04-own %})', '<Own>'],
    [
      'post_url of one that is not there',
      '[a]({% post_url 2020-01-09-gone %})',
      'https://quay.example/log/2020/01/09/gone.html',
    ],
    ['link', '[a]({% link boats/_posts/2020-01-03-oar.md %})', '<Oar>'],
    ['link to a page', '[a]({% link about.md %})', 'https://quay.example/log/about.html'],
    ['an own address', '[a](https://quay.example/log/2020/01/02/tide.html)', '<Tide>'],
    [
      'one with www and http',
      '[a](http://www.quay.example/log/2020/01/02/tide.html?utm_source=x#high-water)',
      '<Tide>#user-content-high-water',
    ],
    ['one without its ending', '[a](/log/2020/01/02/tide)', '<Tide>'],
    ['one with index.html', '[a](/log/else/where/index.html)', '<Own>'],
    ['one in capitals', '[a](/log/Else/Where)', '<Own>'],
    ['a path', '[a](/log/boats/2020/01/03/oar.html)', '<Oar>'],
    ['a relative path', '[a](../../01/02/tide.html)', '<Tide>'],
    ['an alias', '[a](/log/old/tide/)', '<Tide>'],
    ['a file', '[a](2020-01-02-tide.md#high-water)', '<Tide>#user-content-high-water'],
    ['a file in another folder', '[a](../boats/_posts/2020-01-03-oar.md)', '<Oar>'],
    ['a file that is not there', '[a](gone.md)', 'https://quay.example/log/2020/02/01/gone.md'],
    ['a wiki link', '[[tide|a]]', '<Tide>'],
    ['a wiki link to a place', '[[Tide#High water|a]]', '<Tide>#user-content-high-water'],
    ['a wiki link by a path', '[[boats/_posts/oar|a]]', '<Oar>'],
    ['a wiki link that names nothing', '[[gone|a]]', undefined],
    [
      'another site',
      '[a](https://other.example/log/2020/01/02/tide.html)',
      'https://other.example/log/2020/01/02/tide.html',
    ],
    [
      'itself',
      '[a](https://quay.example/log/2020/02/01/from.html)',
      'https://quay.example/log/2020/02/01/from.html',
    ],
    [
      'an address that an article made up',
      '[a](https://archive.invalid/posts/2020-01-02-aaaaaaaa)',
      undefined,
    ],
    [
      'a script that an article made up',
      '[a](https://archive.invalid/name/x?else=javascript%3Aalert(1))',
      undefined,
    ],
  ])('%s', async (_, body, expected) => {
    const posts = { ...jekyll, 'harbour/_posts/2020-02-01-from.md': toPost('From', body) }
    expect((await readLinks(posts, 'From')).a).toBe(expected)
  })
})

describe('links between posts of other sites lead to', () => {
  test.each([
    ['ref', '[a]({{< ref "tide.md#high-water" >}})', '<Tide>#user-content-high-water'],
    ['relref', '[a]({{% relref "/log/tide" %}})', '<Tide>'],
    ['ref to another section', '[a]({{< ref "note/oar" >}})', '<Oar>'],
    [
      'ref to a page that is not there',
      '[a]({{< ref "gone.md" >}})',
      'https://quay.example/log/gone/',
    ],
    ['an own address', '[a](/note/oar/)', '<Oar>'],
    ['a relative path', '[a](../tide)', '<Tide>'],
    ['an alias', '[a](/old-oar)', '<Oar>'],
    ['an own address by its pattern', '[a](/2020/flag/)', '<Flag>'],
  ])('Hugo: %s', async (_, body, expected) => {
    const posts = {
      'harbour/hugo.toml':
        'baseURL = "https://quay.example/"\n[permalinks]\nflags = "/:year/:slug/"\n',
      'harbour/content/log/tide.md': toPost('Tide', '## High water\n\nText.', 'date: 2020-01-02\n'),
      'harbour/content/note/oar.md': toPost('Oar', 'Text.', 'aliases: [ /old-oar ]\n'),
      'harbour/content/flags/f.md': toPost('Flag', 'Text.', 'slug: flag\ndate: 2020-05-05\n'),
      'harbour/content/log/from.md': toPost('From', body),
    }
    expect((await readLinks(posts, 'From')).a).toBe(expected)
  })

  test.each([
    ['post_link', '{% post_link tide a %}', '<Tide>'],
    ['post_link with a date', '{% post_link 2020-01-02-tide a %}', '<Tide>'],
    ['post_link that names nothing', '{% post_link gone a %}', undefined],
    ['post_path', '[a]({% post_path tide %})', '<Tide>'],
    ['an own address', '[a](/sea/2020/01/02/tide/#x)', '<Tide>#user-content-x'],
  ])('Hexo: %s', async (_, body, expected) => {
    const posts = {
      'harbour/_config.yml':
        'url: https://quay.example\nroot: /sea/\nsource_dir: source\npublic_dir: public\nnew_post_name: :year-:month-:day-:title.md\n',
      'harbour/source/_posts/2020-01-02-tide.md': toPost(
        'Tide',
        'Text.',
        'date: 2020-01-02 10:00:00\n',
      ),
      'harbour/source/_posts/2020-02-01-from.md': toPost(
        'From',
        body,
        'date: 2020-02-01 10:00:00\n',
      ),
    }
    expect((await readLinks(posts, 'From')).a).toBe(expected)
  })

  test.each([
    ['a file', '[a](sub/tide.md)', '<Tide>'],
    ['a wiki link', '[[Tide|a]]', '<Tide>'],
    ['a path', '[a](/sub/tide/)', '<Tide>'],
    ['a path that leads nowhere', '[a](/gone/)', undefined],
  ])('a folder without settings: %s', async (_, body, expected) => {
    const posts = {
      'harbour/sub/tide.md': toPost('Tide', 'Text.'),
      'harbour/from.md': toPost('From', body),
    }
    expect((await readLinks(posts, 'From')).a).toBe(expected)
  })
})

function from(name: string): string {
  return `from: https://sea.example/${name}\n`
}

describe('links of mirrored posts', () => {
  const chrome =
    '<div class="sharedaddy"><a href="https://sea.example/tide?utm_source=b">b</a></div>'
  const posts = {
    'harbour/_posts/2020-01-01-from.md': toPost(
      'From',
      `<p><a href="https://www.sea.example/tide/">a</a></p>${chrome}`,
      from('from'),
    ),
    'harbour/_posts/2020-01-02-tide.md': toPost('Tide', '<p>Text</p>', from('tide')),
  }

  test('lead to the post that was mirrored from their address, on the whole page too', async () => {
    const articles = await readArticles(await buildTestSite({ posts, search: false }))
    expect(articles.From).toContain('<a href="<Tide>">a</a>')
    expect(articles['From whole']).toContain('<a href="<Tide>">b</a>')
  })

  test('keep an address that several posts have', async () => {
    const other = toPost('Other', '<p>Quite different</p>', from('tide'))
    const more = { ...posts, 'harbour/_posts/2020-01-03-other.md': other }
    const articles = await readArticles(await buildTestSite({ posts: more, search: false }))
    expect(articles.From).toContain('href="https://www.sea.example/tide/" out')
  })
})

test('the report counts links between posts, and names posts that are not there', async () => {
  const body =
    '[a]({% post_url 2020-01-02-tide %}) [b]({% post_url 2020-01-09-gone %}) [c](lost.md) [[d]]'
  const posts = { ...jekyll, 'harbour/_posts/2020-02-01-from.md': toPost('From', body) }
  const { report } = await buildTestSite({ posts, search: false })
  expect(report.links).toEqual({ inside: 1, posts: 1, missing: 2, words: 1 })
  const reasons = report.problems
    .map(({ reason }) => reason)
    .filter((text) => text.includes('by name'))
  expect(reasons).toEqual([
    'It links by name to posts that are not in the archive: "2020-01-09-gone", "lost.md".',
  ])
})

test('a page that reads without script, a feed and the reader have the same links', async () => {
  const body = '[a]({% post_url 2020-01-02-tide %}#high-water) [b](/log/2020/01/09/gone.html)'
  const posts = { ...jekyll, 'harbour/_posts/2020-02-01-from.md': toPost('From', body) }
  const { out } = await buildTestSite({
    posts,
    base: '/a/',
    origin: 'https://b.example',
    feeds: 'full',
  })
  const files = await readFolder(out)
  const page = [...files].find(([path]) => path.startsWith('posts/2020-02-01-'))
  expect(page?.[1]).toMatch(
    /<a href="\/a\/posts\/2020-01-02-[\w]{8}#user-content-high-water">a<\/a>/,
  )
  expect(files.get('feeds/feed.json') ?? [...files.values()].join('\n')).toMatch(
    /https:\/\/b\.example\/a\/posts\/2020-01-02-[\w]{8}#user-content-high-water/,
  )
  const unsettled = [...files].filter(
    ([path, text]) => !path.startsWith('data/') && text.includes('archive.invalid/posts'),
  )
  expect(unsettled.map(([path]) => path)).toEqual([])
  expect((await verifySite(out)).faults).toEqual([])
})

test('a post that comes or goes settles the links to it as a fresh build does', async () => {
  const body = '[a]({% post_url 2020-01-09-late %}) [[late]] [b](2020-01-09-late.md)'
  const home = await makeFolder({
    ...jekyll,
    'harbour/_posts/2020-02-01-from.md': toPost('From', body),
  })
  const folders = [join(home, 'harbour')]
  const { out } = await buildTestSite({ folders })
  const late = join(home, 'harbour/_posts/2020-01-09-late.md')
  await writeFile(late, toPost('Late', 'Text.'))
  const again = await buildTestSite({ folders, out })
  const fresh = await buildTestSite({ folders })
  expect((await readArticles(again)).From?.match(/<Late>/g)).toHaveLength(3)
  const files = await readFolder(out)
  const wanted = await readFolder(fresh.out)
  wanted.delete(markerPath)
  for (const [path, text] of wanted) expect(files.get(path)).toBe(text)
})
