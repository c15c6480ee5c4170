import { expect, test } from 'vitest'
import { parsePictureFile } from '#contract/picture-file.ts'
import { chooseRowPicture } from './choose-row-picture.ts'

const file = parsePictureFile('abcdefghijklmnopqrstuvwx23.webp')
const leadImage = { url: 'https://img.example/lead.jpg' }
const still = { url: 'https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg' }
const keptLead = { ...leadImage, file }
const keptStill = { ...still, file }

test.each([
  ['nothing where pictures are off', { leadImage: keptLead }, 'off', undefined],
  ['a picture that the archive keeps', { leadImage: keptLead }, 'kept', keptLead],
  ['the still of a video that the archive keeps', { still: keptStill }, 'kept', keptStill],
  ['no picture of another host unless all are asked for', { leadImage, still }, 'kept', undefined],
  ['the lead image where all are asked for', { leadImage, still }, 'all', leadImage],
  ['the still of a video where all are asked for', { still }, 'all', still],
  ['what is kept before what is not', { leadImage, still: keptStill }, 'all', keptStill],
  ['nothing for a post without pictures', {}, 'all', undefined],
] as const)('a row shows %s', (_, row, timelinePictures, image) => {
  const settings = { timelinePictures, articlePictures: 'load' } as const
  expect(chooseRowPicture(row, settings)).toEqual(image)
})

test.each([
  ['kept', undefined],
  ['all', keptLead],
] as const)('without pictures in articles, rows with "%s" show %o', (timelinePictures, image) => {
  const settings = { timelinePictures, articlePictures: 'off' } as const
  expect(chooseRowPicture({ leadImage: keptLead }, settings)).toEqual(image)
})
