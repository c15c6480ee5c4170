import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markSource } from './mark-source.ts'
import { splitSource } from './split-source.ts'

/** The file with what was left out in brackets, and what only says how it looks in braces. */
function show(file: string, article: string): string {
  return markSource(file, article)
    .pieces.map(({ kind, text }) => {
      const edge = text.trimEnd()
      const rest = text.slice(edge.length)
      if (kind === 'kept') return text
      return kind === 'left' ? `[${edge}]${rest}` : `{${edge}}${rest}`
    })
    .join('')
}

const join = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join('')

describe('of a source file', () => {
  test.each([
    ['text of the article is as it is', 'The ferry left.', 'The ferry left.', 'The ferry left.'],
    ['a word is marked', 'The old ferry left.', 'The ferry left.', 'The [old] ferry left.'],
    [
      'what stands between words that were left out is marked with them',
      'Share this: now! The ferry left.',
      'The ferry left.',
      '[Share this: now]! The ferry left.',
    ],
    ['a Chinese character is a word', '旧渡船开了', '渡船开了', '[旧]渡船开了'],
    [
      'tags are quiet, and so is front matter',
      '---\ntitle: x\n---\n<p class="a>b">The ferry</p>',
      'The ferry',
      '{---\ntitle: x\n---\n<p class="a>b">}The ferry{</p>}',
    ],
    [
      'front matter of other forms is quiet',
      '+++\ntitle = "x"\n+++\nThe ferry',
      'The ferry',
      '{+++\ntitle = "x"\n+++}\nThe ferry',
    ],
    [
      'front matter without a first line is quiet',
      'title: x\ntags: [a]\n---\nThe ferry',
      'The ferry',
      '{title: x\ntags: [a]\n---}\nThe ferry',
    ],
    ['comments are marked', 'The<!-- by Ann --> ferry', 'The ferry', 'The[<!-- by Ann -->] ferry'],
    [
      'scripts are marked whole',
      '<p>The<SCRIPT src=a>if (a<b) "</p>"</SCRIPT> ferry',
      'The ferry',
      '{<p>}The[<SCRIPT src=a>if (a<b) "</p>"</SCRIPT>] ferry',
    ],
    [
      'an empty frame is quiet',
      'The<iframe src="a"/> ferry',
      'The ferry',
      'The{<iframe src="a"/>} ferry',
    ],
    [
      'addresses of links in Markdown are quiet',
      'The [ferry](https://a.example/b "c") left\n\n[1]: https://b.example',
      'The ferry left',
      'The [ferry{](https://a.example/b "c")} left\n\n{[1]: https://b.example}',
    ],
    [
      'signs of Markdown do not count',
      '## The **ferry** left',
      'The ferry left',
      '## The **ferry** left',
    ],
    [
      'character references are the letters they stand for',
      'Caf&eacute;s &amp; &#x6e21;&#33337; &nbsp;',
      'Cafés & 渡船',
      'Caf&eacute;s &amp; &#x6e21;&#33337; &nbsp;',
    ],
    [
      'a word with a reference that was left out is marked whole',
      'The caf&eacute; left',
      'The left',
      'The [caf&eacute;] left',
    ],
    ['a comment without an end is all the rest', 'The<!-- ferry', 'The', 'The[<!-- ferry]'],
    ['a tag without an end is all the rest', 'The <a href="ferry', 'The', 'The {<a href="ferry}'],
    ['a sign that begins no tag is text', 'a < b and <3', 'a < b and <3', 'a < b and <3'],
  ])('%s', (_, file, article, shown) => {
    expect(show(file, article)).toBe(shown)
  })

  test('words that moved are not taken for those of their old place', () => {
    const shown = show(
      'Home News Sport. The ferry left at nine for the islands. Home',
      'The ferry left at nine for the islands. Home',
    )
    expect(shown).toBe('[Home News Sport]. The ferry left at nine for the islands. Home')
  })

  test('it is counted how much was left out', () => {
    const file = '<!-- a --><script>b</script><style></style><p>One two three four</p>'
    expect(markSource(file, 'Two three'.toLowerCase())).toMatchObject({
      words: 4,
      wordsLeft: 2,
      comments: 1,
      codes: 2,
      isCoarse: false,
    })
  })

  const word = fc.constantFrom('sea', 'wall', 'tide', '海', '的', 'caf&eacute;', 'and')
  const sign = fc.constantFrom(
    '<p>',
    '</p>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '"',
    '=',
    '&',
    '[',
    '](',
    ')',
    '---\n',
    '\n',
    '<',
    '>',
  )
  const anyFile = fc
    .array(fc.oneof({ weight: 3, arbitrary: word }, sign))
    .map((all) => all.join(' '))

  test('nothing is lost, whatever the file is', () => {
    fc.assert(
      fc.property(anyFile, anyFile, (file, article) => {
        expect(join(splitSource(file))).toBe(file)
        const marked = markSource(file, article)
        expect(join(marked.pieces)).toBe(file)
        expect(marked.wordsLeft).toBeLessThanOrEqual(marked.words)
      }),
    )
  })

  test('a word is left out only where the article has it less often, and all are when it has none', () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (words, others) => {
        const { wordsLeft } = markSource(
          words.join(' '),
          others.join(' ').replaceAll('&eacute;', 'é'),
        )
        const shared = [...new Set(words)].reduce((sum, one) => {
          const count = (list: string[]) => list.filter((other) => other === one).length
          return sum + Math.min(count(words), count(others))
        }, 0)
        expect(wordsLeft).toBeGreaterThanOrEqual(words.length - shared)
      }),
    )
  })

  test('what an article was cut out of is found again word for word', () => {
    const long = fc.array(
      fc.nat(400).map((at) => `w${at}`),
      { minLength: 20, maxLength: 300 },
    )
    fc.assert(
      fc.property(long, long, long, (before, article, after) => {
        const file = [...before, '<hr>', ...article, '<hr>', ...after].join(' ')
        const { words, wordsLeft } = markSource(file, article.join(' '))
        expect(words - wordsLeft).toBe(article.length)
      }),
    )
  })
})
