import { parsePictureFile, picturePath } from '#contract/picture-file.ts'
import type { Output } from '#builder/site/output/output.ts'
import { makePicturePlacer } from './place-pictures.ts'

/** Pictures that the archive keeps beside its posts; copied as the posts that show them are written. */
export const picturesOutput: Output = {
  plan: ({ keptPictures }) => ({
    write: ({ writer }) => Promise.resolve({ pictures: makePicturePlacer(keptPictures, writer) }),
  }),
  verify: async (_manifest, site) => {
    for (const path of site.paths) {
      const file = parsePictureFile(path.slice(path.lastIndexOf('/') + 1))
      if (file !== undefined && picturePath(file) === path) await site.readPicture(file)
    }
    return []
  },
}
