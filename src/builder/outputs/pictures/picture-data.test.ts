import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { keepTestPictures } from '#builder/testing/keep-test-pictures.ts'
import { makePicture } from '#builder/testing/make-pictures.ts'
import {
  makeChunk,
  makeExif,
  makePictureWith,
  makeSegment,
} from '#builder/testing/make-private-picture.ts'
import { readNewestBuild } from '#builder/testing/read-newest-build.ts'

const gps = makeSegment(
  0xe1,
  Buffer.concat([Buffer.from('Exif\0\0'), makeExif({ tags: { 0x88_25: 0, 0x01_3b: 1 } })]),
)
const author = makeChunk('tEXt', 'Author\0Harbour')

const [plain, taken] = ['https://pictures.example/a.png', 'https://pictures.example/b.jpg']
const inText = `data:image/png;base64,${makePictureWith('png', author).toString('base64')}`

test('what cameras wrote is in no picture of a site, and is counted', async () => {
  const home = await makeFolder({
    'harbour/own.png': makePictureWith('png', author),
    'harbour/_posts/2020-03-01-a.md': makePostText({
      title: 'One',
      body: `<p>x</p><img src="${plain}"><p>y</p><img src="${taken}">`,
    }),
    'harbour/_posts/2020-03-03-c.md': makePostText({
      title: 'Three',
      from: null,
      body: `<img src="/own.png"><p>x</p><img src="${inText}">`,
    }),
  })
  const [folder, out] = [join(home, 'harbour'), join(home, 'site')]
  const kept = makePictureWith('jpg', gps)
  const pictures = await keepTestPictures(folder, { [plain]: makePicture('png'), [taken]: kept })
  const source = await readFolder(pictures)
  const { report } = await buildTestSite({ folders: [folder], out })
  expect(report.pictureData).toEqual([
    { kind: 'place', files: 1 },
    { kind: 'person', files: 2 },
  ])
  const copied = [...(await readFolder(out))].filter(([path]) => path.startsWith('data/images/'))
  expect(copied).toHaveLength(2)
  for (const [, bytes] of copied) expect(bytes).not.toMatch(/Exif|Author/)
  expect(await readFolder(pictures)).toEqual(source)
  expect((await verifySite(out)).faults).toEqual([])
  const fresh = await buildTestSite({ folders: [folder] })
  expect(await readNewestBuild(fresh.out)).toEqual(await readNewestBuild(out))
})
