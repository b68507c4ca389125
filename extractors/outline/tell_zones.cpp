#include "extractors/outline/tell_zones.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>

#include "extractors/outline/numbering.h"
#include "extractors/outline/split_passages.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t longest_marker_bytes = 80;   // headings and labels are short; a longer text says something itself
constexpr size_t longest_record_bytes = 100;  // the value of a record's label: a date, a number, a name
constexpr size_t longest_message_head_bytes = 60;
constexpr size_t longest_address_bytes = 200;
constexpr size_t longest_boilerplate_bytes = 1500;

// The last word of the class words that speaks of a request or of a reply; none where neither or both do at once.
Zone zone_of_classes(const std::vector<std::string>& ancestry, const std::set<std::string>& shared) {
  static const std::set<std::string> asked = {"request", "question", "enquiry", "quoted", "outgoing"};
  static const std::set<std::string> said = {"response", "answer", "reply", "decision", "incoming"};
  for (auto words = ancestry.rbegin(); words != ancestry.rend(); ++words) {
    if (shared.contains(*words)) continue;
    const std::string key = folded(*words);
    bool request = false, reply = false;
    for (const std::string_view word : split(key, ' ')) {
      request |= asked.contains(std::string(word));
      reply |= said.contains(std::string(word));
    }
    if (request != reply) return request ? Zone::request : Zone::reply;
  }
  return Zone::none;
}

// Class words that stand over every passage of the document tell nothing ("node-type-foi-response" on the whole page).
std::set<std::string> shared_classes(const std::vector<Passage>& passages) {
  std::map<std::string, size_t> count;
  size_t main = 0;
  for (const Passage& p : passages) {
    if (!p.is_main()) continue;
    ++main;
    for (const std::string& word : std::set<std::string>(p.ancestry.begin(), p.ancestry.end())) ++count[word];
  }
  std::set<std::string> out;
  for (const auto& [word, n] : count)
    if (n == main) out.insert(word);
  return out;
}

class ZoneReader {
 public:
  ZoneReader(const DocumentWords& words, std::set<std::string> shared, bool answers_marked)
      : words_(words), shared_(std::move(shared)), answers_marked_(answers_marked) {}

  void read(Passage& p) {
    if (!p.is_main() || p.side != CellSide::none || p.voice == Voice::boilerplate) return;
    if (p.message != message_) complained_ = signed_ = false, heading_message_ = p.message > 0;
    message_ = p.message;
    if (heading_message_ && heads_message(p)) {
      p.zone = Zone::record;
      return;
    }
    heading_message_ = false;
    if (p.kind == PassageKind::table) {
      p.zone = zone_ == Zone::record ? Zone::none : zone_;
      return;
    }
    if (open_marker(p) || take_record_value(p) || open_quotation(p) || take_boilerplate(p)) return;
    const bool quoted = std::find(p.ancestry.begin(), p.ancestry.end(), "quoted") != p.ancestry.end();
    if (const Zone told = zone_of_classes(p.ancestry, shared_); told != Zone::none && told != zone_) zone_ = told;
    else if (told == Zone::none && was_quoted_ && !quoted) zone_ = Zone::reply;
    was_quoted_ = quoted;
    const bool demands = words_.contains("demand", p.text);  // "Under the Act please send me this" is the requester's
    if (zone_ == Zone::request && !demands && !scan_label(p.text, words_) && words_.prefix("reply_opening", p.text)) zone_ = Zone::reply;
    p.zone = zone_;
    if (!complained_) note_number(p);
  }

 private:
  // Sender and date over a message.
  static bool heads_message(const Passage& p) {
    static const RE2 day(R"(\b(?:19|20)\d\d\b)");
    return p.kind == PassageKind::heading || p.text.empty() || (p.text.size() <= longest_message_head_bytes && RE2::PartialMatch(p.text, day));
  }

  // "Thank you for your request concerning:" is the authority's own, what follows is quoted.
  bool open_quotation(Passage& p) {
    if (zone_ == Zone::request || p.text.empty() || words_.prefix("request_opening", p.text) != p.text.size()) return false;
    p.voice = Voice::authority;
    p.zone = zone_;
    zone_ = Zone::request;
    return true;
  }

  void note_number(const Passage& p) {
    const auto label = scan_label(p.label.empty() ? p.text : p.label, words_);
    if (label && label->numbers[0][0].decimal > 0) last_number_ = label->numbers.back()[0].decimal;
  }

  // Numbered steps of a complaints procedure start anew; the next number of the letter goes on with it.
  bool goes_on(const Passage& p) const {
    const auto label = scan_label(p.label.empty() ? p.text : p.label, words_);
    return label && label->numbers[0][0].decimal == last_number_ + 1;
  }

