import type { Progress } from '#builder/ground/progress.ts'
import { isImmutable } from '#builder/site/write/generations.ts'
import { TaskLimit } from '#builder/ground/threads/task-limit.ts'
import type { ListedObject, ObjectStore } from './object-store.ts'
import type { PublishRecord } from './publish-record.ts'
import type { RecordKeeper } from './record-keeper.ts'

const removalsAtOnce = 32
const removalsPerLook = 100

/**
 * Objects of ours that no build needs. Those that never change stay while the newest build or the one before has them, because pages
 * that are open still ask for them; others go as soon as the newest build has no such file. What somebody else put in our place stays.
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

/** Removes objects, and takes them out of the record. */
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
    // Another run may be about to count on what is removed here.
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
