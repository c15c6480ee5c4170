import { discoverPosts, type Discovery } from './discover-posts.ts'
import { stampFiles, type FileStamps } from '#builder/ground/disk/file-stamp.ts'
import type { ParseConfig } from '../config/site-config.ts'

/** The files of an archive, and the stamp of each. */
export interface SeenFolders {
  discovery: Discovery
  stamps: FileStamps
}

/**
 * Lists the posts below folders and reads the stamp of each.
 * @param parseConfig see `discoverPosts`, as for `takesWithheld`.
 * @throws BuildError when a folder cannot be read or contains no post.
 */
export async function scanFolders(
  folders: readonly string[],
  parseConfig?: ParseConfig,
  takesWithheld = false,
): Promise<SeenFolders> {
  const startedMs = Date.now()
  const discovery = await discoverPosts(folders, parseConfig, takesWithheld)
  return { discovery, stamps: stampFiles(discovery.files, startedMs) }
}
