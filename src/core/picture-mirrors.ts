/** A form of picture addresses, and where the same picture also lies. */
interface MirrorRule {
  form: RegExp
  /** Addresses in the form of `String.replace`, the likeliest first. */
  mirrors: readonly string[]
}

/**
 * Hosts that are known to hold one another's pictures. Data, read by humans: each rule says in one line why it is true. All
 * patterns are anchored and take time in proportion to the address.
 */
const mirrorRules: readonly MirrorRule[] = [
  // The image proxy of WordPress has several names and keeps the address of the original in its path.
  {
    form: /^https:\/\/i1\.wp\.com\/([^/?#]+\.[^/?#]+\/[^?#]+)(\?.*)?$/,
    mirrors: ['https://$1', 'https://i0.wp.com/$1$2'],
  },
  {
    form: /^https:\/\/i[02-9]\.wp\.com\/([^/?#]+\.[^/?#]+\/[^?#]+)(\?.*)?$/,
    mirrors: ['https://$1', 'https://i1.wp.com/$1$2'],
  },
  // The proxy answers for every public WordPress site, also for one that is gone.
  {
    form: /^https:\/\/(?!i\d\.wp\.com\/)([^/?#]+\/(?:[^?#]*\/)?wp-content\/uploads\/[^?#]+)(?:\?.*)?$/,
    mirrors: ['https://i0.wp.com/$1'],
  },
  // jsDelivr serves files of GitHub repositories, but none of repositories that grew too large.
  {
    form: /^https:\/\/cdn\.jsdelivr\.net\/gh\/([^/@?#]+\/[^/@?#]+)@([^/?#]+)\/([^?#]+)$/,
    mirrors: ['https://raw.githubusercontent.com/$1/$2/$3'],
  },
  {
    form: /^https:\/\/cdn\.jsdelivr\.net\/gh\/([^/@?#]+\/[^/@?#]+)\/([^?#]+)$/,
    mirrors: ['https://raw.githubusercontent.com/$1/HEAD/$2'],
  },
  {
    form: /^https:\/\/raw\.githubusercontent\.com\/([^/?#]+\/[^/?#]+)\/HEAD\/([^?#]+)$/,
    mirrors: ['https://cdn.jsdelivr.net/gh/$1/$2'],
  },
  {
    form: /^https:\/\/raw\.githubusercontent\.com\/([^/?#]+\/[^/?#]+)\/(?!HEAD\/)([^/?#]+)\/([^?#]+)$/,
    mirrors: ['https://cdn.jsdelivr.net/gh/$1@$2/$3'],
  },
  // Matters moved its pictures from a host of its own to Cloudflare and kept their names.
  {
    form: /^https:\/\/assets\.matters\.(?:news|town)\/(?:processed\/\d+w\/)?(embed\/[\da-f-]{36}\.\w{3,4})$/,
    mirrors: ['https://imagedelivery.net/kDRCweMmqLnTPNlbum-pYA/prod/$1/public'],
  },
  {
    form: /^https:\/\/imagedelivery\.net\/kDRCweMmqLnTPNlbum-pYA\/prod\/(embed\/[\da-f-]{36}\.\w{3,4})\/\w+$/,
    mirrors: ['https://assets.matters.news/$1'],
  },
  // Two names of one service; the older one is being given up.
  {
    form: /^https:\/\/cdn-images-1\.medium\.com\/max\/(\d+)\/([^/?#]+)$/,
    mirrors: ['https://miro.medium.com/max/$1/$2'],
  },
  {
    form: /^https:\/\/miro\.medium\.com\/max\/(\d+)\/([^/?#]+)$/,
    mirrors: ['https://cdn-images-1.medium.com/max/$1/$2'],
  },
  // One Drupal site that was served under four names; its sizes of a picture were made from one file.
  {
    form: /^https:\/\/(?:files\.|secure\.)pao-pao\.net\/([^?#]+)(\?.*)?$/,
    mirrors: ['https://pao-pao.net/$1$2', 'https://www.pao-pao.net/$1$2'],
  },
  {
    form: /^https:\/\/(?:www\.)?pao-pao\.net\/([^?#]+)(\?.*)?$/,
    mirrors: ['https://files.pao-pao.net/$1$2'],
  },
  {
    form: /^(https:\/\/[^/?#]+\/sites\/[^/?#]+\/files\/)styles\/[^/?#]+\/public\/([^?#]+)(?:\?.*)?$/,
    mirrors: ['$1$2'],
  },
  // A page's own host put before an address that began with two slashes.
  {
    form: /^https:\/\/[^/?#]+\/\/([\w-]+(?:\.[\w-]+)+\/.*)$/,
    mirrors: ['https://$1'],
  },
]

/** Other addresses (https) of the picture at an address, the likeliest first; none when none is known. */
export function listMirrors(url: string): string[] {
  const mirrors = mirrorRules.flatMap(({ form, mirrors: templates }) =>
    form.test(url) ? templates.map((template) => url.replace(form, template)) : [],
  )
  return [...new Set(mirrors)].filter((mirror) => mirror !== url && URL.canParse(mirror))
}
