import { planArchive, type ArchiveOptions, type CollectionPlan } from './plan/archive-plan.ts'
import { makePostFile, type PostFile } from './post-file.ts'

/**
 * All files of an archive, one after another: for each collection its `_config.yml`, then exactly its share of `size`
 * posts. The same options give the same files, byte for byte; nothing is kept between them.
 */
export function* makeArchiveFiles(options: ArchiveOptions): Generator<PostFile> {
  const archive = planArchive(options)
  for (const collection of archive.collections) {
    if (collection.files === 0) continue
    yield makeConfigFile(collection)
    for (let number = 0; number < collection.files; number++) {
      yield makePostFile(archive, collection, number)
    }
  }
}

function makeConfigFile({ recipe }: CollectionPlan): PostFile {
  const lines = [
    `name: ${recipe.title}`,
    `description: ${recipe.description}`,
    `baseurl: "/${recipe.name}"`,
    'permalink: /:year-:month-:day/:title/',
    'future: false',
  ]
  return { path: `${recipe.name}/_config.yml`, text: `${lines.join('\n')}\n` }
}
