import { toAttacks, type Attack } from './attack.ts'

const family = 'navigation'
const host = 'https://attacker.example'

/** Ways to navigate the reader away, or to obtain a handle on the page. */
export const navigationAttacks: Attack[] = [
  ...toAttacks(
    { family, bites: 'navigate' },
    {
      'link to the top': `<a target=_top href=${host}/>x</a>`,
      'link to the parent': `<a target=_parent href=${host}/>x</a>`,
      'link to itself': `<a target=_self href=${host}/>x</a>`,
      'link without a target': `<a href=${host}/>x</a>`,
      'link that hands over the page': `<a target=_blank rel=opener href=${host}/>x</a>`,
      'link to a named window': `<a target=harbour href=${host}/>x</a>`,
      'link without scheme': '<a target=_top href=//attacker.example/>x</a>',
      'link behind a backslash': '<a target=_top href="/\\attacker.example/">x</a>',
      'link behind two backslashes': '<a target=_top href="\\\\attacker.example/">x</a>',
      'link with a tab in its scheme': '<a target=_top href="ht\ttps://attacker.example/">x</a>',
      'link with one slash': '<a target=_top href="http:/attacker.example/">x</a>',
      'link behind a user name': '<a href="https://saltmere.example@attacker.example/">x</a>',
      'link of an area': `<img usemap=#bay width=9 height=9 alt=x><map name=bay><area shape=default href=${host}/></map>`,
      'link of svg': `<svg><a href=${host}/><text y=20>x</text></a></svg>`,
      'link of svg to the top': `<svg><a target=_top xlink:href=${host}/><text y=20>x</text></a></svg>`,
      'form to another host': `<form action=${host}/><button>x</button></form>`,
      'form to another host by post': `<form method=post action=${host}/><input name=q value=x><button>x</button></form>`,
      'form of a button': `<form><button formaction=${host}/>x</button></form>`,
      'form of a picture': `<form action=${host}/><input type=image alt=x></form>`,
      'form into a new window': `<form target=_blank action=${host}/><button>x</button></form>`,
      'download of another host': `<a download href=${host}/a.exe>x</a>`,
      'frame that moves the top': `<iframe srcdoc="<script>top.location='${host}/'</script>"></iframe>`,
    },
  ),
  ...toAttacks(
    { family, bites: 'request' },
    {
      'ping of a link': `<a href=# ping=${host}/ping>x</a>`,
      'ping of an area': `<img usemap=#cove width=9 height=9 alt=x><map name=cove><area shape=default href=# ping=${host}/ping></map>`,
    },
  ),
]
