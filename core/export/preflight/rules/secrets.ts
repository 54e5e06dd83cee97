import { type PreflightRule, lineAt } from '../rule.ts'

/** What keys and tokens look like, as their makers document them. */
const secretForms: readonly (readonly [string, RegExp])[] = [
  [
    'private key',
    /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----|$(?![\s\S]))/g,
  ],
  ['GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{50,255})\b/g],
  ['GitLab token', /\bglpat-[A-Za-z0-9_-]{20,}\b/g],
  ['AWS key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g],
  ['Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{10,}\b/g],
  ['Google key', /\bAIza[A-Za-z0-9_-]{35}\b/g],
  ['Stripe key', /\b[rs]k_live_[A-Za-z0-9]{20,}\b/g],
  ['npm token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['OpenAI or Anthropic key', /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}\b/g],
  ['signed token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\b/g],
  [
    'password in an address',
    /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"'<>]+:(?!(?:pass(?:word|wd)?|pwd|secret|x+|\*+|\.{3}|…)@)[^\s/:@"'<>{$[]{6,}@(?!localhost|127\.|example\.)/gi,
  ],
]

/** Once published, a secret has to be changed; taking it back does not help. */
export const secrets: PreflightRule = {
  code: 'secret',
  check({ source }) {
    return secretForms.flatMap(([what, pattern]) =>
      [...source.matchAll(pattern)].map(match => ({
        severity: 'error',
        message: `This looks like a ${what}. Everybody could read it, also in the history.`,
        line: lineAt(source, match.index),
        about: match[0].slice(0, 40),
        fixes: [
          {
            id: 'remove-secret',
            title: 'Take it out',
            edits: [{ from: match.index, to: match.index + match[0].length, insert: '…' }],
          },
        ],
      })),
    )
  },
}
