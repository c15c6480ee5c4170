import { discoverPosts, type Discovery } from './discover-posts.ts'
import { stampFiles, type FileStamps } from '#builder/ground/disk/file-stamp.ts'
import type { ParseConfig } from '../config/site-config.ts'

/** The files of an archive, and what the disk says of each. */
export interface SeenFolders {
  discovery: Discovery
  stamps: FileStamps
}

/**
 * Lists the posts below folders and asks the disk about every one.
 * @param parseConfig parses files of settings; the usual way when absent.
 * @throws BuildError when a folder cannot be read or holds no post.
 */
export async function lookAtFolders(
  folders: readonly string[],
  parseConfig?: ParseConfig,
): Promise<SeenFolders> {
  const startedMs = Date.now()
  const discovery = await discoverPosts(folders, parseConfig)
  return { discovery, stamps: stampFiles(discovery.files, startedMs) }
}
