import * as fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords } from '#article/words.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { toMarkdownCitation, toPlainCitation, type CitedArticle } from './citation.ts'

const id = parsePostId('2020-08-30-aaaaaaaa')
const url = 'https://archive.example/posts/2020-08-30-aaaaaaaa'

function makeCited(summary: Partial<CitedArticle['summary']> = {}): CitedArticle {
  if (id === undefined) throw new Error('no such id')
  const title = summary.title ?? 'The harbour is closed'
  const known = { title, author: 'Mei Lin', sourceHost: 'harbour.example' }
  return {
    summary: {
      id,
      tags: [],
      collection: 'harbour',
      kind: 'article',
      ...known,
      length: { count: 1, unit: 'words' },
      publishedAt: '2020-08-30T21:56:11Z',
      sourceTimestamp: { text: '30/08/2020 - 22:43', origin: 'dateline' },
      ...summary,
    },
    body: { title: undefined, sourceUrl: 'https://harbour.example/a?b=1' },
    title,
    url,
  }
}

const english = makeWords(await loadArticleMessages('en'), 'en')
const chinese = makeWords(await loadArticleMessages('zh-Hans'), 'zh-Hans')

function toLastLine(article: CitedArticle, words = english): string | undefined {
  return toPlainCitation(article, words).split('\n').at(-1)
}

describe('a plain citation', () => {
  test('contains both times and the addresses of the original and of the archive', () => {
    expect(toPlainCitation(makeCited(), english)).toBe(
      [
        'Mei Lin, “The harbour is closed”, harbour.example',
        'Published: 2020-08-30 21:56:11 UTC; Source’s own time: 30/08/2020 - 22:43 (printed in the article)',
        'Original article: https://harbour.example/a?b=1',
        `Archived: ${url}`,
      ].join('\n'),
    )
  })

  test('tells the source file by its hash and the archive by the print of its key', () => {
    const sha256 = '0f'.repeat(32)
    const cited = makeCited()
    const proven = { ...cited, body: { ...cited.body, source: { sha256 } } }
    expect(toLastLine({ ...proven, keyPrint: 'abcd-efgh' })).toBe(
      `SHA-256 of the file: ${sha256}; Print of the archive’s key: abcd-efgh`,
    )
    expect(toLastLine({ ...proven, keyPrint: 'abcd-efgh' }, chinese)).toBe(
      `文件的 SHA-256：${sha256}；文库密钥指纹：abcd-efgh`,
    )
    expect(toLastLine(proven)).toBe(`SHA-256 of the file: ${sha256}`)
    expect(toLastLine(cited)).toBe(`Archived: ${url}`)
  })

  test('uses the language of the interface', () => {
    expect(toPlainCitation(makeCited({ author: '林梅', title: '港口关闭' }), chinese)).toBe(
      [
        '林梅，《港口关闭》，harbour.example',
        '发布时间：2020-08-30 21:56:11 UTC；来源标注的时间：30/08/2020 - 22:43（文中所印）',
        '原文：https://harbour.example/a?b=1',
        `存档：${url}`,
      ].join('\n'),
    )
  })

  test.each([
    ['读《红楼梦》札记', '《读〈红楼梦〉札记》'],
    ['《红楼梦》', '《〈红楼梦〉》'],
    ['评《读〈红楼梦〉札记》', '《评〈读《红楼梦》札记〉》'],
    ['无书名号', '《无书名号》'],
    ['只有半个《书名号', '《只有半个《书名号》'],
  ])('nests the title marks inside the title %s', (title, marked) => {
    const [head] = toPlainCitation(makeCited({ author: '林梅', title }), chinese).split('\n')
    expect(head).toBe(`林梅，${marked}，harbour.example`)
  })

  test('keeps Chinese title marks in an English citation', () => {
    expect(toPlainCitation(makeCited({ title: '读《红楼梦》札记' }), english)).toContain(
      'Mei Lin, “读《红楼梦》札记”, harbour.example',
    )
  })

  test('shows what a mirror noted as a date, without its number', () => {
    const sourceTimestamp = { text: '1598824572000', origin: 'epochComment' } as const
    const citation = toPlainCitation(makeCited({ sourceTimestamp }), english)
    expect(citation).toContain('Mirror’s record: 2020-08-30 21:56:12 UTC (recorded by the mirror)')
    expect(citation).not.toContain('1598824572000')
  })

  test('leaves out what a mirror noted of the same instant', () => {
    const sourceTimestamp = { text: '1598824571000', origin: 'epochComment' } as const
    const citation = toPlainCitation(makeCited({ sourceTimestamp }), english)
    expect(citation).toContain('Published: 2020-08-30 21:56:11 UTC\n')
  })

  test('leaves out what is unknown', () => {
    const unknown = {
      title: undefined,
      author: undefined,
      sourceHost: undefined,
      publishedAt: undefined,
      sourceTimestamp: undefined,
    }
    const cited = makeCited()
    const summary = Object.assign({ ...cited.summary }, unknown)
    const bare = { ...cited, summary, body: {}, title: 'The last ferry leaves…' }
    expect(toPlainCitation(bare, english)).toBe(`The last ferry leaves…\nArchived: ${url}`)
    expect(toMarkdownCitation(bare)).toBe(`[The last ferry leaves…](${url})`)
  })
})

describe('a citation in Markdown', () => {
  test('is a link with author, source and day', () => {
    expect(toMarkdownCitation(makeCited({ title: 'a [b] \\ c' }))).toBe(
      String.raw`[a \[b\] \\ c](${url}), Mei Lin, harbour.example, 2020-08-30`,
    )
  })

  test('names all authors', () => {
    const cited = makeCited({ title: 'Fog', author: 'Mei Lin', coauthors: ['Ben Rook'] })
    expect(toMarkdownCitation(cited)).toBe(
      `[Fog](${url}), Mei Lin, Ben Rook, harbour.example, 2020-08-30`,
    )
  })

  test('escapes Markdown in title and author', () => {
    const markdown = new MarkdownIt()
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('a b\\[]()<>*_`~!&#;:."\'港|-+\n')),
      minLength: 1,
    })
    fc.assert(
      fc.property(text, text, (title, author) => {
        fc.pre(title.trim() !== '' && author.trim() !== '')
        const [inline] = markdown.parseInline(toMarkdownCitation(makeCited({ title, author })), {})
        const [open, ...rest] = inline?.children ?? []
        expect(open?.attrs).toEqual([['href', url]])
        const shown = rest.map(({ content }) => content).join('')
        expect(shown).toBe(
          `${toSingleLine(title)}, ${toSingleLine(author)}, harbour.example, 2020-08-30`,
        )
      }),
    )
  })
})

function toSingleLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
