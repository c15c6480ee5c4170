import { parseUrl } from './parse-url.ts'

/** A form of picture URLs, and where else the same picture can be found. */
interface MirrorRule {
  form: RegExp
  /** Replacement strings for `String.replace`, most likely first. */
  mirrors: readonly string[]
}

/**
 * Hosts known to serve the same pictures. Data for humans to review: each rule says in one line why it holds. All
 * patterns are anchored and take linear time.
 */
const mirrorRules: readonly MirrorRule[] = [
  // The WordPress image proxy has several host names and keeps the original URL in its path.
  {
    form: /^https:\/\/i1\.wp\.com\/([^/?#]+\.[^/?#]+\/[^?#]+)(\?.*)?$/,
    mirrors: ['https://$1', 'https://i0.wp.com/$1$2'],
  },
  {
    form: /^https:\/\/i[02-9]\.wp\.com\/([^/?#]+\.[^/?#]+\/[^?#]+)(\?.*)?$/,
    mirrors: ['https://$1', 'https://i1.wp.com/$1$2'],
  },
  // The proxy serves every public WordPress site, even one that is gone.
  {
    form: /^https:\/\/(?!i\d\.wp\.com\/)([^/?#]+\/(?:[^?#]*\/)?wp-content\/uploads\/[^?#]+)(?:\?.*)?$/,
    mirrors: ['https://i0.wp.com/$1'],
  },
  // jsDelivr serves files of GitHub repositories, except of those that grew too large.
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
  // Matters moved its pictures from its own host to Cloudflare and kept their names.
  {
    form: /^https:\/\/assets\.matters\.(?:news|town)\/(?:processed\/\d+w\/)?(embed\/[\da-f-]{36}\.\w{3,4})$/,
    mirrors: ['https://imagedelivery.net/kDRCweMmqLnTPNlbum-pYA/prod/$1/public'],
  },
  {
    form: /^https:\/\/imagedelivery\.net\/kDRCweMmqLnTPNlbum-pYA\/prod\/(embed\/[\da-f-]{36}\.\w{3,4})\/\w+$/,
    mirrors: ['https://assets.matters.news/$1'],
  },
  // Two host names of one service; the older one is being phased out.
  {
    form: /^https:\/\/cdn-images-1\.medium\.com\/max\/(\d+)\/([^/?#]+)$/,
    mirrors: ['https://miro.medium.com/max/$1/$2'],
  },
  {
    form: /^https:\/\/miro\.medium\.com\/max\/(\d+)\/([^/?#]+)$/,
    mirrors: ['https://cdn-images-1.medium.com/max/$1/$2'],
  },
  // One Drupal site served under four host names. The sizes of a picture were all made from one file.
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
  // The page's own host was prepended to a protocol-relative URL.
  {
    form: /^https:\/\/[^/?#]+\/\/([\w-]+(?:\.[\w-]+)+\/.*)$/,
    mirrors: ['https://$1'],
  },
]

/** Returns other https URLs of the same picture, most likely first; empty when none are known. */
export function listMirrors(url: string): string[] {
  const mirrors = mirrorRules.flatMap(({ form, mirrors: templates }) =>
    form.test(url) ? templates.map((template) => url.replace(form, template)) : [],
  )
  return [...new Set(mirrors)].filter((mirror) => mirror !== url && parseUrl(mirror) !== undefined)
}
