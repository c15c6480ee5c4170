import { describe, expect, test } from 'vitest'
import { parseVideoUrl, toEmbedUrl, toThumbnailUrl, toWatchUrl } from './video-url.ts'

const id = 'NB_-x5x3Gv0'

describe('a URL of a known player', () => {
  test.each([
    [`https://www.youtube.com/watch?v=${id}`, { player: 'youtube', id }],
    [`http://youtube.com/watch?list=x&v=${id}&feature=share`, { player: 'youtube', id }],
    [`https://youtu.be/${id}`, { player: 'youtube', id }],
    [`https://youtu.be/${id}?t=1m30s`, { player: 'youtube', id, startSeconds: 90 }],
    [
      `https://www.youtube.com/embed/${id}?rel=0&start=42`,
      { player: 'youtube', id, startSeconds: 42 },
    ],
    [`https://www.youtube-nocookie.com/embed/${id}`, { player: 'youtube', id }],
    [`https://www.youtube.com/v/${id}`, { player: 'youtube', id }],
    [`https://m.youtube.com/shorts/${id}`, { player: 'youtube', id }],
    ['https://vimeo.com/651010730', { player: 'vimeo', id: '651010730' }],
    [
      'https://player.vimeo.com/video/651010730?dnt=1#t=75s',
      { player: 'vimeo', id: '651010730', startSeconds: 75 },
    ],
  ])('%s is parsed', (url, video) => {
    expect(parseVideoUrl(url)).toEqual(video)
  })

  test.each([
    `javascript://youtube.com/%0Aalert(1)//embed/${id}`,
    `https://youtube.com.evil.example/watch?v=${id}`,
    `https://evil.example/https://www.youtube.com/watch?v=${id}`,
    `https://www.youtube.com:8443/watch?v=${id}`,
    `https://www.youtube.com@evil.example/watch?v=${id}`,
    'https://www.youtube.com/watch?v=too-short',
    `https://www.youtube.com/watch?v=${id}"><script>`,
    'https://www.youtube.com/embed/?rel=0',
    'https://www.youtube.com/embed/videoseries?list=PLx',
    'https://www.youtube.com/channel/UCGtvPQxpuRrXeryEWxQkAkA',
    'https://vimeo.com/about',
    '//www.youtube.com/embed/x',
    '',
  ])('S6 %s is rejected', (url) => {
    expect(parseVideoUrl(url)).toBeUndefined()
  })
})

describe('the URLs made for a video', () => {
  const youtube = { player: 'youtube', id, startSeconds: 90 } as const
  const vimeo = { player: 'vimeo', id: '651010730' } as const

  test('are the page, the iframe without cookies, and the thumbnail', () => {
    expect(toWatchUrl(youtube)).toBe(`https://www.youtube.com/watch?v=${id}&t=90s`)
    expect(toEmbedUrl(youtube)).toBe(
      `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0&start=90`,
    )
    expect(toThumbnailUrl(youtube)).toBe(`https://i.ytimg.com/vi/${id}/hqdefault.jpg`)
    expect(toWatchUrl(vimeo)).toBe('https://vimeo.com/651010730')
    expect(toEmbedUrl(vimeo)).toBe('https://player.vimeo.com/video/651010730?autoplay=1&dnt=1')
    expect(toThumbnailUrl(vimeo)).toBeUndefined()
  })

  test('parse back to the same video', () => {
    for (const video of [youtube, vimeo]) {
      expect(parseVideoUrl(toWatchUrl(video))).toEqual(video)
      expect(parseVideoUrl(toEmbedUrl(video))).toEqual(video)
    }
  })
})
