import { type Grammar, include, rule } from '../lexer.ts'

const name = '[\\p{L}:_-][\\p{L}\\p{M}\\p{Nd}\\p{Pc}:.·-]*'

export const html: Grammar = {
  states: {
    root: [
      rule(/[^<&]+/, ''),
      rule(/&\S*?;/, 'ni'),
      rule(/<!DOCTYPE [^]*?>/i, 'cp'),
      rule(/<!\[CDATA\[[^]*?\]\]>/, 'cp'),
      rule(/<!--[^]*?(?:-->|$)/, 'c'),
      rule(/<\?[^]*?\?>/, 'cp'),
      rule(/<\s*script\s*/, 'nt', 'script', 'tag'),
      rule(/<\s*style\s*/, 'nt', 'style', 'tag'),
      rule(/<\//, 'nt', 'end tag'),
      rule(/</, 'nt', 'start tag'),
      rule(/&/, 'err'),
    ],
    'end tag': [rule(/\s+/, ''), rule(/>/, 'nt', 'pop'), rule(new RegExp(name, 'u'), 'nt')],
    'start tag': [
      rule(/\s+/, ''),
      rule(new RegExp(name, 'u'), 'nt', 'goto tag'),
      rule(/(?:)/, '', 'goto tag'),
    ],
    tag: [
      rule(/\s+/, ''),
      rule(/[\p{L}:_[\]()*.-][\p{L}\p{M}\p{Nd}\p{Pc}:.·[\]()*-]*\s*=\s*/u, 'na', 'value'),
      rule(/[\p{L}:_*#-][\p{L}\p{M}\p{Nd}\p{Pc}:.·*#-]*/u, 'na'),
      rule(/\/?\s*>/, 'nt', 'pop'),
    ],
    value: [
      rule(/"[^"]*"?/, 's', 'pop'),
      rule(/'[^']*'?/, 's', 'pop'),
      rule(/[^\s>]+/, 's', 'pop'),
      rule(/(?:)/, '', 'pop'),
    ],
    script: [rule(/<\s*\/\s*script\s*>/, 'nt', 'pop'), rule(/[^<]+|</, '')],
    style: [rule(/<\s*\/\s*style\s*>/, 'nt', 'pop'), rule(/[^<]+|</, '')],
  },
}

export const xml: Grammar = {
  states: {
    root: [
      rule(/[^<&]+/, ''),
      rule(/&\S*?;/, 'ni'),
      rule(/<!\[CDATA\[.*?\]\]>/, 'cp'),
      rule(/<!--[^]*?(?:-->|$)/, 'c'),
      rule(/<\?.*?\?>/, 'cp'),
      rule(/<![^>]*>/, 'cp'),
      rule(/<\s*[\p{L}:_][\p{L}\p{M}\p{Nd}\p{Pc}:.·-]*/u, 'nt', 'tag'),
      rule(/<\s*\/\s*[\p{L}:_][\p{L}\p{M}\p{Nd}\p{Pc}:.·-]*\s*>/u, 'nt'),
    ],
    tag: [
      rule(/\s+/, ''),
      rule(/[\p{L}:_][\p{L}\p{M}\p{Nd}\p{Pc}:.·-]*\s*=/u, 'na', 'value'),
      rule(/\/?\s*>/, 'nt', 'pop'),
    ],
    value: [rule(/\s+/, ''), rule(/"[^]*?"|'[^]*?'|[^\s>]+/, 's', 'pop'), rule(/(?:)/, '', 'pop')],
  },
}

export const css: Grammar = {
  states: {
    root: [
      rule(/\s+/, ''),
      rule(/\/\*[^]*?(?:\*\/|$)/, 'c'),
      rule(/\{/, 'p', 'block'),
      rule(/:[:\w-]+/, 'nd'),
      rule(/\.[\w-]+/, 'nc'),
      rule(/#[\w-]+/, 'nn'),
      rule(/@[\w-]+/, 'k', 'at rule'),
      rule(/[\w-]+/, 'nt'),
      rule(/[~^*!%&[\]()<>|+=@:;,./?-]/, 'o'),
      include('strings'),
    ],
    strings: [rule(/"(?:\\.|[^"\\\n])*"?/, 's2'), rule(/'(?:\\.|[^'\\\n])*'?/, 's1')],
    'at rule': [
      rule(/\{(?=\s*[-\w]+\s*:)/, 'p', 'goto block'),
      rule(/\{/, 'p', 'goto root'),
      rule(/;/, 'p', 'pop'),
      rule(/[^{};"']+/, ''),
      include('strings'),
      rule(/\}/, 'p', 'pop'),
    ],
    block: [
      rule(/\s+/, ''),
      rule(/\/\*[^]*?(?:\*\/|$)/, 'c'),
      rule(/\}/, 'p', 'pop'),
      rule(/([-\w]+)(\s*)(:)/, ['nl', '', 'p'], 'value'),
      rule(/[^]/, ''),
    ],
    value: [
      rule(/\s+/, ''),
      rule(/;/, 'p', 'pop'),
      rule(/(?=\})/, '', 'pop'),
      rule(/#[0-9a-f]{3,8}\b/i, 'm'),
      rule(/-?(?:\d+|\d*\.\d+)(?:%|[a-z]+)?/i, 'm'),
      rule(/!important/, 'cp'),
      rule(/url\(.*?\)/, 'sx'),
      rule(/[-\w]+(?=\()/, 'nf'),
      rule(/[-\w]+/, 'n'),
      rule(/[()]/, 'p'),
      rule(/[,/]/, 'p'),
      include('strings'),
      rule(/[^]/, 'o'),
    ],
  },
}
