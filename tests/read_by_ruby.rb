# Reads texts with Ruby's own libraries: {name: text} as JSON comes in, {name: {"read": …, "fault": …}} goes out.
# `atom`: the gem rss, which knows what RFC 4287 asks; only what it knows may stand in a feed.
# `csv`: tables as RFC 4180 has them, nothing guessed.
require "json"

READERS = {
  "atom" => lambda do |text|
    feed = RSS::Parser.parse(text, validate: true, ignore_unknown_element: false)
    feed.is_a?(RSS::Atom::Feed) ? feed.entries.size : raise(RSS::Error, "no feed")
  end,
  "csv" => ->(text) { CSV.parse(text.delete_prefix("\uFEFF"), row_sep: "\r\n") }
}.freeze

def told(text, reader)
  { read: reader.call(text), fault: nil }
rescue StandardError => error # a document that is no feed at all makes rss stumble
  { read: nil, fault: "#{error.class}: #{error.message}" }
end

form = ARGV.fetch(0)
require(form == "atom" ? "rss" : "csv")
puts JSON.generate(JSON.parse($stdin.read).transform_values { |text| told(text, READERS.fetch(form)) })
