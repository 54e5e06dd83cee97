# frozen_string_literal: true

# Asks the real Jekyll. Reads one JSON object a line on stdin, answers one JSON object a line on stdout:
#
#   {"site": "/folder", "plugins": ["jekyll-seo-tag"], "now": "2026-01-01T00:00:00Z", "drafts": true, "future": true}
#     -> {"documents": [...], "error": null}
#   {"templates": ["{{ a }}"], "context": "{...}", "url": "https://e.com", "baseurl": "/b", "now": "..."}
#     -> {"answers": [{"out": "..."} or {"error": "..."}]}
#   {"yaml": ["a: yes"]}
#     -> {"values": [...]}, each value tagged with its class
Encoding.default_external = Encoding::UTF_8
Encoding.default_internal = Encoding::UTF_8
ENV['JEKYLL_ENV'] = 'production'
ENV['TZ'] = 'UTC'
require 'jekyll'
require 'json'
require 'tmpdir'
Jekyll.logger.log_level = :error
Jekyll.logger.define_singleton_method(:error) { |*| nil }

$now = Time.at(0)
class << Time
  alias real_now now
  def now(**) = at($now.to_i)
end
Jekyll::Document.class_eval { def source_file_mtime = Time.at($now.to_i) }

$contents = {}.compare_by_identity
$liquids = {}.compare_by_identity
Jekyll::Hooks.register(%i[documents pages], :post_convert) { |item| $contents[item] = item.content.dup }
Jekyll::Renderer.prepend(Module.new do
  def convert(text)
    $liquids[document] = text.dup
    super
  end
end)
$errors = {}.compare_by_identity
Jekyll::Site.prepend(Module.new do
  def render_regenerated(item, payload)
    super
  rescue StandardError => e
    $errors[item] = "#{e.class}: #{e.message}".lines.first.strip
  end
end)

def plain(value)
  case value
  when Hash then value.to_h { |key, entry| [key.to_s, plain(entry)] }
  when Array then value.map { |item| plain(item) }
  when Time, Date then value.to_s
  when String, Numeric, true, false, nil then value
  else value.to_s
  end
end

def common(site, item)
  {
    path: item.respond_to?(:collection) ? item.path.delete_prefix("#{site.source}/") : item.relative_path,
    url: item.url, title: plain(item.data['title']), layout: plain(item.data['layout']),
    after_liquid: $liquids[item], content_html: $errors[item] ? nil : $contents[item],
    output_html: $errors[item] ? nil : item.output, error: $errors[item]
  }
end

def document(site, doc)
  excerpt = doc.data['excerpt']
  inside = ->(other) { other && other.path.delete_prefix("#{site.source}/") }
  common(site, doc).merge(
    collection: doc.collection.label, id: doc.id, date: doc.date.iso8601, slug: doc.data['slug'],
    categories: plain(doc.data['categories']), tags: plain(doc.data['tags']), draft: doc.draft? ? true : false,
    excerpt: excerpt.nil? ? nil : excerpt.to_s, previous: inside.(doc.previous_doc), next: inside.(doc.next_doc)
  )
end

def answer_site(question)
  Array(question['plugins']).each { |name| require name }
  $now = Time.parse(question['now'])
  options = {
    'source' => question['site'], 'destination' => File.join(Dir.mktmpdir, '_site'), 'quiet' => true, 'plugins' => [],
    'plugins_dir' => '/nonexistent', 'disable_disk_cache' => true, 'time' => question['now'],
    'show_drafts' => question['drafts'], 'future' => question['future']
  }
  ENV['TZ'] = question['timezone'] || 'UTC'
  # Jekyll remembers dates by their text alone, whatever zone they were read in.
  Jekyll::Utils.instance_variable_set(:@parse_date_cache, nil)
  site = Jekyll::Site.new(Jekyll.configuration(options.compact))
  site.reset
  site.read
  site.generate
  site.render
  markdown = site.find_converter_instance(Jekyll::Converters::Markdown)
  documents = site.collections.values.flat_map { |collection| collection.docs.map { |doc| document(site, doc) } }
  pages = site.pages.select { |page| markdown.matches(page.ext.to_s) || page.html? }
  { documents: documents + pages.map { |page| common(site, page).merge(collection: 'pages') }, error: nil }
rescue StandardError => e
  { documents: [], error: "#{e.class}: #{e.message}".lines.first.strip }
ensure
  ENV['TZ'] = 'UTC'
end

def answer_templates(question)
  $now = Time.parse(question['now'])
  options = { 'skip_config_files' => true, 'quiet' => true, 'disable_disk_cache' => true, 'source' => Dir.mktmpdir,
              'url' => question['url'], 'baseurl' => question['baseurl'] }
  site = Jekyll::Site.new(Jekyll.configuration(options))
  answers = question['templates'].map do |text|
    template = Liquid::Template.parse(text, line_numbers: true)
    { out: template.render!(JSON.parse(question['context']), registers: { site: site, page: {} }) }
  rescue StandardError, ::SyntaxError => e
    { error: "#{e.class}: #{e.message}" }
  end
  { answers: answers }
end

def tagged(value)
  case value
  when Hash then ['hash', value.map { |key, entry| [tagged(key), tagged(entry)] }]
  when Array then ['array', value.map { |item| tagged(item) }]
  when Float then ['float', value.to_s]
  when Integer then ['integer', value.to_s]
  when Time then ['time', value.getutc.strftime('%Y-%m-%dT%H:%M:%S.%N'), value.utc_offset]
  when Date then ['date', value.to_s]
  when String then ['string', value]
  when nil then ['nil']
  else ['boolean', value]
  end
end

def answer_yaml(question)
  values = question['yaml'].map do |text|
    # An empty document is nil to a site, whatever Psych calls it.
    tagged(Psych.safe_load(text, permitted_classes: [Date, Time], aliases: true) || nil)
  rescue Psych::Exception
    ['error']
  end
  { values: values }
end

$stdin.each_line do |line|
  question = JSON.parse(line)
  answer = if question['site'] then answer_site(question)
           elsif question['yaml'] then answer_yaml(question)
           else answer_templates(question)
           end
  $stdout.puts(JSON.generate(answer))
  $stdout.flush
end
