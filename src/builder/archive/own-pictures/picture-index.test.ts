import { describe, expect, test } from 'vitest'
import type { CollectionPictures } from '#builder/read/discover/picture-files.ts'
import { resolvePicture } from '#builder/read/clean/rules/own-picture.ts'
import { PictureIndex } from './picture-index.ts'

interface Asked {
  /** The archive's pictures, in the order of discovery. */
  files: string[]
  /** The post's file below the folder. */
  post?: string
  src: string
  isName?: boolean
  isMirrored?: boolean
  isVault?: boolean
  sites?: string[]
  baseurl?: string
  siteUrl?: string
}

/** The path below the folder at which a picture is found, or why it is not. */
function find({ files, post = 'a.md', src, isName, ...rest }: Asked): string {
  const { isMirrored = false, isVault = false, sites = [], baseurl, siteUrl } = rest
  const pictures: CollectionPictures = {
    collection: 'light',
    root: '/light',
    prefix: 'light/',
    baseurl,
    files: files.map((path) => {
      const at = path.lastIndexOf('/')
      return { folder: path.slice(0, Math.max(0, at)), name: path.slice(at + 1) }
    }),
    sites: new Set(['', ...sites]),
    isVault,
  }
  const base = isMirrored ? 'https://elsewhere.example/x/y' : siteUrl
  const resolved = resolvePicture(src, { baseUrl: base, siteUrl, isMirrored }, isName)
  if (resolved?.own === undefined) return 'elsewhere'
  const found = new PictureIndex(pictures).find(`light/${post}`, resolved.own)
  return typeof found === 'string' ? found.replace(/^\/light\//, '') : found.fault
}

const atSite = { siteUrl: 'https://light.example/2020/03/09/a.html', baseurl: '/log' }

describe('a picture is found', () => {
  test.each<[string, Asked, string]>([
    ['beside its post', { files: ['p/b.png'], post: 'p/a.md', src: 'b.png' }, 'p/b.png'],
    [
      'before one of that name elsewhere',
      { files: ['b.png', 'p/b.png'], post: 'p/a.md', src: 'b.png' },
      'p/b.png',
    ],
    ['without query and fragment', { files: ['b.png'], src: './b.png?v=1#x' }, 'b.png'],
    ['with percent escapes', { files: ['ü d.png'], src: '%C3%BC%20d.png' }, 'ü d.png'],
    ['with a stray percent sign', { files: ['50%.png'], src: '50%.png' }, '50%.png'],
    [
      'with composed characters in its name',
      { files: ['u\u0308.png'], src: '\u00fc.png' },
      'u\u0308.png',
    ],
    ['with backslashes', { files: ['i/b.png'], src: 'i\\b.png' }, 'i/b.png'],
    ['in another case', { files: ['i/B.PNG'], src: 'I/b.png' }, 'i/B.PNG'],
    ['in the very case before another', { files: ['B.png', 'b.png'], src: 'b.png' }, 'b.png'],
    ['in no case where two would do', { files: ['B.png', 'b.PNG'], src: 'b.png' }, 'missing'],
    ['in the folder above', { files: ['i/b.png'], post: 'p/a.md', src: '../i/b.png' }, 'i/b.png'],
    [
      'in the folder of its post',
      { files: ['p/2020-03-09-a/b.png'], post: 'p/2020-03-09-a.md', src: 'b.png' },
      'p/2020-03-09-a/b.png',
    ],
    [
      'in that folder without the day',
      { files: ['p/a/b.png'], post: 'p/2020-03-09-a.md', src: 'b.png' },
      'p/a/b.png',
    ],
    [
      'by the address of its post',
      { files: ['p/a/b.png'], post: 'p/2020-03-09-a.md', src: '/2020/03/09/a/b.png' },
      'p/a/b.png',
    ],
    [
      'from the folder of its site',
      { files: ['x/i/b.png'], post: 'x/_posts/a.md', src: '/i/b.png', sites: ['x'] },
      'x/i/b.png',
    ],
    [
      'in the nearest site first',
      { files: ['i/b.png', 'x/i/b.png'], post: 'x/content/a.md', src: '/i/b.png', sites: ['x'] },
      'x/i/b.png',
    ],
    [
      'not in another site',
      { files: ['y/i/b.png'], post: 'x/content/a.md', src: '/i/b.png', sites: ['x', 'y'] },
      'missing',
    ],
    [
      'in static',
      { files: ['static/i/b.png'], post: 'content/a.md', src: '/i/b.png' },
      'static/i/b.png',
    ],
    ['in source', { files: ['source/i/b.png'], src: '/i/b.png' }, 'source/i/b.png'],
    ['in assets', { files: ['assets/b.png'], src: '/b.png' }, 'assets/b.png'],
    [
      'in a bundle by its address',
      { files: ['content/post/h/b.png'], src: '/post/h/b.png' },
      'content/post/h/b.png',
    ],
    [
      'relative to the page that Hugo makes',
      { files: ['static/post/a/b.png'], post: 'content/post/a.md', src: 'b.png' },
      'static/post/a/b.png',
    ],
    [
      'below the folder of its site, without a slash',
      { files: ['i/b.png'], post: '_posts/a.md', src: 'i/b.png' },
      'i/b.png',
    ],
    [
      'without the prefix of its site',
      { files: ['i/b.png'], src: '/log/i/b.png', baseurl: '/log' },
      'i/b.png',
    ],
    [
      'with it where a folder has that name',
      { files: ['log/i/b.png'], src: '/log/i/b.png', baseurl: 'log/' },
      'log/i/b.png',
    ],
    [
      'by the address of its site',
      { files: ['i/b.png'], src: 'http://light.example/log/i/b.png', ...atSite },
      'i/b.png',
    ],
    [
      'not by that of another',
      { files: ['i/b.png'], src: 'https://other.example/i/b.png', ...atSite },
      'elsewhere',
    ],
    [
      'by its name in any folder, as notes write it',
      { files: ['x/y/b.png'], post: 'p/a.md', src: 'b.png', isName: true },
      'x/y/b.png',
    ],
    [
      'by the end of its path',
      { files: ['b.png', 'x/y/b.png'], src: 'y/b.png', isName: true },
      'x/y/b.png',
    ],
    [
      'below its note first',
      { files: ['p/q/r/b.png', 'x/b.png'], post: 'p/a.md', src: 'b.png', isName: true },
      'p/q/r/b.png',
    ],
    [
      'by the shortest path else',
      { files: ['x/y/b.png', 'z/b.png'], post: 'p/a.md', src: 'b.png', isName: true },
      'z/b.png',
    ],
    [
      'anywhere in a vault',
      { files: ['x/b.png'], post: 'p/a.md', src: 'b.png', isVault: true },
      'x/b.png',
    ],
    ['not anywhere without one', { files: ['x/b.png'], post: 'p/a.md', src: 'b.png' }, 'missing'],
    [
      'beside a copied page',
      { files: ['p/b.png'], post: 'p/a.md', src: 'b.png', isMirrored: true },
      'p/b.png',
    ],
    [
      'not above a copied page',
      { files: ['b.png'], post: 'p/a.md', src: 'b.png', isMirrored: true },
      'missing',
    ],
  ])('%s', (_, asked, place) => {
    expect(find(asked)).toBe(place)
  })
})

describe('N7 no path leads out of the folder:', () => {
  test.each([
    ['..', '../b.png'],
    ['many of them', '../../../../../../etc/passwd'],
    ['encoded ones', '%2e%2e/%2e%2e/b.png'],
    ['encoded slashes', '..%2f..%2fb.png'],
    ['encoded twice', '%252e%252e/b.png'],
    ['backslashes', '..\\..\\b.png'],
    ['behind a folder', 'i/../../b.png'],
    ['rooted', '/../b.png'],
    ['a file of the machine', '/etc/passwd'],
    ['a drive', 'C:\\b.png'],
    ['another scheme', 'file:///light/b.png'],
    ['a host', '//light/b.png'],
    ['a zero byte', 'b.png%00.html'],
    ['a folder', 'i/'],
    ['nothing', ''],
    ['dots alone', './.'],
    ['the archive’s own host', 'https://archive.invalid/files/near/b.png'],
  ])('%s', (_, src) => {
    const place = find({ files: ['i/c.png'], post: 'a.md', src })
    expect(['missing', 'outside', 'elsewhere']).toContain(place)
  })
})
