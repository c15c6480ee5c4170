import { describe, expect, test } from 'vitest'
import { cleanArticle } from '../clean-article.ts'

/** Paths of the pictures that are left of an article. */
function toPaths(body: string): string[] {
  const html = cleanArticle({ body, bodyForm: 'html', sourceUrl: 'https://a.example/x' }).parts
  return [...html.join('').matchAll(/<img src="https:\/\/([^"]*)"/g)].map(([, path]) => path ?? '')
}

const words = `<p>${'The sea wall holds. '.repeat(40)}</p>`
const page = 'a.example/wp-content/uploads/lamp'

describe('the lead picture is shown once', () => {
  test.each<[name: string, body: string, left: string[]]>([
    [
      'right after itself',
      '<div><img src="/a.jpg"></div><p><img src="/a.jpg"></p>',
      ['a.example/a.jpg'],
    ],
    [
      'in another size of WordPress',
      `<img src="//${page}.jpg"><p>b</p><img src="//${page}-1024x576.jpg">`,
      [`${page}.jpg`],
    ],
    [
      'with another query',
      '<img src="/a.jpg?w=300"><p>b</p><img src="/a.jpg?w=900">',
      ['a.example/a.jpg?w=300'],
    ],
    [
      'through the proxy of WordPress',
      `<img src="//${page}.jpg"><p>b</p><img src="https://i2.wp.com/${page}.jpg?fit=9%2C9&ssl=1">`,
      [`${page}.jpg`],
    ],
    [
      'in another size of Drupal',
      '<img src="/sites/x/files/styles/large/public/a.jpg?itok=1"><p>b</p><img src="/sites/x/files/a.jpg">',
      ['a.example/sites/x/files/styles/large/public/a.jpg?itok=1'],
    ],
    [
      'the one with a caption',
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

describe('a picture stays', () => {
  test.each<[name: string, body: string, count: number]>([
    ['that comes again far below', `<img src="/a.jpg">${words}<img src="/a.jpg">`, 2],
    ['that parts sections', '<img src="/a.jpg"><p>b</p>'.repeat(3), 3],
    [
      'that has another caption',
      '<figure><img src="/a.jpg"><figcaption>b</figcaption></figure>'.repeat(2),
      2,
    ],
    ['that is not the lead', '<img src="/l.jpg"><img src="/a.jpg"><p>b</p><img src="/a.jpg">', 3],
    ['of another name', '<img src="/a-1.jpg"><img src="/a-2.jpg">', 2],
    [
      'of another Medium id',
      '<img src="https://miro.medium.com/max/9/1*a.png"><img src="https://miro.medium.com/max/9/1*b.png">',
      2,
    ],
  ])('%s', (_, body, count) => {
    expect(toPaths(body)).toHaveLength(count)
  })
})
