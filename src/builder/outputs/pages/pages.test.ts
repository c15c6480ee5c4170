import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords } from '#article/words.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { makeReaderApp } from '#builder/testing/make-reader-app.ts'
import { toArticlePageHtml } from './article-page-html.tsx'
import { findUnsafeMarkup } from '#builder/site/page/check-page.ts'
import { toContentSecurityPolicy } from '#builder/site/page/content-security-policy.ts'
import { toDataBlock } from '#core/html/data-block.ts'
import { listInlineSources, toSource } from '#builder/site/page/inline-source.ts'
import { toPageFrame, toPageShell } from '#builder/site/page/page-shell.ts'
import { choosePageLanguage } from '#builder/site/plan/page-language.ts'

const { template: readerPage } = makeReaderApp()
const inline = listInlineSources(readerPage)
const policy = toContentSecurityPolicy({ base: '/sub/' }, inline)
const shell = toPageShell(toPageFrame(readerPage, { base: '/sub/', policy }))
const empty = { title: 'Harbour', language: 'en', head: '', root: '' }

describe('page shell', () => {
  test('fills in base, policy, title and language', () => {
    const { document } = new JSDOM(shell({ ...empty, title: 'A & B "<x>"', language: 'zh-Hant' }))
      .window
    expect(document.title).toBe('A & B "<x>"')
    expect(document.documentElement.lang).toBe('zh-Hant')
    expect(document.querySelector('meta[name=broadsheet-base]')?.getAttribute('content')).toBe(
      '/sub/',
    )
    expect(document.querySelector('script[src]')?.getAttribute('src')).toBe(
      '/sub/assets/main-AAAAAAAA.js',
    )
    expect(document.querySelector('link')?.getAttribute('href')).toBe('/sub/assets/icon.svg')
  })

  test('S26 says that queries stand behind #, where they do', () => {
    const quiet = toPageShell(toPageFrame(readerPage, { base: '/sub/', policy, isQuiet: true }))
    const isQuiet = [shell, quiet].map((render) => {
      const { document } = new JSDOM(render(empty)).window
      return (
        document.querySelector('meta[name=broadsheet-base][content="/sub/"][data-quiet]') !== null
      )
    })
    expect(isQuiet).toEqual([false, true])
  })

  test('keeps a title that looks like a placeholder or a replacement pattern as text', () => {
    const title = '%BROADSHEET_CSP% $& <!--broadsheet:root--> $1'
    const { document } = new JSDOM(shell({ ...empty, title, root: '<p>text</p>' })).window
    expect(document.title).toBe(title)
    expect(document.querySelector('#root')?.textContent).toBe('text')
  })

  test.each(['%BROADSHEET_CSP%', '%BROADSHEET_BASE%', '<!--broadsheet:root-->'])(
    'S4 refuses a template without %s',
    (mark) => {
      const template = makeReaderApp().template.replace(mark, '')
      expect(() => toPageFrame(template, { base: '/', policy })).toThrow('exactly once')
    },
  )

  test('S4 allows the scripts that are part of it by their hashes, and no others', () => {
    expect(inline.script).toHaveLength(1)
    expect(policy).toContain(`script-src 'self' ${inline.script[0]};`)
    expect(findUnsafeMarkup(shell(empty))).toBeUndefined()
    const other = shell(empty).replace(inline.script[0] ?? '', toSource('other()'))
    expect(findUnsafeMarkup(other)).toBe('it holds an inline script')
  })

  test('S4 has the policy right after the charset', () => {
    const { document } = new JSDOM(shell(empty)).window
    const [charset, meta] = document.head.children
    expect(charset?.getAttribute('charset')).toBe('utf-8')
    expect(meta?.getAttribute('http-equiv')).toBe('Content-Security-Policy')
    expect(meta?.getAttribute('content')).toBe(policy)
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`require-trusted-types-for 'script'`)
    expect(policy).toMatch(
      /trusted-types dompurify broadsheet-search-worker broadsheet-service-worker(?:;|$)/,
    )
    expect(policy).not.toContain('unsafe')
  })
})

const page = (body: string) => shell({ ...empty, root: body })

describe('a page of an article', () => {
  test.each([
    ['the post’s own where the interface has it', 'zh-Hant', 'en', 'zh-Hant'],
    ['the archive’s where it has not', 'ja', 'zh-Hans', 'zh-Hans'],
    ['the archive’s where that of the post is unknown', undefined, 'zh-Hans', 'zh-Hans'],
  ] as const)('is in a language: %s', (_, language, archive, spoken) => {
    expect(choosePageLanguage(language, archive)).toBe(spoken)
  })

  test('links to the first page without JavaScript, with the archive’s title as text', async () => {
    const id = parsePostId('2020-08-30-abcdefgh')
    if (!id) throw new Error('no post id')
    const length = { count: 1, unit: 'words' } as const
    const html = toArticlePageHtml(
      {
        summary: { id, title: 'Lamp', tags: [], collection: 'harbour', kind: 'article', length },
        body: { id, file: 'x', parts: ['<p>x</p>'] },
      },
      {
        shell,
        siteTitle: 'Harbour <b>"news"',
        base: '/sub/',
        address: undefined,
        canonical: 'archive',
        timeZone: 'UTC',
        words: makeWords(await loadArticleMessages('en'), 'en'),
        locale: 'en',
        twinFacets: false,
        keyPrint: undefined,
        hasAllPages: true,
      },
    )
    const home = new JSDOM(html).window.document.querySelector('body header a')
    expect(home?.getAttribute('href')).toBe('/sub/')
    expect(home?.textContent).toBe('Harbour <b>"news"')
    expect(findUnsafeMarkup(html)).toBeUndefined()
  })
})

