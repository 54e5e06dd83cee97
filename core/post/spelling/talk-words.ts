/** What speakers of the trade write daily and an English dictionary lacks; each also with a plural `s`. */
const words = new Set(
  `
  api async backend backporting blogpost bluesky boolean bugfix bugfixes callback cdn cfp changelog checkbox
  checkboxes codebase config cron cronjob crowdsourced ctrl dataset debounce deduplicate denormalized deserialize dev
  devops dns docker dockerfile dropdown enum fallback favicon filesystem frontend fullstack fuzzer fuzzing github
  gitlab goroutine grafana graphql grpc hackathon hardcoded hostname hotfix hotfixes https hypervisor idempotency
  idempotent incognito invariant iterable javascript json jvm kubernetes lifecycle linkedin linter linux livestream
  livestreamed livestreaming llvm localhost lookup macos memoization memoize memoized metadata microservice middleware
  monad monorepo multicore multithreaded multithreading mutex mysql namespace nodejs npm nullable oauth observability
  ocaml onboarding permalink postgres postgresql prefetch preprocessor profiler protobuf readme rebase rebased
  rebasing refactor refactored refactoring regex regexes repo roadmap rollout runtime sandboxed sandboxing screencast
  scrollbar sdk serializer serverless sharding slideshare speakerdeck sqlite stacktrace stateful stderr stdin stdout
  subclass subdirectory submodule subnet sudo superset symlink symlinked syscall sysadmin tcp templating terraform
  timestamp tls tokenize tokenizer toolchain tooling traceback tradeoff transpile transpiled transpiler typescript udp
  ui unicode unikernel unmarshal untyped uptime userland userspace util uuid ux variadic viewport vimeo virtualized vm
  walkthrough webapp webassembly webhook workflow workspace xen yaml zsh
  `
    .trim()
    .split(/\s+/),
)

/** Whether a word belongs to the trade rather than to the dictionary. */
export function isTalkWord(word: string): boolean {
  const lower = word.toLowerCase()
  return words.has(lower) || (lower.endsWith('s') && words.has(lower.slice(0, -1)))
}
