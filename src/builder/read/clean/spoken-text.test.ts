import { expect, test } from 'vitest'
import { cleanArticle } from './clean-article.ts'

test.each([
  ['title and text', '<p>Sea <b>wall</b></p><p>Harbour</p>', 'The lights\nSea wall Harbour'],
  [
    'no code',
    '<p>Der Turm <code>open()</code> steht.</p><pre>if not open then return end</pre>',
    'The lights\nDer Turm steht.',
  ],
  [
    'code where there is nothing else',
    '<pre>open the harbour</pre>',
    'The lights\nopen the harbour',
  ],
  ['no readings of ruby', '<p><ruby>港<rt>みなと</rt></ruby>の町</p>', 'The lights\n港の町'],
])('what tells the language is %s', (_, body, spoken) => {
  const article = cleanArticle({ body, bodyForm: 'html', title: 'The lights' })
  expect(article.spoken).toBe(spoken)
})

test('a long text is cut', () => {
  const { spoken } = cleanArticle({ body: `<p>${'sea '.repeat(50_000)}</p>`, bodyForm: 'html' })
  expect(spoken.length).toBeLessThan(5000)
})
