import type { Disk } from './disk.ts'

/**
 * Memoizes the size of each file in `sizes` (by path; `undefined` = no such file), which successive builds share.
 * Safe only where nobody else writes: changes by others go unnoticed.
 */
export function makeRememberingDisk(disk: Disk, sizes: Map<string, number | undefined>): Disk {
  return {
    ...disk,
    async write(path, bytes) {
      sizes.delete(path)
      await disk.write(path, bytes)
      sizes.set(path, bytes.length)
    },
    async move(from, to) {
      const size = sizes.get(from)
      sizes.delete(from)
      sizes.delete(to)
      await disk.move(from, to)
      if (size !== undefined) sizes.set(to, size)
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
