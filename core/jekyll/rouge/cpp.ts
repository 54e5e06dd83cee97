import { cStates, cWords } from './c.ts'
import { type Language, rule, runRule } from './regex-lexer.ts'

const id = '[a-zA-Z_][a-zA-Z0-9_]*'
const digits = "\\d('?\\d)*"

const base = cStates({
  keywords: [
    ...cWords.keywords,
    ...(
      'asm auto catch char8_t concept consteval constexpr constinit const_cast co_await co_return co_yield delete ' +
      'dynamic_cast explicit export friend mutable namespace new operator private protected public reinterpret_cast ' +
      'requires restrict size_of static_cast this throw throws typeid typename using virtual final override alignas ' +
      'alignof decltype noexcept static_assert thread_local try'
    ).split(' '),
  ],
  types: [...cWords.types, 'bool'],
  reserved: [
    ...cWords.reserved,
    ...'__virtual_inheritance __uuidof __super __single_inheritance __multiple_inheritance __interface __event'.split(
      ' ',
    ),
  ],
})

/** C++, as Rouge 3.30 reads it (lexers/cpp.rb): C with rules before its own. */
export const cpp: Language = {
  start: ['root', 'bol'],
  states: {
    ...base,
    root: [rule(/(?:__offload|__blockingoffload|__outer)\b/, 'kp'), ...base['root']!],
    statements: [
      rule(/(class|struct)\b/, 'k', 'classname'),
      rule(/template\b/, 'k', 'template'),
      rule(
        new RegExp(`${digits}(\\.${digits})?(?:y|d|h|(?:min)|s|(?:ms)|(?:us)|(?:ns)|i|(?:if)|(?:il))\\b`),
        'mx',
      ),
      rule(new RegExp(`((${digits}[.](?:${digits})?|[.]${digits})(e[+-]?${digits}[lu]*)?)`, 'i'), 'mf'),
      rule(new RegExp(`${digits}e[+-]?${digits}[lu]*`, 'i'), 'mf'),
      rule(/0x[0-9a-f]('?[0-9a-f])*[lu]*/i, 'mh'),
      rule(/0b[01]+('[01]+)*/, 'mb'),
      rule(/0[0-7]('?[0-7])*[lu]*/i, 'mo'),
      rule(new RegExp(`${digits}[lu]*`, 'i'), 'mi'),
      rule(/\bnullptr\b/, 'nb'),
      rule(/(?:u8|u|U|L)?R"([a-zA-Z0-9_{}[\]#<>%:;.?*+\-/^&|~!=,"']{0,16})\(.*?\)\1"/s, 's'),
      rule(/(::|<=>)/, 'o'),
      rule(/[{}]/, 'p'),
      ...base['statements']!,
    ],
    classname: [
      rule(new RegExp(id), 'nc', 'pop'),
      'whitespace',
      rule(/[.]{3}/, 'o'),
      rule(/,/, 'p', 'pop'),
      runRule(/(?:)/, (_, lexing) => lexing.go('pop')),
    ],
    template: [rule(/[>;]/, 'p', 'pop'), rule(/typename\b/, 'k', 'classname'), 'statements'],
    case: [rule(/:(?!:)/, 'p', 'pop'), 'statements'],
  },
}
