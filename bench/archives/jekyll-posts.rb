# Renders every post of a Jekyll archive as Jekyll does, without layouts and plugins: one line of JSON a post.
require "jekyll"
require "json"

Jekyll.logger.log_level = :error
source = File.expand_path(ARGV.fetch(0))
# Plugins and extra collections may not be there, and none changes a body.
config = Jekyll.configuration(
  "source" => source, "destination" => File.join(ARGV.fetch(1), "site"), "plugins" => [],
  "whitelist" => [], "disable_disk_cache" => true, "future" => true, "quiet" => true,
  "strict_front_matter" => false
)
site = Jekyll::Site.new(config)
site.reset
site.read
payload = site.site_payload
site.posts.docs.each do |post|
  post.data["layout"] = nil
  html =
    begin
      Jekyll::Renderer.new(site, post, payload.merge("page" => post.to_liquid)).run
    rescue StandardError
      # A tag of a plugin: the body as kramdown reads it, the tags left out.
      text = post.content.gsub(/\{%.*?%\}|\{\{.*?\}\}/m, "")
      site.find_converter_instance(Jekyll::Converters::Markdown).convert(text)
    end
  # A heading that repeats the title is left out by design: it stands above the article.
  title = post.data["title"].to_s.strip.split(/\W+/).map { |word| Regexp.escape(word) }.join(".{1,8}")
  html = html.sub(%r{<h(\d)[^>]*>\s*#{title}\s*</h\1>}, "")
  further = [post.data["redirect_from"]].flatten.compact.map(&:to_s)
  puts JSON.generate("file" => post.relative_path, "html" => html, "addresses" => [post.url, *further])
end
