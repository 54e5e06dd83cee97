# Asks the real kramdown: one JSON object a line in ({markdown, options}), one a line out ({html} or {error}).
# A case with `jekyll: true` gets the options Jekyll gives kramdown, with its own laid over them.
require 'json'
require 'timeout'
require 'kramdown'
require 'kramdown-parser-gfm'

JEKYLL = {
  'input' => 'GFM',
  'hard_wrap' => false,
  'auto_ids' => true,
  'toc_levels' => (1..6).to_a,
  'entity_output' => 'as_char',
  'smart_quotes' => 'lsquo,rsquo,ldquo,rdquo',
  'guess_lang' => true,
  'footnote_nr' => 1,
  'syntax_highlighter' => 'rouge',
  'syntax_highlighter_opts' => { 'default_lang' => 'plaintext', 'guess_lang' => true },
}.freeze

$stdout.sync = true
$stdin.set_encoding('UTF-8')
while (line = $stdin.gets)
  begin
    asked = JSON.parse(line)
    options = asked['options'] || {}
    options = JEKYLL.merge(options) if asked['jekyll']
    options = options.transform_values { |value| value.is_a?(Hash) ? value.dup : value }
    document = nil
    html = Timeout.timeout(asked['seconds'] || 20) do
      document = Kramdown::Document.new(asked['markdown'], options)
      document.to_html
    end
    answer = { html: html, warnings: document.warnings }
  rescue SystemStackError, StandardError => e
    answer = { error: "#{e.class}: #{e.message[0, 200]}" }
  end
  begin
    puts JSON.generate(answer)
  rescue StandardError => e
    puts JSON.generate({ error: "#{e.class}: #{e.message[0, 200]}" })
  end
end
