export { type YamlProblem, type YamlResult, readSiteYaml, readYaml } from './read-yaml.ts'
export { type PlainValue, toPlain } from './plain.ts'
export { readScalar } from './scalar.ts'
export { readJson } from './read-json.ts'
