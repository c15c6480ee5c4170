import { toAttacks, type Attack } from './attack.ts'

const family = 'addresses in bodies'

/** URLs that run code when they are followed, or immediately. */
export const bodyAddressAttacks: Attack[] = toAttacks(
  { family, bites: 'script' },
  {
    'script address': '<a href=javascript:bite()>x</a>',
    'script address in mixed case': '<a href=JaVaScRiPt:bite()>x</a>',
    'script address after spaces': '<a href="  javascript:bite()">x</a>',
    'script address after a control character': '<a href="&#1;javascript:bite()">x</a>',
    'script address after an escape': '<a href="&#27;javascript:bite()">x</a>',
    'script address with a tab': '<a href="java\tscript:bite()">x</a>',
    'script address with a line break': '<a href="java\nscript:bite()">x</a>',
    'script address with a carriage return': '<a href="java&#13;script:bite()">x</a>',
    'script address with a named tab': '<a href="java&Tab;script:bite()">x</a>',
    'script address with a named line break': '<a href="javascript&NewLine;:bite()">x</a>',
    'script address with a named colon': '<a href="javascript&colon;bite()">x</a>',
    'script address in decimal': '<a href="&#106;&#97;vascript:bite()">x</a>',
    'script address in hexadecimal': '<a href="&#x6a;&#x61;vascript:bite()">x</a>',
    'script address in padded decimal': '<a href="&#0000106avascript:bite()">x</a>',
    'script address with encoded parentheses': '<a href="javascript:bite%28%29">x</a>',
    'script address that looks like a host':
      '<a href="javascript://saltmere.example/%0Abite()">x</a>',
    'script address that hides behind https':
      '<a href="javascript:/*https://saltmere.example/*/bite()">x</a>',
    'script address with a void': '<a href="javascript:void(bite())">x</a>',
    'script address in a nested link text': '<a href=javascript:bite()><b><i>x</i></b></a>',
    'script address on an area':
      '<img usemap=#chart width=9 height=9 alt=x><map name=chart><area shape=default href=javascript:bite()></map>',
    'script address on svg': '<svg><a href=javascript:bite()><text y=20>x</text></a></svg>',
    'script address on svg in the old way':
      '<svg><a xlink:href=javascript:bite()><text y=20>x</text></a></svg>',
    'script address set by an animation':
      '<svg><a><animate attributeName=href values=javascript:bite() /><text y=20>x</text></a></svg>',
    'script address set by a setter':
      '<svg><a><set attributeName=href to=javascript:bite() /><text y=20>x</text></a></svg>',
    'script address of a form': '<form action=javascript:bite()><button>x</button></form>',
    'script address of a button': '<form><button formaction=javascript:bite()>x</button></form>',
    'script address of a field':
      '<form><input type=submit formaction=javascript:bite() value=x></form>',
    'script address of a button far from its form':
      '<form id=far></form><button form=far formaction=javascript:bite()>x</button>',
    'script address of a frame': '<iframe src=javascript:bite()></iframe>',
    'script address of a frame that looks like a player':
      '<iframe src="javascript://www.youtube.com/embed/AbCdEfGhIjK%0Abite()"></iframe>',
    'script address of a frame after spaces': '<iframe src="\n javascript:bite()"></iframe>',
    'script address in a named frame':
      '<iframe name=below></iframe><a target=below href=javascript:parent.bite()>x</a>',
    'page in a data address of a frame':
      '<iframe src="data:text/html,%3Cscript%3Ebite()%3C/script%3E"></iframe>',
    'page in a base64 address of a frame':
      '<iframe src="data:text/html;base64,PHNjcmlwdD5iaXRlKCk8L3NjcmlwdD4="></iframe>',
    'svg in a data address of a frame':
      '<iframe src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 onload=%22bite()%22/%3E"></iframe>',
    'page in a data address of an object':
      '<object data="data:text/html,%3Cscript%3Ebite()%3C/script%3E"></object>',
    'page in a data address of an embed':
      '<embed src="data:text/html,%3Cscript%3Ebite()%3C/script%3E">',
    'svg in a data address of an object':
      '<object type=image/svg+xml data="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 onload=%22bite()%22/%3E"></object>',
    'data address in a named frame':
      '<iframe name=lower></iframe><a target=lower href="data:text/html,%3Cscript%3Ebite()%3C/script%3E">x</a>',
  },
)
