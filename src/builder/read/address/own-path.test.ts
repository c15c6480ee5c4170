import { describe, expect, test } from 'vitest'
import type { AddressFields } from '#core/post/post.ts'
import { toAliasPaths } from './alias-paths.ts'
import { toNamedPath } from './named-path.ts'
import { toOwnPath } from './own-path.ts'
import type { PathRules } from './path-rules.ts'

interface Given {
  file: string
  rules?: Partial<PathRules>
  fields?: AddressFields
  categories?: string[]
  title?: string
}

function toPath(
  { file, rules, fields, categories = [], title }: Given,
  generator: PathRules['generator'],
) {
  const base = file.slice(file.lastIndexOf('/') + 1)
  const isIndex = base.startsWith('index.')
  const folder = file.split('/').at(-2) ?? ''
  const fileName = isIndex ? base.replace('index', folder) : base
  return toOwnPath(
    {
      file: `quay/${file}`,
      fileName,
      title,
      addressFields: fields,
      publishedMs: Date.parse('2021-03-04T23:30:00Z'),
      row: { tags: [], categories },
    },
    { generator, timeZone: 'UTC', ...rules },
  )
}

describe('Jekyll gives', () => {
  test.each<[Given, string | undefined]>([
    [{ file: '_posts/2021-03-04-a.md', rules: { pattern: 'date' } }, '/2021/03/04/a.html'],
    [{ file: '_posts/2021-03-04-a.md', rules: { pattern: 'pretty' } }, '/2021/03/04/a/'],
    [{ file: '_posts/2021-03-04-a.md', rules: { pattern: 'ordinal' } }, '/2021/063/a.html'],
    [{ file: '_posts/2021-03-04-a.md', rules: { pattern: 'none' } }, '/a.html'],
    [
      {
        file: '_posts/2021-03-04-a.md',
        rules: { pattern: '/:categories/:year/:title' },
        categories: ['B c', 'D'],
      },
      '/b c/d/2021/a',
    ],
    [
      { file: '_posts/2021-03-04-A b.md', rules: { pattern: '/:collection/:path/:name/' } },
      '/posts/2021-03-04-A b/2021-03-04-a-b/',
    ],
    [
      { file: '_posts/2021-03-04-a.md', rules: { pattern: 'date' }, fields: { permalink: '/x/' } },
      '/x/',
    ],
    // Only settings name styles.
    [{ file: '_posts/2021-03-04-a.md', fields: { permalink: 'pretty' } }, '/pretty'],
    [
      { file: '_posts/2021-03-04-a.md', rules: { pattern: 'date', timeZone: 'Asia/Tokyo' } },
      '/2021/03/05/a.html',
    ],
    [{ file: '_posts/a.md', rules: { pattern: 'date' } }, undefined],
  ])('%j: %s', (given, path) => {
    expect(toPath(given, 'jekyll')).toBe(path)
  })
})

describe('Hugo gives', () => {
  const inFolders = { language: 'en', languageFolders: { english: 'en', fr: 'fr' } }
  const year = { sections: { log: '/:year/:month/:slug/' } }
  test.each<[Given, string | undefined]>([
    [{ file: 'content/log/Sea Wall.md' }, '/log/sea-wall/'],
    [{ file: 'content/log/Sea Wall.md', rules: { keepsCase: true } }, '/log/Sea-Wall/'],
    [{ file: 'content/log/2021/a.md' }, '/log/2021/a/'],
    [{ file: 'content/log/a/index.md' }, '/log/a/'],
    [{ file: 'log/a.md' }, '/log/a/'],
    [{ file: 'content/log/a.md', fields: { slug: 'B c' } }, '/log/b-c/'],
    [{ file: 'content/log/a.md', fields: { permalink: 'talks/b' } }, '/talks/b/'],
    [{ file: 'content/log/a.md', fields: { permalink: '/b.html' } }, '/b.html'],
    [{ file: 'content/log/a.md', rules: year, fields: { slug: 'b' } }, '/2021/03/b/'],
    [{ file: 'content/log/a.md', rules: year, title: 'Sea: Wall!' }, '/2021/03/sea-wall/'],
    [{ file: 'content/note/a.md', rules: year }, '/note/a/'],
    [
      { file: 'content/log/x/a.md', rules: { sections: { log: '/:sections/:filename' } } },
      '/log/x/a/',
    ],
    [{ file: 'content/log/a.md', rules: { sections: { log: '/:moon/' } } }, undefined],
    [{ file: 'content/log/a.fr.md', rules: { language: 'en' } }, '/fr/log/a/'],
    [{ file: 'content/log/a.en.md', rules: { language: 'en' } }, '/log/a/'],
    [{ file: 'content/log/a.zh-tw.md', rules: { language: 'en' } }, '/zh-tw/log/a/'],
    [{ file: 'content/log/a.md', rules: { language: 'en', defaultInFolder: true } }, '/en/log/a/'],
    [
      { file: 'content/log/a.fr.md', rules: { language: 'en', defaultInFolder: true } },
      '/fr/log/a/',
    ],
    [{ file: 'content/english/log/a.md', rules: inFolders }, '/log/a/'],
    [{ file: 'content/fr/log/a.md', rules: inFolders }, '/fr/log/a/'],
    [{ file: 'content/fr/log/a.md', rules: { language: 'en' } }, '/fr/log/a/'],
    [{ file: 'content/log/潮汐 表.md' }, '/log/潮汐-表/'],
  ])('%j: %s', (given, path) => {
    expect(toPath(given, 'hugo')).toBe(path)
  })

  test('Zola leaves the day of a file out', () => {
    expect(toPath({ file: 'content/log/2021-03-04-a.md' }, 'zola')).toBe('/log/a/')
    expect(toPath({ file: 'content/log/2021-03-04-a.md' }, 'hugo')).toBe('/log/2021-03-04-a/')
  })
})

