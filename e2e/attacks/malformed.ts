import { toAttacks, type Attack } from './attack.ts'

const family = 'malformed markup'

/** Markup that a careful reader, or a regular expression, parses differently from the browser. */
export const malformedAttacks: Attack[] = [
  ...toAttacks(
    { family, bites: 'script' },
    {
      'two opening brackets': '<<img src=x: onerror=bite()>',
      'slashes for spaces': '<img/src="x:"/onerror=bite()>',
      'no space between attributes': `<img src='x:'onerror=bite()>`,
      'line breaks for spaces': '<img\nsrc=x:\nonerror\n=\nbite()\n>',
      'form feeds for spaces': '<img\fsrc=x:\fonerror=bite()>',
      'handler in mixed case': '<iMg SrC=x: OnErRoR=bite()>',
      'handler in decimal': '<img src=x: onerror="&#98;&#105;te()">',
      'handler in hexadecimal': '<img src=x: onerror="&#x62ite()">',
      'handler with named parentheses': '<img src=x: onerror=bite&lpar;&rpar;>',
      'handler in script escapes': '<img src=x: onerror=\\u0062ite()>',
      'handler behind a bracket in a value': '<img src=x: title="a>b" onerror=bite()>',
      'handler behind stray quotes': '<img """ src=x: onerror=bite()>',
      'handler behind broken quotes': `<img title="'" src=x: onerror=bite() '>`,
      'handler behind backticks': '<img src=x: title=`a b` onerror=bite()>',
      'handler behind an empty attribute': '<img = src=x: onerror=bite()>',
      'handler given twice': '<img src=x: onerror=bite() onerror=x>',
      'handler followed by a slash': '<img src=x: onerror=bite()//>',
      'handler behind a null character': '<img \u0000 src=x: onerror=bite()>',
      'handler behind an unknown character': '<img \uFFFD\u202E src=x: onerror=bite()>',
      'handler behind a template': `<img src=x: dangerouslysetinnerhtml={{" __html: onerror=bite()>`,
      'element glued to a name': '<p<img src=x: onmouseover=bite()>x',
      'element of Chinese characters': '<p港口 onclick=bite()>x</p港口>',
      'element with a dash': '<lt-div onclick=bite()>x</lt-div>',
      'element with a colon': '<o:p onclick=bite()>x</o:p>',
      'closing element first': '</div></article></main><img src=x: onerror=bite()>',
      'closing body first': '</body></html><img src=x: onerror=bite()>',
      'attribute of many characters': `<img title="${'sea '.repeat(20_000)}" src=x: onerror=bite()>`,
      'attributes in great number': `<img ${Array.from({ length: 2000 }, (_, at) => `a${at}`).join(' ')} src=x: onerror=bite()>`,
      'deep in elements': `${'<i>'.repeat(400)}<img src=x: onerror=bite()>`,
    },
  ),
  ...toAttacks(
    { family, bites: 'script', written: 'decoded' },
    {
      'encoded once': '&lt;img src=x: onerror=bite()&gt;',
      'encoded in decimal': '&#60;img src=x: onerror=bite()&#62;',
      'encoded in hexadecimal': '&#x3c;img src=x: onerror=bite()&#x3e;',
      'encoded without semicolons': '&ltimg src=x: onerror=bite()&gt',
    },
  ),
]
