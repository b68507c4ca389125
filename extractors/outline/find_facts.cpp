#include "extractors/outline/find_facts.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "extractors/outline/dateline.h"
#include "extractors/outline/find_reference.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t longest_line_bytes = 120;   // letterheads, references and dates stand on short lines
constexpr size_t most_of_a_kind = 200;       // e-mail addresses and links of a long document
constexpr size_t head_passages = 30;         // of a paper: dates and committees are named here
constexpr size_t longest_label_bytes = 40;   // before a date of publication; a longer text speaks of another publication
constexpr size_t longest_site_words = 6;    // a longer last part of a page's title is a title itself
constexpr size_t signature_passages = 4;     // after "Yours sincerely"

const RE2& date_pattern() {
  static const RE2 pattern(
      R"((?i)((?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?\s+\d{4}|\d{1,2}\s+(?:\pL{3,10}\s?/\s?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)\s+\d{4}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b|\d{4}-\d{2}-\d{2}|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+\d{1,2},?\s+\d{4}))");
  return pattern;
}

class FactFinder {
 public:
  // `answering`: the messages of a correspondence that hold answers.
  FactFinder(const DocumentWords& words, std::set<int> answering, std::vector<Fact>& facts) : words_(words), answering_(std::move(answering)), facts_(facts) {}

  // References that stood without a label, of papers that have no labelled one.
  void finish() {
    for (auto& [place, reference] : unlabelled_) {
      paper_ = place.first;
      if (count("reference") == 0) facts_.push_back(std::move(reference));
    }
  }

  void read(const Passage& p) {
    if (p.paper != paper_) paper_ = p.paper, seen_ = 0;
    if (p.is_main()) ++seen_;
    addresses(p);
    if (p.kind == PassageKind::table) return read_record_rows(p);
    if (p.region == Region::running_header || p.region == Region::banner) letterhead(p);
    if (!p.is_main() || is_request_text(p)) return;
    titles(p);
    labelled(p);
    signature(p);
    last_label_ = p.marker && p.text.size() <= longest_line_bytes ? p.text : std::string();
  }

 private:
  size_t count(const char* name) const {
    return static_cast<size_t>(std::count_if(facts_.begin(), facts_.end(), [&](const Fact& f) { return f.name == name && f.paper == paper_; }));
  }

  static Fact fact(const char* name, const Passage& p, std::string_view value) {
    Fact fact{.name = name, .value = std::string(value), .place = p.place, .paper = p.paper};
    if (value.data() >= p.text.data() && value.data() < p.text.data() + p.text.size()) {
      fact.span.begin = p.span.begin + static_cast<uint32_t>(value.data() - p.text.data());
      fact.span.end = fact.span.begin + static_cast<uint32_t>(value.size());
    }
    return fact;
  }

  void add(const char* name, const Passage& p, std::string_view value) {
    value = trimmed(value);
    if (!value.empty() && count(name) < most_of_a_kind) facts_.push_back(fact(name, p, value));
  }

  void add_all(const char* name, const Passage& p, const RE2& pattern) {
    re2::StringPiece rest(p.text), found;
    while (RE2::FindAndConsume(&rest, pattern, &found)) add(name, p, {found.data(), found.size()});
  }

