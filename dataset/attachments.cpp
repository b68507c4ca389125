#include "dataset/attachments.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "dataset/likeness.h"
#include "dataset/whole_documents.h"
#include "schemas/serialise.h"
#include "schemas/text.h"

namespace muster {
namespace {

std::string folder_of(const std::string& source) {
  const size_t container = source.rfind("!/");
  const size_t end = container != std::string::npos ? container : source.rfind('/');
  return end == std::string::npos ? std::string() : source.substr(0, end);
}

std::string file_of(const std::string& source) {
  const size_t slash = source.rfind('/');
  return slash == std::string::npos ? source : source.substr(slash + 1);
}

// An answer that names an attachment.
struct AttachedAnswer {
  uint32_t document = 0;  // index
  std::string name, question_number;
  Locator place;

  template <class Visitor>
  void fields(Visitor& v) { v(document, name, question_number, place); }
};

constexpr size_t length_that_tells = 12;  // of a name, in letters: longer ones are not borne by chance

bool is_reply(const DocumentRecord& record) { return record.document_type == "foi_response"; }

std::string words_of(const DocumentRecord& record) { return folded(file_of(record.source) + ' ' + record.title); }

// Every word of the needle stands in the hay (both folded).
bool bears(const std::string& hay, const std::string& needle) {
  const std::string padded = ' ' + hay + ' ';
  return !needle.empty() && std::ranges::all_of(split(needle, ' '), [&](std::string_view word) { return padded.find(' ' + std::string(word) + ' ') != std::string::npos; });
}

bool belongs(const DocumentRecord& other, const DocumentRecord& reply, const std::string& name) {
  if (other.document_id == reply.document_id || folder_of(other.source) != folder_of(reply.source)) return false;
  const std::string words = words_of(other), reference = folded(reply.reference);
  const bool same_container = !reply.parent_id.empty() && reply.parent_id == other.parent_id;
  if (bears(words, name) && (same_container || reply.reference.empty() || bears(words, reference) || name.size() > length_that_tells)) return true;
  return !is_reply(other) && (same_container || (!reply.reference.empty() && bears(words, reference)));
}

using Documents = std::vector<uint32_t>;  // indices, rising

// Which documents of a folder bear which words, told by hashes: what it names is to be looked at.
class WordsOfFolders {
 public:
  explicit WordsOfFolders(const Dataset& dataset) {
    for (uint32_t i = 0; i < count_of_documents(dataset); ++i) add(record_of(dataset, i), i);
    std::ranges::sort(entries_);
  }

  Documents with_all(const std::string& folder, const std::string& words) const {
    Documents out;
    bool is_first = true;
    for (const std::string_view word : split(words, ' ')) {
      const Documents some = with(key_of(folder, word));
      Documents both;
      std::ranges::set_intersection(out, some, std::back_inserter(both));
      out = std::exchange(is_first, false) ? some : both;
    }
    return out;
  }

  Documents in_container(const std::string& container) const { return container.empty() ? Documents() : with(key_of(container, in_it)); }

  bool is_reply(uint32_t document) const { return replies_[document]; }

 private:
  static constexpr const char* in_it = "\x1f";  // is no word

  static uint32_t key_of(std::string_view folder, std::string_view word) {
    return static_cast<uint32_t>(hash_of_words(std::string(folder) + '\x1f' + std::string(word)));
  }

  void add(const DocumentRecord& record, uint32_t index) {
    replies_.push_back(muster::is_reply(record));
    if (!record.parent_id.empty()) entries_.emplace_back(key_of(record.parent_id, in_it), index);
    const std::string folder = folder_of(record.source), words = words_of(record);
    for (const std::string_view word : split(words, ' ')) entries_.emplace_back(key_of(folder, word), index);
  }

  Documents with(uint32_t key) const {
    Documents out;
    for (auto at = std::ranges::lower_bound(entries_, std::pair(key, 0u)); at != entries_.end() && at->first == key; ++at)
      if (out.empty() || out.back() != at->second) out.push_back(at->second);
    return out;
  }

