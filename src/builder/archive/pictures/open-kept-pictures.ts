import type { Discovery } from '#builder/read/discover/discover-posts.ts'
import type { KeptFacts } from './check-picture.ts'
import type { CheckedMemory } from './checked-memory.ts'
import { openLocalPictures, type LocalPictures } from './local-pictures.ts'
import { toPictureFolders } from './picture-folder.ts'

/** Opens the pictures beside the discovered posts, and adds their problems to those of the discovery. */
export async function openKeptPictures(
  discovery: Discovery,
  memory: CheckedMemory<KeptFacts>,
): Promise<{ pictures: LocalPictures; discovery: Discovery }> {
  const pictures = await openLocalPictures(toPictureFolders(discovery.collections), memory)
  const problems = [...discovery.problems, ...pictures.problems]
  return { pictures, discovery: { ...discovery, problems } }
}
