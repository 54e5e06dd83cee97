/**
 * The languages Rouge 3.30 knows, each as `tag:alias,alias`. Code in a language that is not here is put out without
 * the structure highlighting brings.
 */
const names =
  'abap actionscript:as,as3 ada apache apex apiblueprint:apib applescript armasm augeas:aug awk ' +
  'batchfile:bat,batch,dosbatch,winbatch bbcbasic bibtex:bib biml bpf brainfuck brightscript:brs,bs bsl ' +
  'c ceylon cfscript:cfc clean clojure:clj,cljs cmake cmhg coffeescript:coffee,coffee-script ' +
  'common_lisp:cl,common-lisp,elisp,emacs-lisp,lisp conf:config,configuration ' +
  'console:shell-session,shell_session,terminal coq cpp:c++ crystal:cr csharp:c#,cs css csvs cuda ' +
  'cypher cython:pyrex,pyx d:dlang dafny dart datastudio diff:patch,udiff digdag ' +
  'docker:Dockerfile,dockerfile dot ecl eex:heex,leex eiffel elixir:exs elm email:e-mail,eml epp ' +
  'erb:eruby,rhtml erlang:erl escape:esc factor fluent:ftl fortran freefem:ff fsharp gdscript:gd ' +
  'ghc-cmm:cmm ghc-core gherkin:behat,cucumber glsl go:golang gradle graphql groovy hack:hh haml:HAML ' +
  'handlebars:hbs,mustache haskell:hs haxe:hx hcl hlsl hocon hql html http hylang:hy idlang idris:idr ' +
  'igorpro ini io irb:pry irb_output isabelle:Isabelle,isa isbl j janet:jdn java javascript:js ' +
  'jinja:django jsl json json-doc:jsonc jsonnet jsp jsx:react julia:jl kotlin lasso:lassoscript lean ' +
  'liquid literate_coffeescript:litcoffee literate_haskell:lhaskell,lhs,lithaskell livescript:ls llvm ' +
  'lua lustre lutin m68k magik make:bsdmake,gnumake,makefile,mf markdown:md,mkd mason mathematica:wl ' +
  'matlab:m meson minizinc moonscript:moon mosel msgtrans mxml nasm nesasm:nes nginx nial nim:nimrod ' +
  'nix:nixos objective_c:obj-c,obj_c,objc,objectivec ' +
  'objective_cpp:obj-c++,obj-cpp,obj_c++,obj_cpp,objc++,objcpp,objectivec++,objectivecpp ocaml ocl:OCL ' +
  'openedge opentype_feature_file:fea,opentype,opentypefeature pascal perl:pl php:php3,php4,php5 ' +
  'plaintext:text plist plsql pony postscript:eps,postscr,ps powershell:microsoftshell,msshell,posh ' +
  'praat prolog prometheus properties protobuf:proto puppet:pp python:py q:kdb+ qml r:R,S,s racket ' +
  'reasonml rego rescript robot_framework:robot,robot-framework ruby:rb ' +
  'rust:rs,rs,ignore,rs,no_run,rs,should_panic,rust,ignore,rust,no_run,rust,should_panic sas sass scala ' +
  'scheme scss sed shell:bash,ksh,sh,zsh sieve slice slim smalltalk:squeak,st smarty sml:ml solidity ' +
  'sparql sqf sql ssh stan stata supercollider swift systemd:unit-file syzlang syzprog tap tcl ' +
  'terraform:tf tex:LaTeX,TeX,latex toml tsx ttcn3 tulip turtle twig typescript:ts vala vb:visualbasic ' +
  'vcl:varnish,varnishconf velocity verilog vhdl viml:ex,vim,vimscript vue:vuejs wollok xml ' +
  'xojo:realbasic xpath xquery yaml:yml yang zig:zir'

const tags: ReadonlyMap<string, string> = new Map(
  names.split(' ').flatMap(entry => {
    const [tag, aliases] = entry.split(':') as [string, string | undefined]
    return [tag, ...(aliases?.split(',') ?? [])].map(name => [name, tag] as const)
  }),
)

/**
 * The tag of the lexer Rouge finds for a language as written, which may carry options behind a question mark.
 * Case matters.
 */
export function rougeLexer(language: string): string | undefined {
  return tags.get(language.replace(/\?.*$/s, ''))
}
