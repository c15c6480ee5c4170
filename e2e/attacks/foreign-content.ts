import { toAttacks, type Attack } from './attack.ts'

const family = 'foreign content'

/** SVG and MathML: their own parsing rules, their own ways to run code and to fetch. */
export const foreignContentAttacks: Attack[] = [
  ...toAttacks(
    { family, bites: 'script' },
    {
      'html in a foreign object':
        '<svg><foreignObject><img src=x: onerror=bite()></foreignObject></svg>',
      'html in an svg description': '<svg><desc><img src=x: onerror=bite()></desc></svg>',
      'html in an svg title': '<svg><title><img src=x: onerror=bite()></title></svg>',
      'html breaking out of svg': '<svg><p><img src=x: onerror=bite()>',
      'html breaking out of svg by a font':
        '<svg><font color=red><img src=x: onerror=bite()></font></svg>',
      'html in a formula text': '<math><mtext><img src=x: onerror=bite()></mtext></math>',
      'html in a formula identifier': '<math><mi><img src=x: onerror=bite()></mi></math>',
      'html in a formula annotation':
        '<math><annotation-xml encoding=text/html><img src=x: onerror=bite()></annotation-xml></math>',
      'html in an xhtml annotation':
        '<math><annotation-xml encoding=application/xhtml+xml><img src=x: onerror=bite()></annotation-xml></math>',
      'svg in a formula annotation':
        '<math><annotation-xml><svg onload=bite()></svg></annotation-xml></math>',
      'frame in a foreign object':
        '<svg><foreignObject><iframe srcdoc="<script>bite()</script>"></iframe></foreignObject></svg>',
      'svg that loads, nested': '<svg><svg onload=bite()></svg></svg>',
      'svg style with a handler': '<svg><style onload=bite()></style></svg>',
      'svg group under a click':
        '<svg><g onclick=bite()><rect width=99 height=99></rect></g></svg>',
      'svg use under the pointer':
        '<svg><circle id=buoy r=9></circle><use href=#buoy onmouseover=bite()></use></svg>',
    },
  ),
  ...toAttacks(
    { family, bites: 'request' },
    {
      'svg image of another host':
        '<svg><image href=https://attacker.example/a.png width=9 height=9></svg>',
      'svg image of another host in the old way':
        '<svg><image xlink:href=https://attacker.example/b.png width=9 height=9></svg>',
      'svg filter image':
        '<svg width=99 height=99><filter id=mist><feImage href=https://attacker.example/c.png></filter><rect width=9 height=9 filter=url(#mist)></svg>',
      'svg style with an import':
        '<svg><style>@import "https://attacker.example/d.css";</style></svg>',
      'svg image set by an animation':
        '<svg><image width=9 height=9><set attributeName=href to=https://attacker.example/e.png /></image></svg>',
      'picture in a foreign object':
        '<svg><foreignObject width=9 height=9><img src=https://attacker.example/f.png></foreignObject></svg>',
      'picture in a formula':
        '<math><mtext><img src=https://attacker.example/g.png></mtext></math>',
      'style of a formula':
        '<math style="background:url(https://attacker.example/h.png)"><mi>x</mi></math>',
    },
  ),
]
