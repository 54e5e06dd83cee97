import { type Grammar, rule, words } from '../lexer.ts'

export const haskell: Grammar = {
  states: {
    root: [
      rule(/\s+/, ''),
      rule(/\{-#[^]*?#-\}/, 'cp'),
      rule(/--+(?![!#$%&*+./<=>?@\\^|~])[^\n]*/, 'c1'),
      rule(/\{-[^]*?(?:-\}|$)/, 'cm'),
      rule(/\bimport\b/, 'kr', 'import'),
      rule(/\bmodule\b/, 'kr', 'module'),
      rule(
        new RegExp(
          `\\b${words('case class data default deriving do else if in infix infixl infixr instance let newtype of then type where _')}(?!')`,
        ),
        'kr',
      ),
      rule(/(?<=^|\n)[_\p{Ll}][\p{L}\p{Nd}_']*/u, 'nf'),
      rule(/[_\p{Ll}][\p{L}\p{Nd}_']*/u, 'n'),
      rule(/[\p{Lu}][\p{L}\p{Nd}_']*/u, 'kt'),
      rule(/\\(?![:!#$%&*+.\\/<=>?@^|~-]+)/, 'nf'),
      rule(/[:!#$%&*+.\\/<=>?@^|~-]+/, 'o'),
      rule(/\d+(?:\.\d+)?[eE][+-]?\d+|\d+\.\d+/, 'mf'),
      rule(/0o[0-7]+/i, 'mo'),
      rule(/0x[\da-f]+/i, 'mh'),
      rule(/\d+/, 'mi'),
      rule(/'(?:\\[^']+|[^'\\])'/, 'sc'),
      rule(/"/, 's', 'string'),
      rule(/\[\s*\]|\(\s*\)/, 'kt'),
      rule(/[[\](),;`{}]/, 'p'),
    ],
    import: [
      rule(/[^\S\n]+/, ''),
      rule(/qualified\b|as\b|hiding\b/, 'k'),
      rule(/[\p{Lu}][\p{L}\p{Nd}_.]*/u, 'nn'),
      rule(/(?=\()|(?=\n)|(?:)/, '', 'pop'),
    ],
    module: [rule(/\s+/, ''), rule(/[\p{Lu}][\p{L}\p{Nd}_.]*/u, 'nn', 'pop'), rule(/(?:)/, '', 'pop')],
    string: [rule(/[^\\"]+/, 's'), rule(/\\(?:[^\s]|\s+\\)/, 'se'), rule(/"/, 's', 'pop')],
  },
}

export const ocaml: Grammar = {
  states: {
    root: [
      rule(/\s+/, ''),
      rule(/\(\s*\)|\[\s*\]/, 'bp'),
      rule(/(?:true|false)\b/, 'bp'),
      rule(/[A-Z][\w']*(?=\s*[.])/, 'nn'),
      rule(/`[A-Z][\w']*|[A-Z][\w']*/, 'nc'),
      rule(/\(\*[^]*?(?:\*\)|$)/, 'c'),
      rule(
        new RegExp(
          words(`as assert begin class constraint do done downto else end exception external for fun function functor if in
            include inherit initializer lazy let match method module mutable new nonrec object of open private raise rec
            sig struct then to try type val virtual when while with`),
        ),
        'k',
      ),
      rule(/(?:asr|land|lor|lsl|lxor|mod|or|and)\b/, 'ow'),
      rule(/(?:unit|int|float|bool|string|char|list|array|option|ref)\b/, 'kt'),
      rule(/[a-z_][\w']*/, 'n'),
      rule(/-?\d[\d_]*(?:\.[\d_]*)?(?:e[+-]?\d[\d_]*)?(?=\b)/i, match =>
        /[.e]/i.test(match[0]) ? 'mf' : 'mi',
      ),
      rule(/'(?:\\.[^']*|[^'\\])'/, 'sc'),
      rule(/'[a-z_]\w*/, 'kt'),
      rule(/"(?:\\[^]|[^"\\])*"?/, 's2'),
      rule(/~[a-z_]\w*:?/, 'nv'),
      rule(/[,()[\]{};.]/, 'p'),
      rule(/[!$%&*+/:<=>?@^|~#-]+/, 'o'),
    ],
  },
}

export const clojure: Grammar = {
  states: {
    root: [
      rule(/;[^\n]*/, 'c1'),
      rule(/[,\s]+/, 'w'),
      rule(/-?\d+\.\d+/, 'mf'),
      rule(/-?\d+(?:\/\d+)?/, 'mi'),
      rule(/0x-?[\dA-F]+/i, 'mh'),
      rule(/#?"(?:\\[^]|[^"\\])*"?/, match => (match[0].startsWith('#') ? 'sr' : 's')),
      rule(/'[\w!$%*+<=>?/.#-]+/, 'ss'),
      rule(/\\(?:\w+|.)/, 'sc'),
      rule(/:+[\w!$%*+<=>?/.#-]+/, 'no'),
      rule(/~@|[`'#^~&@]/, 'o'),
      rule(/(\()(\s*)(def\w*-?|fn|if|let|loop|recur|do|quote|var|throw|new|monitor-enter)(?=[\s()])/, [
        'p',
        'w',
        'k',
      ]),
      rule(/(\()(\s*)([\w!$%*+<=>?/.#-]+)/, ['p', 'w', 'nf']),
      rule(/[\w!$%*+<=>?/.#-]+/, 'n'),
      rule(/[[\](){}]/, 'p'),
    ],
  },
}

export const sql: Grammar = {
  states: {
    root: [
      rule(/\s+/, ''),
      rule(/--[^\n]*/, 'c1'),
      rule(/\/\*[^]*?(?:\*\/|$)/, 'cm'),
      rule(/\d+/, 'mi'),
      rule(/'(?:''|[^'])*'?/, 's1'),
      rule(/"(?:""|[^"])*"?/, 'nv'),
      rule(/`(?:``|[^`])*`?/, 'nv'),
      rule(
        new RegExp(
          words(`ADD ALL ALTER AND ANY AS ASC BEGIN BETWEEN BY CASE CHECK COLUMN COMMIT CONSTRAINT CREATE CROSS CURRENT_DATE
            CURRENT_TIMESTAMP DATABASE DEFAULT DELETE DESC DISTINCT DROP ELSE END EXISTS EXPLAIN FOREIGN FROM FULL FUNCTION
            GRANT GROUP HAVING IF IN INDEX INNER INSERT INTO IS JOIN KEY LEFT LIKE LIMIT NOT NULL OFFSET ON OR ORDER OUTER
            PRIMARY PROCEDURE REFERENCES RETURN RETURNS RIGHT ROLLBACK SELECT SET TABLE THEN TO TRANSACTION TRIGGER TRUE
            FALSE UNION UNIQUE UPDATE USING VALUES VIEW WHEN WHERE WITH`),
          'i',
        ),
        'k',
      ),
      rule(
        new RegExp(
          words(
            'INT INTEGER BIGINT SMALLINT VARCHAR CHAR TEXT DATE TIMESTAMP BOOLEAN FLOAT DOUBLE DECIMAL NUMERIC SERIAL BLOB',
          ),
          'i',
        ),
        'nb',
      ),
      rule(/\w\w*/, 'n'),
      rule(/[+*/<>=~!@#%&|?^-]/, 'o'),
      rule(/[;:()[\]{},.]/, 'p'),
    ],
  },
}

export const powershell: Grammar = {
  states: {
    root: [
      rule(/\s+/, 'w'),
      rule(/<#[^]*?(?:#>|$)/, 'cm'),
      rule(/#[^\n]*/, 'c'),
      rule(/(?:\$\w+:)?\$[\w?]+|\$\{[^}]*\}/, 'nv'),
      rule(
        new RegExp(
          words(`begin break catch class continue data do dynamicparam else elseif end enum exit filter finally for foreach from
            function if in param process return static switch throw trap try until using while workflow`),
          'i',
        ),
        'kr',
      ),
      rule(
        /-(?:eq|ne|lt|le|gt|ge|like|notlike|match|notmatch|contains|in|and|or|not|is|as|replace|split|join|f)\b/i,
        'o',
      ),
      rule(/-[a-z_]\w*/i, 'nt'),
      rule(/[A-Za-z]+-[A-Za-z]+/, 'n'),
      rule(/\[[a-z_][\w., [\]]*\]/i, 'no'),
      rule(/"(?:`[^]|""|[^"])*"?/, 's2'),
      rule(/'(?:''|[^'])*'?/, 's1'),
      rule(/0x[\da-f]+/i, 'mh'),
      rule(/\d+(?:\.\d+)?/, 'mi'),
      rule(/[\w.-]+/, 'nx'),
      rule(/[(){}[\],;:.]/, 'p'),
      rule(/[-+*/%=!<>&@`?^~|\\]/, 'o'),
    ],
  },
}
