import type { Disk } from './disk.ts'

/**
 * A disk that is asked about each file once, by all builds that share `sizes`: by path, `undefined` = there is none. Only where nobody else
 * writes, as what others do there is not seen.
 */
export function makeRememberingDisk(disk: Disk, sizes: Map<string, number | undefined>): Disk {
  return {
    ...disk,
    async write(path, bytes) {
      sizes.delete(path)
      await disk.write(path, bytes)
      sizes.set(path, bytes.length)
    },
    async size(path) {
      if (!sizes.has(path)) sizes.set(path, await disk.size(path))
      return sizes.get(path)
    },
    async remove(path) {
      sizes.delete(path)
      await disk.remove(path)
    },
  }
}
