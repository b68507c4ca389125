// Action plans in tables.
#pragma once

#include <optional>
#include <vector>

#include "extractors/read/document_words.h"
#include "schemas/outline.h"

namespace muster {

// Which column holds what; -1 where there is none.
struct ActionColumns {
  int item = -1, recommendation = -1, action = -1, responsibility = -1, timescale = -1, status = -1;
  int columns = 0;
  int first_row = 0;  // after the header

  // What the plan is made of: its actions, else its recommendations.
  int main() const { return action >= 0 ? action : recommendation; }
};

// The columns of an action plan, told by its header; nothing when the table is none.
std::optional<ActionColumns> action_columns(const Table& table, const DocumentWords& words);

// Appends the table's actions. A row at the top that only continues goes to the last action there is. `section` is the row that
// names the rows under it, and goes on over the pages of a plan.
void read_action_rows(const Table& table, int index, const ActionColumns& columns, const DocumentWords& words,
                      std::string& section, std::vector<Action>& actions);

// "Recommendation 2. That …", "5.1 Keep …": takes the item's number off the front of the text.
std::string take_item(std::string& text);

}  // namespace muster