describe('S4 a page that violates the policy is not written', () => {
  test.each([
    ['inline script', '<script>alert(1)</script>'],
    ['early script with another letter', `<script>void 'Early'</script>`],
    ['early script with an attribute', `<script async>void 'early'</script>`],
    ['inline script in capitals', '<SCRIPT>alert(1)</SCRIPT>'],
    ['script without src', '<script type="module"></script>'],
    ['inline style sheet', '<style>*{}</style>'],
    ['handler', '<img src="x" onerror="alert(1)">'],
    ['handler without quotes', '<img src=x onerror=alert(1)>'],
    ['handler after a line end', '<img src="x"\nonerror="alert(1)">'],
    ['handler after a slash', '<img/onerror=alert(1)>'],
    ['handler after a quote', '<img src="x"onerror="alert(1)">'],
    ['style attribute', '<p style="position:fixed">x</p>'],
    ['frame', '<iframe src="https://example.org/"></iframe>'],
    ['base', '<base href="https://example.org/">'],
    ['data with a tag inside', '<script type="application/json">{"a":"<b>"}</script>'],
    ['data without end tag', '<script type="application/json">{}'],
    ['data of a type that browsers run', '<script type="importmap">{}</script>'],
    ['data with two types', '<script type="application/json" type="module">a</script>'],
    ['speculation rules', '<script type="speculationrules">{}</script>'],
  ])('S4 %s', (_, body) => {
    expect(findUnsafeMarkup(page(body))).toBeDefined()
  })

  test.each([
    ['text about handlers', '<p>write onclick= or style= here</p>'],
    ['a title about handlers', '<a href="x" title="the onload= event">x</a>'],
    ['escaped markup', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    [
      'escaped markup in an attribute',
      '<img alt="&lt;img onerror=x&gt;" src="https://x.example/a.png">',
    ],
    ['data', '<script type="application/json" id="a-b">{"a":"onclick=x > style="}</script>'],
    ['linked data', '<script type="application/ld+json">{"a":1}</script>'],
  ])('%s is allowed', (_, body) => {
    expect(findUnsafeMarkup(page(body))).toBeUndefined()
  })

  test('S4 a page without the policy, or with it after a script, is not written', () => {
    const meta = /<meta http-equiv[^>]+>/
    const html = page('')
    expect(findUnsafeMarkup(html.replace(meta, ''))).toContain('Content-Security-Policy')
    const late = html.replace(meta, '').replace('</head>', `${meta.exec(html)?.[0]}</head>`)
    expect(findUnsafeMarkup(late)).toContain('Content-Security-Policy')
  })
})

test('B16 data cannot end its block or begin a comment, and round-trips', () => {
  const value = { title: '</script><!--<script>alert(1)</script>\u2028\u2029 “x”' }
  const block = toDataBlock({ type: 'application/json', id: 'a' }, value)
  expect(block.match(/</g)).toHaveLength(2)
  expect(block).not.toMatch(/[\u2028\u2029]/)
  const { document } = new JSDOM(page(block)).window
  expect(JSON.parse(document.querySelector('#a')?.textContent ?? '')).toEqual(value)
  expect(findUnsafeMarkup(page(block))).toBeUndefined()
})

describe('S22 scripts may come from', () => {
  test.each([
    [
      'the site’s own assets, when the origin is known',
      { base: '/sub/', origin: 'https://a.example' },
      'https://a.example/sub/assets/',
      ' https://a.example/sub/sw.js',
    ],
    ['the same origin, when it is not', { base: '/sub/' }, `'self'`, ''],
  ])('S22 A13 %s', (_, place, source, worker) => {
    expect(toContentSecurityPolicy(place)).toContain(`script-src ${source};`)
    expect(toContentSecurityPolicy(place)).toContain(`worker-src ${source}${worker};`)
  })

  test('requests are upgraded only where the site itself is secure', () => {
    const upgrade = 'upgrade-insecure-requests'
    expect(toContentSecurityPolicy({ base: '/', origin: 'https://a.example' })).toContain(upgrade)
    expect(toContentSecurityPolicy({ base: '/', origin: 'http://localhost:1' })).not.toContain(
      upgrade,
    )
    expect(toContentSecurityPolicy({ base: '/' })).not.toContain(upgrade)
  })
})
