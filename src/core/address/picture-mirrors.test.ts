import { expect, test } from 'vitest'
import { listMirrors } from './picture-mirrors.ts'

const uuid = '0a4311fa-0a00-475c-b3f0-f5ca7f23dfb9'
const matters = 'https://imagedelivery.net/kDRCweMmqLnTPNlbum-pYA/prod'

test.each<[name: string, url: string, mirrors: string[]]>([
  [
    'the WordPress proxy leads to the site',
    'https://i0.wp.com/example.org/wp-content/uploads/2019/12/a.png?resize=1100%2C493&ssl=1',
    [
      'https://example.org/wp-content/uploads/2019/12/a.png',
      'https://i1.wp.com/example.org/wp-content/uploads/2019/12/a.png?resize=1100%2C493&ssl=1',
    ],
  ],
  [
    'the proxy has another host name',
    'https://i1.wp.com/example.org/a.png',
    ['https://example.org/a.png', 'https://i0.wp.com/example.org/a.png'],
  ],
  [
    'a WordPress site leads to the proxy',
    'https://example.org/blog/wp-content/uploads/a.png?w=300',
    ['https://i0.wp.com/example.org/blog/wp-content/uploads/a.png'],
  ],
  [
    'jsDelivr mirrors GitHub',
    'https://cdn.jsdelivr.net/gh/someone/pictures/img/1/a.jpg',
    ['https://raw.githubusercontent.com/someone/pictures/HEAD/img/1/a.jpg'],
  ],
  [
    'jsDelivr mirrors a version of a repository',
    'https://cdn.jsdelivr.net/gh/someone/pictures@1.2/a.jpg',
    ['https://raw.githubusercontent.com/someone/pictures/1.2/a.jpg'],
  ],
  [
    'GitHub is mirrored by jsDelivr',
    'https://raw.githubusercontent.com/someone/pictures/main/a.jpg',
    ['https://cdn.jsdelivr.net/gh/someone/pictures@main/a.jpg'],
  ],
  [
    'Matters moved to Cloudflare',
    `https://assets.matters.news/processed/1080w/embed/${uuid}.jpeg`,
    [`${matters}/embed/${uuid}.jpeg/public`],
  ],
  [
    'Matters came from its own host',
    `${matters}/embed/${uuid}.jpeg/public`,
    [`https://assets.matters.news/embed/${uuid}.jpeg`],
  ],
  [
    'Medium has two host names',
    'https://cdn-images-1.medium.com/max/640/1*W0QF.png',
    ['https://miro.medium.com/max/640/1*W0QF.png'],
  ],
  [
    'a resized Drupal picture was made from a file',
    'https://example.org/sites/default/files/styles/large/public/assets/a.jpg?itok=x',
    ['https://example.org/sites/default/files/assets/a.jpg'],
  ],
  [
    'a host was prepended to a protocol-relative URL',
    'https://example.org//img.example.net/a.jpg?w=2',
    ['https://img.example.net/a.jpg?w=2'],
  ],
  ['no mirror is known', 'https://example.org/a.jpg', []],
  ['a proxy URL without a site', 'https://i0.wp.com/a.png', []],
])('%s', (_, url, mirrors) => {
  expect(listMirrors(url)).toEqual(mirrors)
})

test('every mirror is an https URL', () => {
  const hostile = [
    'https://i0.wp.com/x.y/"><script>',
    'https://i0.wp.com/javascript:alert.x/1',
    'https://e.org//a.b/../../x',
    `https://cdn.jsdelivr.net/gh/${'a/'.repeat(20_000)}`,
  ]
  for (const mirror of hostile.flatMap((url) => listMirrors(url))) {
    expect(new URL(mirror).protocol).toBe('https:')
  }
})
