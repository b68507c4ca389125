// Questions and answers of a letter while they are being paired: indices into one list of passages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/outline/numbering.h"
#include "extractors/outline/passage.h"

namespace muster {

struct Question {
  std::string number;    // canonical; empty without a label
  std::vector<std::string> path;  // its numbers, outermost first
  std::string wording;
  std::string stem;      // unnumbered words that open this part of the question ("Within adult services, how many are:")
  std::string preamble;
  int parent = -1;
  int paper = 0, request = 1;
  int place = 0;         // of its first passage, for reading order
  bool inside_table = false;
  bool absorbed = false;      // its words are part of another question where the reply repeats them
  bool from_request = false;  // stated in the request, before any answer
};

// An answer and the questions that it was given to (`Answer` is a row of the dataset).
struct KeyedAnswer {
  std::vector<int> questions;
  bool marked = false;  // "Answer: …", "A. …": no words of the requester
  bool by_place = false;  // given to all questions that stood open over it
};

struct Note {
  int passage = -1;
  bool footnote = false;           // opened by an asterisk, for answers that bear one
  std::vector<std::string> numbers;  // questions that it names itself
};

struct Dialogue {
  std::vector<Passage> passages;   // rewritten: parted where question and answer share a line, roles set
  std::vector<Question> questions;
  std::vector<KeyedAnswer> answers;
  std::vector<Note> notes;
  std::vector<std::string> remarks;  // folded lines of the requester that are no questions
  Numbering asked;                 // where the request's numbers stand, for a request that goes on after an answer
  int asked_request = 0;

  bool answered(int question) const;
  // Whether an answer was given to this question alone and not to several at once.
  bool answered_alone(int question) const;
  // Its last numbered question whose path is the beginning of this one's.
  int parent_of(const std::vector<std::string>& path, int request) const;
};

// The label of a passage: what markup generated, what the text begins with, or both ("1." before "a) …").
// `length` counts bytes of the passage's text.
std::optional<Label> label_of(const Passage& passage, const DocumentWords& words);

std::vector<std::string> path_of(const Numbering::Place& place);

// Whether a text asks: a question mark at its end, or the words of a demand at its front.
bool asks(std::string_view text, const DocumentWords& words);

}  // namespace muster
