# Builds sites with the real Jekyll, many in one process: one JSON object a line in, one a line out.
#
#   {"source", "destination", "time"?, "timezone"?, "config"?}
#   {"ok", "error"?, "log", "documents": [{"path", "url", "date", "output"}], "written": [...]}
#
# "timezone" is the TZ of the machine that builds; "time" when it builds.
require 'json'
require 'jekyll'
require 'stringio'

def build(request)
  ENV['TZ'] = request['timezone'] || 'UTC'
  Jekyll.sites.clear
  # Jekyll remembers parsed dates for the life of the process, which is one zone for it.
  Jekyll::Utils.instance_variable_set(:@parse_date_cache, nil)
  log = StringIO.new
  logger = Logger.new(log)
  logger.level = Logger::WARN
  Jekyll.logger = logger
  config = (request['config'] || {}).merge(
    'source' => request['source'], 'destination' => request['destination'],
    'disable_disk_cache' => true, 'quiet' => true
  )
  config['time'] = request['time'] if request['time']
  site = Jekyll::Site.new(Jekyll.configuration(config))
  site.process
  documents = site.documents.map do |doc|
    { path: doc.relative_path, url: doc.url, date: doc.date.strftime('%Y-%m-%dT%H:%M:%S%:z'),
      output: doc.destination(request['destination']).delete_prefix("#{request['destination']}/") }
  end
  written = Dir.glob('**/*', File::FNM_DOTMATCH, base: request['destination']).select do |path|
    File.file?(File.join(request['destination'], path))
  end
  { ok: true, log: log.string, documents: documents, written: written }
rescue StandardError, SystemExit, SyntaxError => e
  { ok: false, error: "#{e.class}: #{e.message}", log: log.string, documents: [], written: [] }
end

output = $stdout.dup
$stdout.reopen($stderr)
output.sync = true
$stdin.each_line { |line| output.puts(JSON.generate(build(JSON.parse(line)))) }