  void addresses(const Passage& p) {
    static const RE2 email(R"(([A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+))");
    static const RE2 url(R"(((?i:https?://|www\.)[^\s<>"')\],]+[^\s<>"')\],.;:]))");
    static const RE2 postcode(R"(\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b)");
    add_all("email", p, email);
    add_all("url", p, url);
    if (p.kind != PassageKind::table && p.text.size() < 2 * longest_line_bytes && RE2::PartialMatch(p.text, postcode)) add("address", p, p.text);
  }

  // What the requester wrote is no fact of the document; short lines over the questions (a reference) still are.
  static bool is_request_text(const Passage& p) {
    return p.voice == Voice::requester && (p.question >= 0 || p.text.size() > longest_line_bytes || p.text.find('?') != std::string::npos);
  }

  void letterhead(const Passage& p) {
    const bool known = std::any_of(facts_.begin(), facts_.end(), [&](const Fact& f) { return f.name == "letterhead" && f.value == trimmed(p.text); });
    if (!known && p.text.size() <= longest_line_bytes && count("letterhead") < head_passages) add("letterhead", p, p.text);
  }

  void titles(const Passage& p) {
    const bool short_line = p.text.size() <= 2 * longest_line_bytes;
    const bool standing_heading = words_.contains("type_report_heading", p.text) || words_.is("agenda_heading", p.text);
    if (words_.is("title_label", last_label_) && short_line) add("title", p, p.text);
    if (p.kind == PassageKind::heading && short_line && !standing_heading && count("title") == 0) add("title", p, p.text);
    if (seen_ > head_passages || !short_line) return;
    if (seen_ <= 3 && p.kind != PassageKind::heading && !p.marker && p.text.size() <= longest_line_bytes) letterhead(p);
    const bool sentence = p.text.ends_with('.') || p.text.ends_with(')') || !p.label.empty();
    if (!sentence && words_.contains("type_committee", p.text) && p.text.size() <= longest_line_bytes &&
        !words_.contains("paper_opening", p.text))
      add("committee", p, p.text);
  }

  void signature(const Passage& p) {
    if (p.kind == PassageKind::heading) signing_ = 0;
    if (words_.is("closing", p.text)) signing_ = signature_passages;
    else if (signing_ > 0 && p.text.size() <= longest_line_bytes) --signing_, add("signature", p, p.text);
    else signing_ = 0;
  }

  // "Our ref: X", "Request 101…", "Date: …", or a label on the passage before and its value here.
  void labelled(const Passage& p) {
    const bool after_reference = words_.is("reference_label", last_label_);
    if (after_reference && p.text.size() <= longest_line_bytes && !p.marker) reference(p, p.text);
    for (const std::string_view line : split(p.text, '\n'))
      if (const size_t at = words_.prefix("reference_prefix", line)) reference(p, glued_reference(line).empty() ? line.substr(at) : line);
      else if (seen_ <= head_passages && line.size() <= longest_line_bytes) unlabelled(p, line);
    const bool held = words_.contains("held_on_words", p.text);
    if (p.text.size() > longest_line_bytes && !held && !words_.contains("request_date_words", p.text)) return;
    re2::StringPiece date;
    if (!RE2::PartialMatch(p.text, date_pattern(), &date)) return;
    const std::string_view value(date.data(), date.size());
    if (const char* name = name_of_date(p, value)) add(name, p, value);
  }

  // Kept until the end: a labelled reference further down goes before it, and a number after "request" before a mere code.
  void unlabelled(const Passage& p, std::string_view line) {
    const PrintedReference found = find_reference(line);
    if (found.form == ReferenceForm::none || count("committee") > 0) return;
    Fact& kept = unlabelled_[{p.paper, found.form == ReferenceForm::request ? 0 : 1}];
    if (kept.value.empty()) kept = fact("reference", p, found.value);
  }

  void reference(const Passage& p, std::string_view rest) {
    static const RE2 code(R"(^\s*[:.#\-–]?\s*([A-Za-z0-9](?:[A-Za-z0-9./_\-]|−|‐|‑)*))");
    static const RE2 number_of_digits(R"(\d{2}|\d[A-Za-z./\-])");
    re2::StringPiece found;
    if (!RE2::PartialMatch(re2::StringPiece(rest.data(), rest.size()), code, &found)) return;
    std::string_view value(found.data(), found.size());
    while (value.ends_with('.') || value.ends_with('-')) value.remove_suffix(1);
    if (value.size() < 3 || !RE2::PartialMatch(re2::StringPiece(value.data(), value.size()), number_of_digits)) return;
    if (RE2::FullMatch(re2::StringPiece(value.data(), value.size()), date_pattern())) return;
    add("reference", p, value);
  }

  // By the label before it, by the words around it, or by standing alone at the head of a letter or paper.
  const char* name_of_date(const Passage& p, std::string_view value) const {
    const std::string before = last_label_ + " " + std::string(p.text, 0, static_cast<size_t>(value.data() - p.text.data()));
    if (words_.contains("request_date_words", before)) return "request_date";
    if (words_.contains("reply_date_words", before)) return "letter_date";
    if (words_.contains("publication_date_words", before)) return before.size() <= longest_label_bytes ? "publication_date" : nullptr;
    const bool first_meeting = count("meeting_date") == 0 && seen_ <= head_passages;
    if (words_.contains("held_on_words", before) || (first_meeting && words_.contains("meeting_date_words", before))) return "meeting_date";
    if (p.text.size() > longest_line_bytes) return nullptr;
    if (words_.contains("letter_date_words", before)) return count("committee") > 0 ? "meeting_date" : "letter_date";
    if (p.message > 0) return name_of_message_date(p, value);
    if (seen_ > head_passages) return nullptr;
    if (first_meeting && words_.contains("type_committee", p.text)) return "meeting_date";
    if (count("committee") + count("meeting_date") == 0 && is_dateline(p.text, value) && !stands_alone(p.text, value)) return "publication_date";
    if (!stands_alone(p.text, value) || count("meeting_date") + count("letter_date") > 0) return nullptr;
    return count("committee") > 0 ? "meeting_date" : "letter_date";
  }

  // The date over a message: the request's, or that of the first message with answers; acknowledgements have none.
  const char* name_of_message_date(const Passage& p, std::string_view value) const {
    const char* name = p.of_requester ? "request_date" : answering_.contains(p.message) ? "letter_date" : nullptr;
    return name && stands_alone(p.text, value) && count(name) == 0 ? name : nullptr;
  }

  // Nothing beside the date, or nothing but the reference: "RFI 18229 - 5 March 2020".
  static bool stands_alone(std::string_view line, std::string_view date) {
    if (trimmed(line).size() <= date.size() + 2) return true;
    const auto at = static_cast<size_t>(date.data() - line.data());
    const std::string rest = std::string(line.substr(0, at)) + "|" + std::string(line.substr(at + date.size()));
    const std::string_view code = find_reference(rest).value;
    const auto digits = [](std::string_view text) { return std::count_if(text.begin(), text.end(), [](char c) { return is_digit(c); }); };
    return !code.empty() && digits(rest) == digits(code) && rest.size() <= code.size() + longest_label_bytes;
  }

  // A table of labels and values at the head of a paper ("Meeting | 26 June 2025").
  void read_record_rows(const Passage& p) {
    if (seen_ > head_passages || p.voice == Voice::requester) return;
    for (const std::string_view row : split(p.text, '\n')) {
      const size_t tab = row.find('\t');
      if (tab == std::string_view::npos || row.size() > 2 * longest_line_bytes) continue;
      const auto begin = static_cast<size_t>(row.data() - p.text.data()) + tab + 1;
      Passage value = part_of(p, begin, begin + row.size() - tab - 1);
      value.kind = PassageKind::text;
      last_label_ = std::string(trimmed(row.substr(0, tab)));
      if (words_.contains("type_committee", value.text) || words_.is("committee_label", last_label_)) add("committee", value, value.text);
      labelled(value);
    }
    last_label_.clear();
  }

  const DocumentWords& words_;
  std::set<int> answering_;
  std::vector<Fact>& facts_;
  int paper_ = 0;
  size_t seen_ = 0;      // main passages of this paper
  size_t signing_ = 0;   // passages of the signature still to come
  std::string last_label_;
  std::map<std::pair<int, int>, Fact> unlabelled_;  // by paper and rank: 0 after words of a request, 1 a mere code
};

// "Title | Site" and "Title - Site": the site's own name stands last.
void from_metadata(const Document& document, std::vector<Fact>& facts) {
  if (!document.url.empty()) facts.push_back({.name = "url", .value = document.url});
  if (document.title.empty()) return;
  facts.push_back({.name = "title", .value = document.title});
  for (const std::string_view separator : {" | ", " - ", " \u2013 "}) {
    const size_t at = document.title.rfind(separator);
    if (at == std::string::npos || split(std::string_view(document.title).substr(at + separator.size()), ' ').size() > longest_site_words) continue;
    facts.push_back({.name = "site_name", .value = std::string(trimmed(std::string_view(document.title).substr(at + separator.size())))});
    return;
  }
}

}  // namespace

std::vector<Fact> find_facts(const Document& document, const std::vector<Passage>& passages, const DocumentWords& words) {
  std::vector<Fact> facts;
  std::set<int> answering;
  for (const Passage& p : passages)
    if (p.message > 0 && p.answer >= 0) answering.insert(p.message);
  FactFinder finder(words, std::move(answering), facts);
  for (const Passage& p : passages) finder.read(p);
  finder.finish();
  from_metadata(document, facts);
  return facts;
}

}  // namespace muster
