#include "dataset/cluster_rules.h"

#include <stdexcept>

#include "schemas/csv.h"
#include "schemas/text.h"

namespace muster {
namespace {

ClusterRule::Kind kind_of(const std::string& word, const std::string& place) {
  if (word == "name") return ClusterRule::Kind::name;
  if (word == "join") return ClusterRule::Kind::join;
  if (word == "split") return ClusterRule::Kind::split;
  throw std::runtime_error(place + "rule is name, join or split, not \"" + word + '"');
}

void check(const ClusterRule& rule, const std::string& place) {
  if (rule.document.empty()) throw std::runtime_error(place + "the rule names no document");
  if (rule.kind == ClusterRule::Kind::name && rule.name.empty()) throw std::runtime_error(place + "a rule \"name\" needs a name");
  if (rule.kind != ClusterRule::Kind::join) return;
  if (rule.with_document.empty()) throw std::runtime_error(place + "a rule \"join\" needs with_document");
  if (rule.question.empty() != rule.with_question.empty())
    throw std::runtime_error(place + "join a request with a request, or a question with a question");
}

}  // namespace

std::vector<ClusterRule> parse_cluster_rules(std::string_view text, const std::string& file) {
  const CsvTable table = parse_csv(text, file);
  std::vector<ClusterRule> out;
  for (size_t i = 0; i < table.rows.size(); ++i) {
    const std::string place = file + ':' + std::to_string(table.lines[i]) + ": ";
    const auto cell = [&](const char* column) { return std::string(trimmed(table.at(i, column))); };
    out.push_back({kind_of(cell("rule"), place), cell("document"), ascii_lower(cell("question")), cell("with_document"),
                   ascii_lower(cell("with_question")), cell("name"), table.lines[i]});
    check(out.back(), place);
  }
  return out;
}

bool names_document(const std::string& words, const DocumentRecord& record) {
  if (words.empty()) return false;
  const size_t slash = record.source.rfind('/');
  return words == record.document_id || words == record.source || words == record.reference ||
         (slash != std::string::npos && words == record.source.substr(slash + 1));
}

}  // namespace muster
