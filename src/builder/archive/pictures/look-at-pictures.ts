import type { Discovery } from '#builder/read/discover/discover-posts.ts'
import type { CheckedMemory } from './checked-memory.ts'
import { openLocalPictures, type LocalPictures } from './local-pictures.ts'
import { toPictureFolders } from './picture-folder.ts'

/** Looks at the pictures beside the posts that were discovered; what is wrong with them joins what is wrong with settings. */
export async function lookAtPictures(
  discovery: Discovery,
  memory: CheckedMemory,
): Promise<{ pictures: LocalPictures; discovery: Discovery }> {
  const pictures = await openLocalPictures(toPictureFolders(discovery.collections), memory)
  const problems = [...discovery.problems, ...pictures.problems]
  return { pictures, discovery: { ...discovery, problems } }
}