describe('Hexo gives', () => {
  const dated = { fileNames: ':year-:month-:day-:title.md' }
  test.each<[Given, string | undefined]>([
    [{ file: 'source/_posts/a.md' }, '/2021/03/04/a/'],
    [{ file: 'source/_posts/log/a.md' }, '/2021/03/04/log/a/'],
    [{ file: 'source/_posts/2021-03-04-a.md' }, '/2021/03/04/2021-03-04-a/'],
    [{ file: 'source/_posts/2021-03-04-a.md', rules: dated }, '/2021/03/04/a/'],
    [
      { file: 'source/_posts/2021-03-04-a.b.md', rules: { ...dated, pattern: 'news/:title.html' } },
      '/news/a.b.html',
    ],
    [
      {
        file: 'source/_posts/log/a.md',
        rules: { pattern: ':category/:name/' },
        categories: ['B c'],
      },
      '/B-c/a/',
    ],
    [{ file: 'source/_posts/a.md', rules: { pattern: ':category/:title/' } }, '/uncategorized/a/'],
    [{ file: 'source/_posts/a.md', fields: { permalink: 'x/y' } }, '/x/y/'],
    // sha1 of `a` and 1614900600.
    [{ file: 'source/_posts/a.md', rules: { pattern: ':hash/' } }, '/422fdca38502/'],
    [{ file: 'source/_posts/a.md', rules: { pattern: ':timestamp.html' } }, '/1614900600.html'],
    [
      {
        file: 'source/_posts/a.md',
        rules: { pattern: 'p/:abbrlink.html' },
        fields: { named: { abbrlink: '4f.2b' } },
      },
      '/p/4f.2b.html',
    ],
    [{ file: 'source/_posts/a.md', rules: { pattern: 'p/:abbrlink/' } }, undefined],
  ])('%j: %s', (given, path) => {
    expect(toPath(given, 'hexo')).toBe(path)
  })
})

describe('the further address', () => {
  const place = { host: 'quay.example', baseurl: '/log' }
  test.each<[string, string[]]>([
    ['/old/a', ['/old/a']],
    ['/old//a/?x#y', ['/old/a/']],
    ['/%E6%BD%AE', ['/潮']],
    ['https://quay.example/log/a.html', ['/a.html']],
    ['https://other.example/a', []],
    ['a', ['/a', '/log/a']],
    ['../a', ['/a']],
    ['/%E6%', []],
    ['/../../a', ['/a']],
  ])('%s is %j', (alias, paths) => {
    const found = toAliasPaths({ addressFields: { aliases: [alias] } }, place, '/log/b/')
    expect(found).toEqual(paths)
  })
})

describe('a name stands for', () => {
  test.each([
    ['2020-01-02-a', '/2020/01/02/a.html'],
    ['/2020-1-2-a.markdown', '/2020/01/02/a.html'],
    ['news/sea/2020-01-02-a', '/news/sea/2020/01/02/a.html'],
    ['news/_posts/2020-01-02-a.md', '/news/2020/01/02/a.html'],
    ['a', undefined],
  ])('%s: %s', (name, path) => {
    expect(toNamedPath(name, { timeZone: 'UTC' })).toBe(path)
  })
})
