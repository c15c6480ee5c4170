import { BuildError } from '#builder/ground/build-error.ts'
import { openPublishedFolder } from './published-folder.ts'
import { publishSite, type PublishAccount } from './publish-site.ts'
import { parseEndpoint, type PublishTarget } from './publish-target.ts'
import { openS3Store } from './s3-store.ts'
import { readSiteBase } from '#builder/site/write/site-base.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import { makeConsoleProgress } from '../console/console-progress.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { toSizeText } from '#core/text/size-text.ts'

/** Options of the command line. */
export interface PublishFlags {
  endpoint?: string
  region?: string
  prune?: true
  dryRun?: true
}

/** A command line and its console. */
interface PublishRun {
  target: PublishTarget
  flags: PublishFlags
  io: ConsoleIo
}

/** Publishes a built site to a store that speaks the S3 protocol. Returns the exit code. */
export async function runPublish(
  folder: string,
  { target, flags, io }: PublishRun,
): Promise<number> {
  const endpoint = flags.endpoint === undefined ? undefined : toEndpoint(flags.endpoint)
  const site = await openPublishedFolder(folder)
  const base = await readSiteBase(folder)
  if (base !== `/${target.prefix}`) {
    io.err(
      `The site was built for "${base}", but is uploaded to "/${target.prefix}" of the bucket: map one to the other where the bucket is served, or build with --base.`,
    )
  }
  const store = openS3Store(target, { endpoint, region: flags.region })
  try {
    const choice = { prunes: flags.prune ?? false, isDry: flags.dryRun ?? false }
    const account = await publishSite({ site, store }, choice, makeConsoleProgress(io))
    io.out(toAccountText(account, choice.isDry))
    if (site.hasMirrors) io.out(crossOriginAdvice)
    return 0
  } finally {
    store.close()
  }
}

/** A bucket has one set of rules for all that lies in it: it is not replaced for others. */
const crossOriginAdvice =
  'The site names mirrors, so readers of its copies may read it here: the bucket must send Access-Control-Allow-Origin: *, see docs/hosts.md (S3 and a CDN).'

// Not validated by the option parser, whose error would print the value, which may contain a password.
function toEndpoint(text: string): string {
  const endpoint = parseEndpoint(text)
  if (endpoint !== undefined) return endpoint
  throw new BuildError(
    'The value of --endpoint is not the URL of a storage service.',
    'Give one such as https://s3.example.org, without user name or password.',
  )
}

function toAccountText(account: PublishAccount, isDry: boolean): string {
  const { sent, sentBytes, kept, removed, left } = account
  const would = isDry ? 'would be ' : ''
  const parts = [
    `${toCountText(sent, 'file')} ${would}uploaded (${toSizeText(sentBytes)})`,
    `${kept} unchanged`,
    ...(removed > 0 ? [`${removed} of older builds ${would}deleted`] : []),
    ...(left > 0 ? [`${left} of older builds left (--prune deletes them)`] : []),
  ]
  return parts.join(', ')
}
