import { type Language, groupRule, rule, runRule } from './regex-lexer.ts'
import { shell } from './shell.ts'

const keywords =
  'FROM|MAINTAINER|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|STOPSIGNAL|HEALTHCHECK|SHELL'

/** Dockerfiles, as Rouge 3.30 reads them (lexers/docker.rb). */
export const docker: Language = {
  start: ['root'],
  states: {
    root: [
      rule(/\s+/, ''),
      groupRule(/^(FROM)(\s+)(.*)(\s+)(AS)(\s+)(.*)/i, ['k', 'w', 's', 'w', 'k', 'w', 's']),
      groupRule(new RegExp(String.raw`^(ONBUILD)(\s+)(${keywords})(.*)`, 'i'), ['k', 'w', 'k', 's']),
      groupRule(new RegExp(String.raw`^(${keywords})\b(.*)`, 'i'), ['k', 's']),
      rule(/#.*?$/, 'c'),
      runRule(/^(ONBUILD\s+)?RUN(\s+)/i, (match, lexing) => {
        lexing.add('k', match[0])
        lexing.go('run')
        lexing.restart(shell)
      }),
      rule(/\w+/, ''),
      rule(/[^\w]+/, ''),
    ],
    run: [
      rule(/\n/, '', 'pop'),
      rule(/\\./s, 'se'),
      runRule(/(\\.|[^\n\\])+/, (match, lexing) => lexing.delegate(shell, match[0])),
    ],
  },
}