  bool open_marker(Passage& p) {
    if (p.text.size() > longest_marker_bytes || p.text.empty() || scan_label(p.label, words_)) return false;
    if (words_.is("record_label", p.text) || words_.is("reference_label", p.text)) return mark(p, Zone::record);
    if (answers_marked_ && words_.prefix("answer_mark", p.text) == p.text.size()) return false;
    if (words_.is("exchange_heading", p.text)) return mark(p, Zone::none);
    if (words_.is("reply_heading", p.text)) return mark(p, Zone::reply);
    // "Notes" and "Details" head a request only where no reply has begun.
    const bool plain = !words_.is("request_side", p.text);
    if (words_.is("request_heading", p.text) && !(plain && zone_ == Zone::reply)) return mark(p, Zone::request);
    return false;
  }

  bool mark(Passage& p, Zone zone) {
    p.marker = true;
    p.zone = zone;
    zone_ = zone;
    complained_ = false;
    return true;
  }

  bool take_record_value(Passage& p) {
    if (zone_ != Zone::record) return false;
    zone_ = Zone::none;
    if (p.text.size() > longest_record_bytes || p.kind == PassageKind::heading || scan_label(p.text, words_)) return false;
    p.zone = Zone::record;
    return true;
  }

  bool take_boilerplate(Passage& p) {
    if (p.text.size() > longest_boilerplate_bytes || p.text.empty()) return false;
    const bool closes = words_.is("closing", p.text);
    const bool complains = !p.of_requester && words_.contains("complaint", p.text) && !words_.contains("review_outcome", p.text);
    if (closes || complains) complained_ = true;
    if (closes) signed_ = true;
    if (signed_ && (words_.is("salutation", p.text) || words_.is("acknowledgement", p.text))) complained_ = signed_ = false;  // the next message
    if (complained_ && !closes && !complains && goes_on(p)) complained_ = false;
    if (!complained_ && !words_.is("salutation", p.text) && !words_.is("pleasantry", p.text) && !words_.contains("reuse", p.text))
      return false;
    p.voice = Voice::boilerplate;
    p.zone = Zone::closing;
    return true;
  }

  const DocumentWords& words_;
  std::set<std::string> shared_;
  bool answers_marked_;  // "Answer:" heads nothing
  Zone zone_ = Zone::none;
  bool was_quoted_ = false;
  int last_number_ = 0;      // of the numbered passages before
  int message_ = 0;
  bool heading_message_ = false;  // nothing of the message itself has been read yet
  bool signed_ = false;      // below "Yours faithfully"
  bool complained_ = false;  // what follows a complaint paragraph is its address, until a heading or a number
};

// The address below the last answer, and what follows it.
void close_at_address(std::vector<Passage>& passages, const DocumentWords& words) {
  size_t last = 0;  // numbered, asked, or a table
  for (size_t i = 0; i < passages.size(); ++i) {
    const Passage& p = passages[i];
    const bool speaks = p.is_main() && p.voice != Voice::boilerplate;
    if (speaks && (p.kind == PassageKind::table || p.side != CellSide::none || p.text.ends_with('?') || !p.label.empty() || scan_label(p.text, words))) last = i;
  }
  bool closed = false;
  for (size_t i = last + 1; i < passages.size(); ++i) {
    Passage& p = passages[i];
    if (!p.is_main() || p.zone == Zone::record || p.text.empty()) continue;
    closed |= last > 0 && p.text.size() <= longest_address_bytes && p.kind != PassageKind::list_item && words.contains("postcode", p.text);
    if (!closed) continue;
    p.voice = Voice::boilerplate;
    p.zone = Zone::closing;
  }
}

// "incoming-2201", "outgoing-17": pages of public request sites name each message so, as the site sees it.
void count_messages(std::vector<Passage>& passages) {
  static const RE2 message(R"((?:incoming|outgoing)[-_]\d+)");
  std::string open;
  int count = 0;
  for (Passage& p : passages) {
    const auto named = std::ranges::find_if(p.ancestry, [&](const std::string& word) { return RE2::FullMatch(word, message); });
    if (named == p.ancestry.end()) {
      if (count > 0 && p.is_main()) p.voice = Voice::boilerplate;  // the site's own words beside and below the messages
      continue;
    }
    count += *named != open;
    open = *named;
    p.message = count;
    p.of_requester = open.starts_with("outgoing");
  }
}

}  // namespace

void tell_zones(std::vector<Passage>& passages, const DocumentWords& words) {
  count_messages(passages);
  ZoneReader reader(words, shared_classes(passages), answers_are_marked(passages, words));
  for (Passage& p : passages) reader.read(p);
  close_at_address(passages, words);
}

}  // namespace muster
