// For tests: a run of `images` in a process of its own, which can be killed. See `killed-images.test.ts`.
import { machineClock } from '../pictures/download/clock.ts'
import { keepPictures } from '../pictures/keep-pictures.ts'
import { silentProgress } from '../progress.ts'
import { makeLocalNetwork } from './local-network.ts'

const [folder = '', port = ''] = process.argv.slice(2)

await keepPictures(
  {
    folders: [folder],
    retry: false,
    bounds: {
      maxBytes: 1_000_000,
      maxTotalBytes: 1_000_000,
      mostAddresses: 100,
      mostMs: 600_000,
      timeoutMs: 60_000,
      userAgent: 'Broadsheet/test',
    },
  },
  {
    network: makeLocalNetwork(Number(port)),
    make: (bytes, facts) => Promise.resolve({ ...facts, bytes }),
    clock: machineClock,
    progress: silentProgress,
  },
)
