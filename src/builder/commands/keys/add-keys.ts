import type { AddCommand } from '../console/add-command.ts'

/** `broadsheet keys`. */
export const addKeys: AddCommand = (program, run) => {
  program
    .command('keys')
    .description('make the keys that an archive is signed with')
    .argument('<folder>', 'new folder for the keys: outside of every site')
    .option('--rotate', 'replace the daily key in a folder of keys')
    .action(async (folder, flags) => {
      const { runKeys } = await import('./keys-command.ts')
      await run((io) => runKeys(folder, flags, io))
    })
}
