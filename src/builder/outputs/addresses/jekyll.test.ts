import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findOldPost } from '#core/address/find-old-post.ts'
import { makeFolder } from '#testing/make-archive.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { readOldAddresses } from '#builder/testing/read-old-addresses.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'

// A real Jekyll builds posts with odd names. Each address it makes must be the one we compute, and lead to its post.

const program = 'jekyll'
const hasJekyll = spawnSync(program, ['--version']).status === 0

/** File names of posts and lines of their front matter; each title gets the index of its post. */
const posts: [file: string, lines: string][] = [
  ['2020-01-01-Harbour: a "test" & more?.md', 'date: 2020-01-01T23:30:00Z'],
  ['2020-01-02-港口：渡輪（第１班）停航！｜快訊.md', 'date: 2020-01-02T00:30:00+08:00'],
  ['2020-01-03-cafe\u0301 Ünïcode ſ İ.md', 'date: 2020-01-03 23:59:59'],
  ['2020-01-04-⛴️ ferry 👩‍✈️ 100% #1.md', 'date: 2020-01-04 22:10:00 -0500'],
  ['2020-01-05-…！.md', 'date: 2020-01-05'],
  ['2020-01-06-dots..inside and.after....md', 'date: "2020-01-06 01:02:03"'],
  ['2020-01-07-ends with！.！.md', ''],
  ['2020-01-08-same title.md', 'date: 2020-01-08T12:00:00Z'],
  ['2020-01-09-same title.md', 'date: 2020-01-09T12:00:00Z'],
  ['2020-01-09-same: title.html', 'date: 2020-01-09T15:00:00Z'],
  ['2020-01-10-Same Title.md', 'date: 2020-01-10T12:00:00Z'],
  ['2020-01-11-a.html.md', 'date: 2020-01-11T12:00:00Z'],
  ['2020-01-12-index.md', 'date: 2020-01-12T12:00:00Z'],
  ['2020-01-13-Ⅷ Ⓐ ½ हिन्दी.markdown', 'date: 2020-01-13T12:00:00Z'],
  ['2020-01-14-own slug.md', 'slug: "An Own: Slug/x"\ndate: 2020-01-14T12:00:00Z'],
  ['2020-01-15-own place.md', 'permalink: /own/:year/:title%20x.html\ndate: 2020-01-15T12:00:00Z'],
  ['2020-01-16-labels.md', 'categories: News Sea\ncategory: One Two\ndate: 2020-01-16T12:00:00Z'],
  ['2020-01-17-list.md', 'categories: [ B, A ]\ntags: [ A, B ]\ndate: 2020-01-17T12:00:00Z'],
  ['2020-01-18-_under~score@x=y;z.md', 'date: 2020-01-18T12:00:00Z'],
  ['2020-1-19-short day.md', 'date: 2020-01-19T12:00:00Z'],
  [`2020-01-20-${'渡'.repeat(70)}.md`, 'date: 2020-01-20T12:00:00Z'],
]

const styles: [permalink: string, timeZone?: string][] = [
  ['/:year-:month-:day/:title/', 'Asia/Taipei'],
  ['date', 'America/New_York'],
  ['none'],
  ['pretty', 'Asia/Taipei'],
  ['ordinal'],
  ['/x/:collection/:name/:path/'],
  [
    '/:w_year/:slugified_categories/:i_day_:short_month/:hour:minute/:slug:output_ext',
    'Pacific/Auckland',
  ],
]

async function makeArchive(permalink: string, timeZone?: string): Promise<string> {
  const files = posts.map(([name, lines], at): [string, string] => [
    `harbour/_posts/${name}`,
    `---\ntitle: "post ${at}"\n${lines}\n---\nText ${at}.\n`,
  ])
  const zone = timeZone === undefined ? '' : `timezone: ${timeZone}\n`
  return makeFolder({
    ...Object.fromEntries(files),
    'harbour/_config.yml': `title: Harbour\npermalink: ${permalink}\n${zone}`,
    'harbour/addresses.txt':
      '---\npermalink: /addresses.txt\n---\n{% for post in site.posts %}{{ post.title }}\t{{ post.url }}\n{% endfor %}',
  })
}

describe.skipIf(!hasJekyll)(
  'on a site that a real Jekyll built (skipped where it is not installed)',
  () => {
    test.each(styles)(
      'with %s (%s) every address leads to its post',
      async (permalink, timeZone) => {
        const home = await makeArchive(permalink, timeZone)
        const jekyll = join(home, 'built')
        execFileSync(program, ['build', '-q', '-s', join(home, 'harbour'), '-d', jekyll], {
          stdio: 'ignore',
          env: { ...process.env, TZ: 'UTC', LANG: 'C.UTF-8' },
        })
        const folders = [join(home, 'harbour')]
        const { out, manifest, report } = await buildTestSite({
          folders,
          redirectPages: true,
          search: false,
        })
        const source = await readOldAddresses(out, manifest)
        const lines = (await readFile(join(jekyll, 'addresses.txt'), 'utf8')).trim().split('\n')
        expect(lines).toHaveLength(posts.length)
        const wrong: string[] = []
        const addresses = lines.map((line) => line.split('\t') as [string, string])
        // Of posts with one address the old site showed the newest, which Jekyll lists first.
        const shown = new Map(addresses.toReversed().map(([title, url]) => [url, title]))
        for (const url of shown.keys()) {
          const title = source.rows.find(({ title: name }) => name === shown.get(url))
          const id = await findOldPost(source, url)
          const file = toFile(url)
          // The root of the site belongs to the reader.
          if (file === 'index.html') continue
          if (id !== title?.id) wrong.push(`${url} leads to ${id}`)
          const isNamed = report.problems.some(
            (problem) => problem.field === 'permalink' && problem.file === toSource(url, addresses),
          )
          const page = existsSync(join(out, file)) ? await readFile(join(out, file), 'utf8') : ''
          if (!isNamed && !page.includes(`/posts/${title?.id}/`)) wrong.push(`${file} is no page`)
        }
        expect(wrong).toEqual([])
        expect((await verifySite(out)).faults).toEqual([])
      },
    )
  },
)

/** The file that hosts look for when they are asked for a URL. */
function toFile(url: string): string {
  const path = decodeURIComponent(url).normalize('NFC').slice(1)
  return path.endsWith('/') || path === ''
    ? `${path}index.html`
    : path.replace(/(?:\.html)?$/, '.html')
}

/** The source file, as named in reports, of the post that an address shows. */
function toSource(url: string, addresses: [title: string, url: string][]): string {
  const [title = ''] = addresses.find(([, other]) => other === url) ?? []
  const [name = ''] = posts[Number(title.replace('post ', ''))] ?? []
  return `harbour/_posts/${name.normalize('NFC')}`
}
