#include "extractors/outline/tell_document_type.h"

#include <algorithm>

#include "extractors/outline/dialogue.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t head_passages = 40;      // titles, letterheads and first headings stand here
constexpr int least_committee_words = 2;  // one alone ("Committee") is said in letters too
constexpr int least_exchanges = 2;        // one numbered question with words under it may stand in any text

struct Head {
  const DocumentWords& words;
  std::vector<std::string> lines;

  bool says(std::string_view kind) const {
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return words.contains(kind, line); });
  }
  bool has_line(std::string_view kind) const {
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return words.is(kind, line); });
  }
};

Head head_of(const Document& document, const std::vector<Passage>& passages, const DocumentWords& words) {
  Head head{words, {document.title, document.url}};
  size_t main = 0;
  for (const Passage& p : passages) {
    if (p.region == Region::navigation || p.region == Region::banner || p.region == Region::site_footer) continue;
    if (p.is_main() && ++main > head_passages) break;
    if (p.kind != PassageKind::table) head.lines.push_back(p.text);
  }
  return head;
}

// Headings of both sides, or a quoted question with words under it, make it a letter, whatever the words.
bool has_both_sides(const std::vector<Passage>& passages, const DocumentWords& words) {
  bool asked = false, replied = false, quotes = false;
  for (const Passage& p : passages) {
    if (!p.is_main() || p.kind == PassageKind::table) continue;
    const bool quoted = std::find(p.ancestry.begin(), p.ancestry.end(), "quoted") != p.ancestry.end();
    replied |= asked && (words.is("reply_heading", p.text) || (quotes && !quoted));
    asked |= words.is("request_side", p.text) || (quoted && p.text.ends_with('?'));
    quotes |= quoted && p.text.ends_with('?');
  }
  return asked && replied;
}

// Somebody's words in quotation marks, as news have them.
bool quotes_speech(const std::vector<Passage>& passages, const DocumentWords& words) {
  return std::any_of(passages.begin(), passages.end(), [&](const Passage& p) { return p.is_main() && p.kind != PassageKind::table && words.contains("type_quoted_speech", p.text); });
}

// A statement may begin as a question does: "When children go missing, they are visited."
bool is_statement(std::string_view text) { return trimmed(text).ends_with('.'); }

// Numbered questions with words under them, one of which asks for a number: a reply, though nothing calls it one.
bool has_numbered_exchanges(const std::vector<Passage>& passages, const DocumentWords& words) {
  int exchanges = 0;
  bool asked = false, asks_number = false;
  for (const Passage& p : passages) {
    if (!p.is_main() || p.text.empty()) continue;
    const std::optional<Label> label = label_of(p, words);
    const std::string_view text = std::string_view(p.text).substr(label ? std::min(label->length, p.text.size()) : 0);
    const bool question = p.kind != PassageKind::table && asks(text, words) && !is_statement(text);
    if (question) asks_number |= words.contains("asks_figure", text);
    exchanges += asked && !question;
    asked = question && (label || asked);
  }
  return asks_number && exchanges >= least_exchanges;
}

}  // namespace

std::string tell_document_type(const Document& document, const std::vector<Passage>& passages, const DocumentWords& words) {
  const Head head = head_of(document, passages, words);
  if (head.says("type_written_answer") && !head.has_line("type_minutes")) return "written_answer";
  if (head.says("type_agenda_pack")) return "agenda_pack";
  const bool letter = has_both_sides(passages, words);
  if (!letter && words.contains("news_address", document.url)) return "news";
  const int committee = head.says("type_committee") + head.says("type_report") + head.says("type_report_heading") + head.has_line("type_meeting_name");
  if (!letter && head.has_line("type_agenda") && head.has_line("type_minutes")) return "agenda_pack";  // minutes are one of its items
  if (!letter && head.has_line("type_minutes")) return "minutes";
  if (!letter && committee >= least_committee_words) return "committee_report";
  const bool news = words.contains("news_kind", document.page_kind) || head.says("type_news");
  const bool titled = words.contains("information_law", document.title);
  if (letter || titled || head.says("correspondence") || (head.says("information_law") && !news) || words.contains("correspondence_address", document.url)) return "foi_response";
  if (head.has_line("type_action_plan")) return "action_plan";
  if (head.says("type_statistics")) return "statistics";
  if (news) return "news";
  if (has_numbered_exchanges(passages, words)) return "foi_response";
  if (committee > 0 && head.says("type_report_heading")) return "committee_report";
  if (head.says("type_meeting_line")) return "committee_report";
  return committee == 0 && quotes_speech(passages, words) ? "news" : "other";
}

}  // namespace muster
