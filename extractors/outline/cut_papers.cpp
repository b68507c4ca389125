#include "extractors/outline/cut_papers.h"

#include <algorithm>

#include "extractors/outline/numbering.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t title_passages = 8;        // lines of a paper's title block over its author's line
constexpr size_t longest_title_bytes = 160;
constexpr size_t farthest_request = 60;      // passages from a heading to the request that it opens
constexpr size_t opening_passages = 10;     // of a page, among which an agenda item or an author's line opens a paper

bool is_title_line(const Passage& p, const DocumentWords& words) {
  if (!p.is_main()) return true;  // running headers between the lines
  if (p.kind == PassageKind::table || p.kind == PassageKind::list_item || p.text.size() > longest_title_bytes) return false;
  return !scan_label(p.text, words) && !p.text.ends_with('.') && !p.text.ends_with(';') && !p.text.ends_with(',');
}

bool opens_paper(const Passage& p, const DocumentWords& words) {
  if (p.kind == PassageKind::table || p.text.size() > longest_title_bytes) return false;
  return words.prefix("paper_opening", p.text) > 0;
}

// How many main passages of its page stand before it; papers without pages count none.
size_t place_on_page(const std::vector<Passage>& passages, size_t at) {
  if (passages[at].place.page == 0) return 0;
  size_t count = 0;
  for (size_t i = at; i-- > 0 && passages[i].place.page == passages[at].place.page;) count += passages[i].is_main();
  return count;
}

// First line of the title block: back over short lines, not beyond the page or the paper before.
size_t first_title_line(const std::vector<Passage>& passages, size_t at, size_t limit, const DocumentWords& words) {
  size_t first = at;
  for (size_t lines = 0; first > limit && lines < title_passages; ++lines) {
    const Passage& before = passages[first - 1];
    if (before.place.page != passages[at].place.page || !is_title_line(before, words)) break;
    --first;
  }
  return first;
}

// The first line of a text's own heading block; without pages a signature may stand right above it.
size_t start_of_paper(const std::vector<Passage>& passages, size_t at, size_t limit, const DocumentWords& words) {
  size_t first = first_title_line(passages, at, limit, words);
  if (passages[at].place.page > 0) return first;
  for (size_t i = first; i < at; ++i)
    if (words.contains("type_committee", passages[i].text) || words.is("page_furniture", passages[i].text)) return i;
  return at;
}

bool has_label_one(const Passage& p, const DocumentWords& words) {
  const auto label = scan_label(p.label.empty() ? p.text : p.label, words);
  return label && (label->numbers[0][0].decimal == 1 || label->numbers[0][0].letter == 1);
}

// Whether a request and its first question follow before the next reply.
bool request_follows(const std::vector<Passage>& passages, size_t at, bool numbered, const DocumentWords& words) {
  for (size_t i = at; i < std::min(passages.size(), at + farthest_request) && passages[i].zone != Zone::reply; ++i) {
    if (passages[i].zone != Zone::request || passages[i].marker || !passages[i].is_main()) continue;
    return !numbered || has_label_one(passages[i], words) || passages[i].text.ends_with(':');
  }
  return false;
}

// A reply that stands over the only request of its page is answered by none below.
bool is_replied_after(const std::vector<Passage>& passages, size_t at) {
  return std::any_of(passages.begin() + static_cast<long>(at), passages.end(), [](const Passage& p) { return p.is_main() && p.zone == Zone::reply; });
}

// In a list whose answers are marked ("Response: 12") each "Request:" under a heading of its own is another request.
bool marked_request_follows(const std::vector<Passage>& passages, size_t at, const DocumentWords& words) {
  for (size_t i = at; i < std::min(passages.size(), at + farthest_request) && words.prefix("answer_mark", passages[i].text) == 0; ++i)
    if (passages[i].marker && passages[i].zone == Zone::request) return true;
  return false;
}

// "Q.1 …", "A.1 …" under another reference number: a list of requests that heads neither its questions nor its answers.
bool numbered_question_follows(const std::vector<Passage>& passages, size_t at, const DocumentWords& words) {
  for (size_t i = at; i < std::min(passages.size(), at + farthest_request); ++i) {
    const auto label = passages[i].is_main() ? scan_label(passages[i].text, words) : std::nullopt;
    if (label && label->prefix != LabelPrefix::none) return label->prefix == LabelPrefix::question && label->numbers[0][0].decimal == 1;
  }
  return false;
}

// The requester writes again below a reply.
bool writes_again(const std::vector<Passage>& passages, size_t at) {
  return passages[at].of_requester && at > 0 && passages[at - 1].message != passages[at].message;
}

}  // namespace

void cut_papers(std::vector<Passage>& passages, const DocumentWords& words) {
  int paper = 0;
  size_t last_opening = 0, last_start = 0;
  for (size_t i = 0; i < passages.size(); ++i) {
    passages[i].paper = paper;
    if (!opens_paper(passages[i], words) || place_on_page(passages, i) > opening_passages) continue;
    const size_t start = start_of_paper(passages, i, last_start, words);
    const bool same_block = paper > 0 && (start <= last_opening || i - last_opening <= title_passages);
    last_opening = i;
    if (same_block) continue;
    ++paper;
    last_start = start;
    for (size_t j = start; j <= i; ++j) passages[j].paper = paper;
  }
}

void count_requests(std::vector<Passage>& passages, const DocumentWords& words) {
  int request = 1;
  bool listed = false;  // a row of a list of requests has been seen
  bool replied = false, marked = false, asked = false, numbered = false, referenced = false, questioned = false;
  for (size_t i = 0; i < passages.size(); ++i) {
    const Passage& p = passages[i];
    const bool reference = p.marker && words.is("reference_label", p.text);
    bool opens = p.is_main() && replied && ((reference && referenced) || p.kind == PassageKind::heading);
    opens = opens && request_follows(passages, i + 1, numbered, words) && (asked || is_replied_after(passages, i + 1));
    opens = opens || (p.is_main() && marked && p.kind == PassageKind::heading && marked_request_follows(passages, i + 1, words));
    opens = opens || (p.is_main() && reference && referenced && questioned && numbered_question_follows(passages, i + 1, words));
    opens = opens || (replied && writes_again(passages, i)) || (p.opens_request && listed);
    listed |= p.opens_request;
    if (opens) {
      ++request;
      replied = marked = asked = questioned = false;
      if (!p.marker && p.kind == PassageKind::heading && p.message == 0) passages[i].zone = Zone::none;
    }
    passages[i].request = request;
    if (request > 1) passages[i].paper = request;
    referenced |= reference;
    if (!p.is_main() || p.marker || opens) continue;
    marked |= words.prefix("answer_mark", p.text) > 0;
    replied |= p.zone == Zone::reply;
    asked |= p.zone == Zone::request;
    questioned |= words.prefix("question_number_prefix", p.text) > 0;
    numbered |= p.zone == Zone::request && has_label_one(p, words);
  }
  if (request == 1) return;
  for (Passage& p : passages)
    if (p.request == 1) p.paper = 1;
}

}  // namespace muster
