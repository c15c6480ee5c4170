import { InvalidArgumentError } from 'commander'
import type { AddCommand } from '../console/add-command.ts'
import { parseTarget, type PublishTarget } from './publish-target.ts'

/** `broadsheet publish`. */
export const addPublish: AddCommand = (program, run) => {
  program
    .command('publish')
    .description('upload a built site to S3-compatible storage: only files that changed')
    .argument('<folder>', 'folder of the site')
    .argument('<target>', 's3://bucket or s3://bucket/prefix', parseTargetArgument)
    .option('--endpoint <url>', 'URL of the storage service, if not Amazon S3')
    .option('--region <name>', 'region of the bucket (default: as for the AWS command line)')
    .option('--prune', 'delete files that neither this build nor the previous one needs')
    .option('--dry-run', 'only show what would be done')
    .action(async (folder, target, flags) => {
      const { runPublish } = await import('./publish-command.ts')
      await run((io) => runPublish(folder, { target, flags, io }))
    })
}

/** @throws InvalidArgumentError unless it is a bucket with or without a path. */
function parseTargetArgument(text: string): PublishTarget {
  const target = parseTarget(text)
  if (target !== undefined) return target
  throw new InvalidArgumentError(
    'Give s3://bucket or s3://bucket/prefix: letters, digits, dots and hyphens between slashes.',
  )
}
