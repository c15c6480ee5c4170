import type { Progress } from '#builder/ground/progress.ts'
import { isImmutable } from '#builder/site/write/generations.ts'
import { TaskLimit } from '#builder/ground/threads/task-limit.ts'
import type { ListedObject, ObjectStore } from './object-store.ts'
import type { PublishRecord } from './publish-record.ts'
import type { RecordKeeper } from './record-keeper.ts'

const removalsAtOnce = 32
const removalsPerLook = 100

/**
 * Our obsolete objects. Immutable ones stay while the newest build or the previous one has them, because open pages
 * still request them; others go as soon as the newest build has no such file. An object that somebody else has
 * overwritten stays.
 */
export function listObsolete(
  listed: Map<string, ListedObject>,
  { objects }: PublishRecord,
): string[] {
  return [...objects].flatMap(([path, { isNewest, isBefore, etag }]) => {
    const object = listed.get(path)
    if (isNewest || (isBefore && isImmutable(path)) || object === undefined) return []
    return etag === '' || etag === object.etag ? [path] : []
  })
}

/** Removes objects from the store and from the record. */
export async function removeObsolete(
  paths: string[],
  {
    store,
    record,
    keeper,
    progress,
  }: { store: ObjectStore; record: PublishRecord; keeper: RecordKeeper; progress: Progress },
): Promise<void> {
  progress.start('Deleting files of older builds', paths.length)
  const limit = new TaskLimit(removalsAtOnce)
  for (const [at, path] of paths.entries()) {
    // Another run may have taken over and rely on these objects.
    if (at % removalsPerLook === 0) await keeper.assertOwn()
    await limit.run(async () => {
      await store.remove(path)
      record.objects.delete(path)
      progress.step()
    })
  }
  await limit.settle()
  progress.end()
}
