#include "extractors/outline/dialogue.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {

bool Dialogue::answered(int question) const {
  for (const KeyedAnswer& answer : answers)
    if (std::find(answer.questions.begin(), answer.questions.end(), question) != answer.questions.end()) return true;
  return false;
}

bool Dialogue::answered_alone(int question) const {
  for (const KeyedAnswer& answer : answers)
    if (answer.questions.size() == 1 && answer.questions[0] == question) return true;
  return false;
}

int Dialogue::parent_of(const std::vector<std::string>& path, int request) const {
  for (size_t i = questions.size(); i-- > 0;) {
    const std::vector<std::string>& other = questions[i].path;
    if (questions[i].request == request && !other.empty() && other.size() < path.size() &&
        std::equal(other.begin(), other.end(), path.begin()))
      return static_cast<int>(i);
  }
  return -1;
}

std::optional<Label> label_of(const Passage& passage, const DocumentWords& words) {
  auto printed = scan_label(passage.text, words);
  if (passage.label.empty()) return printed;
  auto generated = scan_label(passage.label, words);
  if (!generated || generated->length < passage.label.size()) return printed;  // a bullet
  // "16 - 19 households" under the number of a list is a range.
  const bool leads_to_figure = printed && printed->form == LabelForm::dash && printed->length < passage.text.size() && is_digit(passage.text[printed->length]);
  if (printed && printed->numbers[0][0].decimal > 0 && printed->form != LabelForm::alone && !leads_to_figure) return printed;
  if (printed && printed->numbers.size() == 1 && printed->numbers[0].size() == 1 && printed->form == LabelForm::bracket &&
      generated->numbers[0][0].decimal > 0) {
    generated->numbers[0].push_back(printed->numbers[0][0]);
    generated->length = printed->length;
  } else {
    generated->length = 0;
  }
  if (generated->form == LabelForm::alone) generated->form = LabelForm::dot;
  return generated;
}

std::vector<std::string> path_of(const Numbering::Place& place) {
  std::vector<std::string> out;
  for (const Numbering::Level& level : place.levels) out.push_back(level.word);
  return out;
}

bool asks(std::string_view text, const DocumentWords& words) {
  return trimmed(text).ends_with('?') || words.prefix("asks", trimmed(text)) > 0;
}

}  // namespace muster