  std::vector<std::pair<uint32_t, uint32_t>> entries_;  // of a word in a folder, and a document
  std::vector<bool> replies_;
};

// Those that belong to the reply, and few others: a batch has as many documents as answers that name attachments.
Documents candidates(const WordsOfFolders& words, const DocumentRecord& reply, const std::string& name) {
  const std::string folder = folder_of(reply.source);
  const Documents named = words.with_all(folder, name), beside = words.in_container(reply.parent_id);
  const Documents of_reference = reply.reference.empty() ? Documents() : words.with_all(folder, folded(reply.reference));
  Documents out;
  if (reply.reference.empty() || name.size() > length_that_tells) out = named;
  for (const Documents* some : {&beside, &of_reference}) {
    std::ranges::set_intersection(named, *some, std::back_inserter(out));
    std::ranges::copy_if(*some, std::back_inserter(out), [&](uint32_t d) { return !words.is_reply(d); });
  }
  std::ranges::sort(out);
  const auto rest = std::ranges::unique(out);
  out.erase(rest.begin(), rest.end());
  return out;
}

// The first document that belongs to the reply.
std::optional<DocumentRecord> attachment_of(const Dataset& dataset, const WordsOfFolders& words, const DocumentRecord& reply, const std::string& name) {
  for (const uint32_t candidate : candidates(words, reply, name)) {
    DocumentRecord record = record_of(dataset, candidate);
    if (belongs(record, reply, name)) return record;
  }
  return std::nullopt;
}

Diagnostic told(const AttachedAnswer& answer, const std::optional<DocumentRecord>& found) {
  const std::string which = answer.question_number.empty() ? std::string("a question") : "question " + answer.question_number;
  return {.stage = "store", .code = found ? "attachment_found" : "attachment_missing", .severity = found ? Severity::info : Severity::warning,
          .place = answer.place, .raw = found ? found->source : answer.name,
          .message = "the answer to " + which + (found ? " names an attachment, which is among the inputs" : " names an attachment that is not among the inputs")};
}

}  // namespace

std::string attachment_named(std::string_view answer) {
  static const RE2 patterns[] = {
      RE2(R"((?i)\b([\w.-]+\.(?:pdf|docx?|xlsx?|ods|odt|csv|rtf))\b)"),
      RE2(R"((?i)\b((?:appendix|annex|attachment|enclosure|schedule) (?:\d+|[a-z])\b))"),
      RE2(R"((?i)\b(?:attached|enclosed|accompanying)(?: copy of (?:the|our))? ([\w-]+(?: [\w-]+){0,4}))"),
      RE2(R"((?i)\b(?:the|our|a|its) ((?:[\w-]+ ){1,6})(?:is|are) (?:attached|enclosed|appended))"),
  };
  std::string name;
  for (const RE2& pattern : patterns)
    if (RE2::PartialMatch(re2::StringPiece(answer.data(), answer.size()), pattern, &name)) return std::string(trimmed(name));
  return {};
}

void take_attached_answers(const DocumentResult& document, uint32_t index, SortedRows& answers) {
  for (const Answer& a : document.interpretation.answers)
    if (a.status == "attached") answers.add(sortable(index), serialise(AttachedAnswer{index, attachment_named(a.answer), a.question_number, a.place}));
}

void look_for_attachments(Dataset& dataset, SortedRows& answers) {
  if (answers.empty()) return;
  const WordsOfFolders words(dataset);
  answers.for_each([&](const SortedRows::Row& row) {
    const auto answer = deserialise<AttachedAnswer>(row.value);
    const auto found = attachment_of(dataset, words, record_of(dataset, answer.document), folded(answer.name));
    add_to_document(dataset, answer.document, {.series_breaks = {}, .findings = {}, .clusters = {}, .diagnostics = {told(answer, found)}});
  });
}

}  // namespace muster
