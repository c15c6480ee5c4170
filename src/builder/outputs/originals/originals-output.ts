import type { Output } from '#builder/site/assembly/output.ts'
import { verifyOriginals } from './verify-originals.ts'
import { writeOriginals } from './write-originals.ts'

/** Original addresses and whole titles of all posts, for lists that are exported. */
export const originalsOutput: Output = {
  plan: ({ posts }) => ({
    write: async ({ writer }) => ({ originals: await writeOriginals(posts, writer) }),
  }),
  verify: verifyOriginals,
}
