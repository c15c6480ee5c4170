import type { Output } from '#builder/site/assembly/output.ts'
import { verifyPictures } from './verify-pictures.ts'
import { makePicturePlacer } from './write-pictures.ts'

/** Pictures that the archive keeps beside its posts, copied while the posts that show them are written. */
export const picturesOutput: Output = {
  plan: ({ keptPictures }) => ({
    write: ({ writer }) => Promise.resolve({ pictures: makePicturePlacer(keptPictures, writer) }),
  }),
  verify: (_manifest, site) => verifyPictures(site),
}
