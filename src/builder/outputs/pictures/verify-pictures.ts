import { parsePictureFile, picturePath } from '#contract/picture-file.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'

/** Every recorded picture has the bytes that its name promises. */
export async function verifyPictures(site: BuiltSite): Promise<string[]> {
  for (const path of site.paths) {
    const file = parsePictureFile(path.slice(path.lastIndexOf('/') + 1))
    if (file !== undefined && picturePath(file) === path) await site.readPicture(file)
  }
  return []
}
