import type { AddCommand } from '../console/add-command.ts'
import { parseLimitOption } from '../console/parse-options.ts'

/** `broadsheet search`. */
export const addSearch: AddCommand = (program, run) => {
  program
    .command('search')
    .description('search a built site')
    .argument('<folder>', 'folder of the site')
    .argument(
      '<query>',
      'query as in the reader: words, "phrases", -excluded, OR, (groups), title:, after:, and facets such as tag:',
    )
    .option('--limit <number>', 'maximum number of hits to show', parseLimitOption, 20)
    .option('--json', 'print the result as JSON')
    // A query may begin with a hyphen, which excludes a term.
    .allowUnknownOption()
    .action(async (folder, query, flags) => {
      const { runSearch } = await import('./search-command.ts')
      await run((io) => runSearch(folder, query, { flags, io }))
    })
}
