#include "extractors/read/page_messages.h"

#include <re2/re2.h>

#include <algorithm>

#include "extractors/read/tag_tree.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t most_messages = 200;     // a page with more is no correspondence; it is read as one document
constexpr int fewest_question_marks = 2;  // "When may I expect a reply?" asks nothing new

struct Message {
  std::string anchor;
  int tag = -1;
  bool is_request() const { return anchor.starts_with("outgoing"); }
};

std::vector<Message> messages_in(const TagTree& tree, const std::vector<std::string>& anchors) {
  std::vector<Message> out;
  for (int i = 0; i < tree.size(); ++i) {
    const std::string_view id = attribute(tree[i], "id");
    const bool known = !id.empty() && std::ranges::find(anchors, id) != anchors.end();
    if (known && std::ranges::find(out, id, &Message::anchor) == out.end()) out.push_back({std::string(id), i});
  }
  return out;
}

bool asks(const TagTree& tree, const Message& message) {
  static const RE2 numbered(R"((?:^|[^\w.,\x{00A3}])1\s?[.):\-])");
  const std::string text = tree.text(message.tag);
  return std::ranges::count(text, '?') >= fewest_question_marks || RE2::PartialMatch(text, numbered);
}

// The request that the message at `own` answers; -1 for none.
int request_of(const TagTree& tree, const std::vector<Message>& messages, int own) {
  int first = -1, asking = -1;
  for (int i = 0; i < own; ++i) {
    const Message& m = messages[static_cast<size_t>(i)];
    if (!m.is_request()) continue;
    if (first < 0) first = i;
    if (asks(tree, m)) asking = i;
  }
  return asking >= 0 ? asking : first;
}

// Whether the authority says no more before the requester writes again.
bool ends_its_turn(const std::vector<Message>& messages, int own) {
  const auto next = static_cast<size_t>(own) + 1;
  return next >= messages.size() || messages[next].is_request();
}

// Whether the requester has written since the request that it answers: a review, an answer to a reminder.
bool is_later_turn(const std::vector<Message>& messages, int own, int request) {
  for (int i = request + 1; i < own; ++i)
    if (messages[static_cast<size_t>(i)].is_request()) return true;
  return false;
}

void hide(int tag, const TagTree& tree, std::vector<Tag>& tags) {
  for (int i = tag; i < tree.end(tag); ++i) tags[static_cast<size_t>(i)].hidden = true;
}

// What stands between the messages and below them: buttons, other requests, the site's own words.
void hide_surroundings(const std::vector<Message>& messages, const TagTree& tree, std::vector<Tag>& tags) {
  std::vector<bool> kept(tags.size(), false);
  for (const Message& m : messages) {
    std::fill(kept.begin() + m.tag, kept.begin() + tree.end(m.tag), true);
    for (int up = tree[m.tag].parent; up >= 0; up = tree[up].parent) kept[static_cast<size_t>(up)] = true;
  }
  for (size_t i = static_cast<size_t>(messages.front().tag); i < tags.size(); ++i)
    if (!kept[i]) tags[i].hidden = true;
}

void add_class(Tag& tag, const std::string& word) {
  for (auto& [name, value] : tag.attributes)
    if (name == "class") {
      value += ' ' + word;
      return;
    }
  tag.attributes.emplace_back("class", word);
}

bool is_heading(std::string_view name) { return name.size() == 2 && name[0] == 'h' && is_digit(name[1]); }

// "3 February 2022" -> "2022-02-03".
std::string iso_day(const std::string& day, const std::string& month, const std::string& year) {
  static constexpr std::string_view months = "jan feb mar apr may jun jul aug sep oct nov dec";
  const size_t at = months.find(ascii_lower(month.substr(0, 3)));
  if (at == std::string_view::npos || at % 4 != 0) return {};
  const std::string ordinal = std::to_string(at / 4 + 1);
  return year + '-' + (ordinal.size() < 2 ? "0" : "") + ordinal + '-' + (day.size() < 2 ? "0" : "") + day;
}

// "Information team, Elm Council, 3 February 2022": who wrote, and when.
void take_heading(std::string heading, Document& page) {
  static const RE2 written_day(R"((?i)(?:\b\w+day,?\s)?\b(\d{1,2})(?:st|nd|rd|th)? ((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?,? (\d{4})\b)");
  std::string day, month, year;
  if (RE2::PartialMatch(heading, written_day, &day, &month, &year)) {
    if (page.created.empty()) page.created = iso_day(day, month, year);
    RE2::Replace(&heading, written_day, "");
  }
  while (!heading.empty() && std::string_view(",;:- ").find(heading.back()) != std::string_view::npos) heading.pop_back();
  page.author = heading;
}

void take_sender(const TagTree& tree, int message, Document& page) {
  page.author.clear();
  page.created.clear();
  bool headed = false;
  for (int i = message; i < tree.end(message); ++i) {
    if (tree[i].name == "time" && page.created.empty()) page.created = attribute(tree[i], "datetime").substr(0, 10);
    if (headed || !is_heading(tree[i].name)) continue;
    headed = true;
    take_heading(single_spaced(tree.text(i)), page);
  }
}

}  // namespace

std::vector<std::string> messages_of_page(std::string_view markup) {
  static const RE2 anchored(R"re((?i)<[a-z][^<>]{0,800}?\sid\s*=\s*["']?((?:incoming|outgoing)[-_]\d+)["'\s>])re");
  std::vector<std::string> out;
  bool replied = false;
  std::string anchor;
  for (re2::StringPiece rest(markup.data(), markup.size()); RE2::FindAndConsume(&rest, anchored, &anchor);) {
    if (std::ranges::find(out, anchor) != out.end()) continue;
    if (out.size() == most_messages) return {};
    replied |= anchor.starts_with("incoming");
    out.push_back(anchor);
  }
  if (out.size() < 2 || !replied) out.clear();
  return out;
}

bool names_page_message(const std::string& part) {
  static const RE2 anchor(R"((?:incoming|outgoing)[-_]\d+)");
  return RE2::FullMatch(part, anchor);
}

bool is_page_message(const Source& source) {
  if (source.parent_id.empty() || !names_page_message(source.part)) return false;
  const std::vector<std::string> anchors = messages_of_page(source.bytes);
  return std::ranges::find(anchors, source.part) != anchors.end();
}

void keep_message(const Source& source, Document& page) {
  const std::vector<std::string> anchors = messages_of_page(source.bytes);
  if (anchors.empty()) return;
  const std::vector<Tag> as_read = page.tags;
  const TagTree tree(as_read);
  const std::vector<Message> messages = messages_in(tree, anchors);
  const auto found = std::ranges::find(messages, source.part, &Message::anchor);
  if (!is_page_message(source) || found == messages.end()) return page.tags.clear();
  const int own = static_cast<int>(found - messages.begin());
  const int request = found->is_request() ? -1 : request_of(tree, messages, own);
  for (int i = 0; i < static_cast<int>(messages.size()); ++i)
    if (i != own && i != request) hide(messages[static_cast<size_t>(i)].tag, tree, page.tags);
  hide_surroundings(messages, tree, page.tags);
  Tag& message = page.tags[static_cast<size_t>(found->tag)];
  if (found->is_request() || !ends_its_turn(messages, own)) add_class(message, "passing-message");
  else if (is_later_turn(messages, own, request)) add_class(message, "later-message");
  take_sender(tree, found->tag, page);
}

}  // namespace muster
