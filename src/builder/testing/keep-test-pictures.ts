// For tests: pictures beside posts, as `images` stores them.
import { join } from 'node:path'
import { openPictureFolder, type PictureFolder } from '#builder/archive/pictures/picture-folder.ts'
import { PictureStore } from '#builder/commands/images/download/picture-store.ts'
import { sniffPicture } from '#builder/read/picture/sniff-picture.ts'

/** Stores pictures, by address, beside the posts of a folder; returns the folder of the pictures. */
export async function keepTestPictures(
  folder: string,
  pictures: Record<string, Buffer>,
): Promise<string> {
  const path = join(folder, '_images')
  const place: PictureFolder = { path, name: 'test/_images' }
  await openPictureFolder(place)
  const store = await PictureStore.open(place)
  for (const [address, bytes] of Object.entries(pictures)) {
    const facts = sniffPicture(bytes)
    if (facts === undefined) throw new Error(`${address} is not a picture`)
    await store.keep(address, { ...facts, bytes }, Date.parse('2020-03-09T10:00:00Z'))
  }
  await store.close()
  return path
}
