// Which questions a label of the reply means: those of the request, or a question that the reply itself states.
#pragma once

#include <vector>

#include "extractors/outline/dialogue.h"
#include "extractors/read/document_words.h"

namespace muster {

// What surrounds a label of the reply.
struct LabelContext {
  std::string_view body;      // the passage's text after the label
  std::string_view next;      // the next passage's text
  bool next_is_labelled = false;
  bool series_goes_on = false;  // the next number stands further down
  bool appears_later = false; // the same label stands once more further down
  bool has_answer = false;    // the question read last has an answer already
  bool asks_in_bold = false;  // it stands in bold, as all questions of this reply do
  bool bare_answers = false;      // the letter's numbers head answers alone: its questions are not quoted
  bool answer_is_headed = false;  // a heading of the answer follows
  int last = -1;              // question that was answered last
  int request = 1;
};

// Indices of the questions meant; empty when the label is none of the reply's own (a list inside an answer, a figure).
// Moves `said` along and appends new questions to the dialogue.
std::vector<int> key_answers(const Label& label, const LabelContext& context, const DocumentWords& words, Numbering& said,
                             Dialogue& dialogue);

}  // namespace muster
