#include "extractors/outline/find_actions.h"

#include <algorithm>

#include "extractors/outline/action_tables.h"
#include "extractors/outline/dialogue.h"
#include "schemas/text.h"

namespace muster {
namespace {

class ActionFinder {
 public:
  ActionFinder(const std::vector<Table>& tables, const DocumentWords& words) : tables_(tables), words_(words) {}

  void read(const Passage& p) {
    if (!p.is_main() || p.voice == Voice::requester || p.voice == Voice::boilerplate) return;
    if (p.kind == PassageKind::table) return read_table(p);
    const auto label = label_of(p, words_);
    const std::string_view text = label ? std::string_view(p.text).substr(label->length) : std::string_view(p.text);
    if (words_.is("recommendation_heading", text)) {
      recommending_ = true;
      plan_.reset();
    } else if (p.kind == PassageKind::heading || is_new_section(p)) {
      recommending_ = false;
      plan_.reset();
      section_.clear();
    } else if (recommending_) {
      read_item(p);
    }
  }

  std::vector<Action> actions;

 private:
  // In a text without headings a short bold line opens the next section.
  static bool is_new_section(const Passage& p) { return p.bold && p.kind == PassageKind::text && p.text.size() < 80 && !p.text.ends_with('.'); }

  void read_table(const Passage& p) {
    const Table& table = tables_[static_cast<size_t>(p.table)];
    recommending_ = false;
    if (const auto columns = action_columns(table, words_)) {
      plan_ = *columns;
    } else if (!plan_ || plan_->columns != table.cols) {
      plan_.reset();
      return;
    } else {
      plan_->first_row = 0;  // the plan goes on without its header
    }
    read_action_rows(table, p.table, *plan_, words_, section_, actions);
  }

  void read_item(const Passage& p) {
    const auto label = label_of(p, words_);
    const bool listed = label || p.kind == PassageKind::list_item || words_.prefix("recommends", p.text) > 0;
    if (!listed || p.text.empty()) return;
    Action a;
    a.recommendation = p.text;
    if (label) {
      a.item = p.label.empty() ? std::string(trimmed(std::string_view(p.text).substr(0, label->length))) : p.label;
      if (p.label.empty()) a.recommendation = std::string(trimmed(std::string_view(p.text).substr(label->length)));
    } else {
      a.item = take_item(a.recommendation);
    }
    while (a.item.ends_with('.') || a.item.ends_with(')')) a.item.pop_back();
    a.place = p.place;
    if (!a.recommendation.empty()) actions.push_back(std::move(a));
  }

  const std::vector<Table>& tables_;
  const DocumentWords& words_;
  bool recommending_ = false;          // under a heading of recommendations
  std::string section_;                // of the plan, open over page breaks
  std::optional<ActionColumns> plan_;  // of the action plan read last, while nothing ends it
};

}  // namespace

std::vector<Action> find_actions(const std::vector<Passage>& passages, const std::vector<Table>& tables,
                                 const DocumentWords& words, Diagnostics& diagnostics) {
  ActionFinder finder(tables, words);
  for (const Passage& p : passages) finder.read(p);
  for (const Action& a : finder.actions)
    if (a.damaged)
      diagnostics.add({.stage = "find_structure", .code = "action_damaged", .severity = Severity::warning, .place = a.place, .raw = a.action,
                       .message = "the row of this action is broken or garbled in the source; compare it with the original"});
  return std::move(finder.actions);
}

}  // namespace muster
