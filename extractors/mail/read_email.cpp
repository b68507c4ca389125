#include "extractors/mail/read_email.h"

#include <algorithm>
#include <charconv>

#include "extractors/mail/mail_message.h"
#include "extractors/mail/quoted_history.h"
#include "extractors/read/read_html.h"
#include "extractors/read/read_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

// "3 April 2024" for "2024-04-03".
std::string written_date(const std::string& iso) {
  static constexpr const char* months[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
  int month = 0, day = 0;
  if (iso.size() < 10) return {};
  std::from_chars(iso.data() + 5, iso.data() + 7, month);
  std::from_chars(iso.data() + 8, iso.data() + 10, day);
  if (month < 1 || month > 12) return {};
  return std::to_string(day) + ' ' + months[month - 1] + ' ' + iso.substr(0, 4);
}

// As mail programs print it. The receiver's address is left out: it says nothing about who wrote the message.
std::vector<std::string> heading_of(const MailMessage& message) {
  std::vector<std::string> out;
  const std::string sender = message.from_name.empty() || message.from_name == message.from_address ? message.from_address
                             : message.from_address.empty()                                         ? message.from_name
                                                                                                    : message.from_name + " <" + message.from_address + ">";
  if (!sender.empty()) out.push_back("From: " + sender);
  if (const std::string date = written_date(message.date); !date.empty()) out.push_back("Sent: " + date);
  if (!message.subject.empty()) out.push_back("Subject: " + message.subject);
  return out;
}

Tag tag_of(std::string name, int parent, std::string words = {}) {
  Tag tag{.name = std::move(name), .parent = parent};
  if (!words.empty()) tag.attributes = {{"class", std::move(words)}};
  return tag;
}

// Tags put together again in one body: heading, message, history.
class Assembly {
 public:
  explicit Assembly(std::vector<Tag> tags) : tags_(std::move(tags)) { out_.push_back(tag_of("body", -1)); }

  void add_heading(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      out_.push_back(tag_of("p", 0));
      out_.push_back({.name = "#text", .parent = static_cast<int>(out_.size()) - 1, .text = line});
    }
  }

  // Tags [begin, end) under an element of these class words, each under copies of its ancestors.
  void add_part(size_t begin, size_t end, const std::string& words) {
    out_.push_back(tag_of("div", 0, words));
    const int top = static_cast<int>(out_.size()) - 1;
    std::vector<int> copy(tags_.size(), -1);
    for (size_t i = begin; i < end; ++i) copy_tag(static_cast<int>(i), top, copy);
  }

  std::vector<Tag> finish() { return std::move(out_); }

 private:
  int copy_tag(int i, int top, std::vector<int>& copy) {
    if (i < 0 || tags_[static_cast<size_t>(i)].name == "html" || tags_[static_cast<size_t>(i)].name == "body") return top;
    if (copy[static_cast<size_t>(i)] >= 0) return copy[static_cast<size_t>(i)];
    const int parent = copy_tag(tags_[static_cast<size_t>(i)].parent, top, copy);  // no deeper than Limits::tag_depth
    out_.push_back(tags_[static_cast<size_t>(i)]);
    out_.back().parent = parent;
    return copy[static_cast<size_t>(i)] = static_cast<int>(out_.size()) - 1;
  }

  std::vector<Tag> tags_, out_;
};

// A forwarded message is not what the mail answers but what it brings.
bool is_forwarded(const MailMessage& message) {
  const std::string subject = ascii_lower(message.subject);
  return subject.starts_with("fw:") || subject.starts_with("fwd:");
}

void assemble_tags(const MailMessage& message, Document& document) {
  const size_t history = is_forwarded(message) ? document.tags.size() : history_begin(document.tags);
  const size_t end = document.tags.size();
  Assembly assembly(std::move(document.tags));
  assembly.add_heading(heading_of(message));
  assembly.add_part(0, history, "message");
  if (history < end) assembly.add_part(history, end, "request quoted-history");
  document.tags = assembly.finish();
}

void assemble_lines(const MailMessage& message, Document& document) {
  const size_t history = is_forwarded(message) ? document.lines.size() : history_begin(document.lines);
  for (size_t i = history; i < document.lines.size(); ++i)
    if (!document.lines[i].text.starts_with('>')) document.lines[i].text.insert(0, "> ");
  std::vector<TextLine> heading;
  for (std::string& line : heading_of(message)) heading.push_back({.text = std::move(line)});
  heading.push_back({});
  document.lines.insert(document.lines.begin(), std::make_move_iterator(heading.begin()), std::make_move_iterator(heading.end()));
  int number = 0;
  for (TextLine& line : document.lines) line.number = ++number;
}

Document read_page(const Source& source, MailMessage& message, const Limits& limits, Diagnostics& diagnostics) {
  Document document = read_html({.name = source.name, .bytes = "\xEF\xBB\xBF" + message.html}, limits, diagnostics);
  if (document.url.empty()) document.url = message.url;
  return document;
}

Document read_message(const Source& source, MailMessage message, const Limits& limits, Diagnostics& diagnostics) {
  Document document;
  document.failure = message.failure;
  if (!document.failure.empty()) return document;
  if (message.web_page && !message.html.empty()) return read_page(source, message, limits, diagnostics);
  if (!trimmed(message.html).empty()) {
    document = read_html({.name = source.name, .bytes = "\xEF\xBB\xBF" + message.html}, limits, diagnostics);
    document.url.clear();
    assemble_tags(message, document);
  } else {
    document = read_text({.name = source.name, .bytes = "\xEF\xBB\xBF" + message.text}, limits, diagnostics);
    assemble_lines(message, document);
  }
  document.title = message.subject;
  document.author = message.from_name;
  document.created = message.date;
  return document;
}

}  // namespace

Document read_email(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  return read_message(source, parse_mail(source.bytes), limits, diagnostics);
}

Document read_outlook_message(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  return read_message(source, parse_outlook_message(source.bytes), limits, diagnostics);
}

}  // namespace muster
