import { describe, expect, test } from 'vitest'
import { cleanArticle } from '../clean-article.ts'

/** URLs, without scheme, of the pictures that remain in an article. */
function toPaths(body: string): string[] {
  const html = cleanArticle({ body, bodyForm: 'html', sourceUrl: 'https://a.example/x' }).parts
  return [...html.join('').matchAll(/<img src="https:\/\/([^"]*)"/g)].map(([, path]) => path ?? '')
}

const words = `<p>${'The sea wall holds. '.repeat(40)}</p>`
const page = 'a.example/wp-content/uploads/lamp'

describe('the lead picture is shown once', () => {
  test.each<[name: string, body: string, left: string[]]>([
    [
      'if repeated right away',
      '<div><img src="/a.jpg"></div><p><img src="/a.jpg"></p>',
      ['a.example/a.jpg'],
    ],
    [
      'if repeated in another WordPress size',
      `<img src="//${page}.jpg"><p>b</p><img src="//${page}-1024x576.jpg">`,
      [`${page}.jpg`],
    ],
    [
      'if repeated with another query',
      '<img src="/a.jpg?w=300"><p>b</p><img src="/a.jpg?w=900">',
      ['a.example/a.jpg?w=300'],
    ],
    [
      'if repeated through the WordPress proxy',
      `<img src="//${page}.jpg"><p>b</p><img src="https://i2.wp.com/${page}.jpg?fit=9%2C9&ssl=1">`,
      [`${page}.jpg`],
    ],
    [
      'if repeated in another Drupal size',
      '<img src="/sites/x/files/styles/large/public/a.jpg?itok=1"><p>b</p><img src="/sites/x/files/a.jpg">',
      ['a.example/sites/x/files/styles/large/public/a.jpg?itok=1'],
    ],
    [
      'in the version with a caption',
      '<img src="/a.jpg?1"><p>b</p><figure><img src="/a.jpg?2"><figcaption>A lamp</figcaption></figure>',
      ['a.example/a.jpg?2'],
    ],
    [
      'after an avatar',
      '<img class="avatar" src="/i.jpg"><img src="/a.jpg"><p>b</p><img src="/a.jpg">',
      ['a.example/i.jpg', 'a.example/a.jpg'],
    ],
  ])('%s', (_, body, left) => {
    expect(toPaths(body)).toEqual(left)
  })
})

describe('a picture is kept', () => {
  test.each<[name: string, body: string, count: number]>([
    ['that is repeated far below', `<img src="/a.jpg">${words}<img src="/a.jpg">`, 2],
    ['that separates sections', '<img src="/a.jpg"><p>b</p>'.repeat(3), 3],
    [
      'that is repeated with a caption of its own',
      '<figure><img src="/a.jpg"><figcaption>b</figcaption></figure>'.repeat(2),
      2,
    ],
    [
      'that repeats one other than the lead',
      '<img src="/l.jpg"><img src="/a.jpg"><p>b</p><img src="/a.jpg">',
      3,
    ],
    [
      'right beside itself under other words',
      '<img src="/a.jpg" alt="Ebb"><img src="/a.jpg" alt="Flow">',
      2,
    ],
    ['with a different name', '<img src="/a-1.jpg"><img src="/a-2.jpg">', 2],
    [
      'with a different Medium id',
      '<img src="https://miro.medium.com/max/9/1*a.png"><img src="https://miro.medium.com/max/9/1*b.png">',
      2,
    ],
  ])('%s', (_, body, count) => {
    expect(toPaths(body)).toHaveLength(count)
  })
})
