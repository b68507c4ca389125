// How a reply is read: the state that moves along its passages. Used by read_reply.cpp and the files beside it that read
// cells, and text outside of any key.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "extractors/outline/dialogue.h"
#include "extractors/outline/echo.h"
#include "extractors/read/document_words.h"
#include "schemas/text.h"

namespace muster {

class ReplyReader {
 public:
  ReplyReader(const std::vector<Passage>& run, int request, const DocumentWords& words, Dialogue& dialogue);

  void read();

 private:
  Question& question(int index) { return d_.questions[static_cast<size_t>(index)]; }
  // Answers that come question by question go on counting where the last answer stopped.
  void resume_numbering();
  void keep(Passage p);
  void keep_question(Passage p, int index);
  void read_text(const Passage& p);
  // Whether all that is numbered or asks stands in bold, over answers that do not: then other bold lines ask too.
  bool asks_in_bold() const;
  // Whether the numbers of this run head answers alone: nothing asks, nothing stands below them.
  bool gives_bare_answers() const;
  // "Here are the responses to your question:" stands somewhere below, before the next number.
  bool answer_is_headed() const;
  bool heads_answer(const Passage& p) const { return p.marker && !answer_heading_.empty() && folded(p.text) == answer_heading_; }
  // The heading of the reply that comes most often, where it comes again.
  std::string repeated_heading() const;
  // Such a heading under a question: the list between the two belongs to the question.
  void part_at_heading();
  bool take_marked_question(const Passage& p);
  bool take_lone_answer_mark(const Passage& p);
  bool is_letter_of_question(const Passage& p) const;
  const Passage* next_main() const;
  bool followed() const;
  bool appears_later(const Label& label) const;
  // "C" over "17": a number alone below a letter alone is its answer.
  bool is_lone_figure(const Label& label, const Passage& next) const;
  // Whether the next number stands further down in the same form.
  bool series_goes_on(const Label& label) const;
  bool take_label(const Passage& p, const Label& label);
  bool calls_questions_q() const;
  // "Q3 …" now, "A3 …" further down: what stands between the two asks.
  bool answer_is_lettered() const;
  // "How many of these are:" over the parts that follow.
  bool take_stem(const Passage& p);
  void give_stem(Question& added);
  // "See the table, which answers numbers 2 and 3."
  bool take_named(const Passage& p);
  // "14. This also answers question 3.": the answer that is growing is to that question too.
  void add_named(const Passage& p);
  // Questions of this request that the text names where `kind` of document words stands, none of them answered.
  std::vector<int> open_named(std::string_view kind, std::string_view text) const;
  void start(const std::vector<int>& targets);
  // What stands on the label's line: the question once more, its answer, or both.
  void take_body(Passage body, int index, bool is_new);
  // "Questions 1 to 3. Social workers who left": one wording for all of them.
  void take_shared_wording(const Passage& body, const std::vector<int>& targets);
  // A repeat may run on over questions that the request printed on lines of their own.
  size_t further_echo(std::string_view rest);
  bool take_echo(const Passage& p);
  bool is_over_current(int index) const;
  bool take_note(const Passage& p);
  bool said_in_group(char mark) const;
  bool any_answer_bears(char mark) const;
  // Questions without numbers that the letter quotes and answers one after another.
  bool take_plain_question(const Passage& p);
  // "Please also say what share was agency.", where nothing is numbered and no heading tells request from reply.
  bool demands_plainly(const Passage& p) const;
  int add_plain(const Passage& p);
  // The questions that wait for the answer which now begins: the one read last and the parts of the same question before it.
  std::vector<int> sharing();
  void append(Passage p);
  // Bytes with which a question that is being repeated goes on on its next line.
  size_t rest_of_repeat(const Passage& p) const;
  void open_group(const std::vector<int>& questions);
  bool opens_parts(int index) const;
  std::vector<int> open_before(int limit) const;
  // Text before the first key answers the questions stated before it; without such it only introduces.
  void settle_lead(int first);
  // "You asked how many left. There were 12.": the question in the words of the reply.
  bool take_reported_question(const Passage& p);
  // "I would like to know:" before the first question, in a letter that quotes its request.
  void take_preamble(Passage& p);
  void give_lead(const std::vector<int>& open);
  std::vector<std::vector<int>> open_numbers(int next) const;
  void deal_lists(int next);
  // A reply without any key: list items answer by position, anything else answers every question.
  void finish_lead();
  bool replies_as_a_whole() const;
  int add_unstated();
  void read_cell(const Passage& p);
  std::vector<int> unanswered(const std::vector<int>& questions) const;
  // Words over the parts that stand in the same cell, which ask nothing themselves.
  bool only_leads(int index, const std::vector<int>& questions) const;
  void read_question_cell(const Passage& p);
  bool take_cell_label(const Passage& p, const Label& label);

  const std::vector<Passage>& run_;
  size_t at_ = 0;
  int request_;
  const DocumentWords& words_;
  Dialogue& d_;
  Numbering said_;
  LabelForm form_ = LabelForm::dot;  // of the label taken last
  std::vector<EchoWords> stated_words_;  // wording of each question of the request, empty for others
  bool stated_ = false;    // the request's questions are known
  bool labelled_ = false;  // this run has numbers
  bool bare_answers_ = false;
  bool marked_ = false;        // this passage begins with the mark of an answer
  bool lettered_ = false;      // questions are called Q, so that "A. " heads an answer
  bool repeating_ = false;     // the question named last has begun to be repeated
  bool asks_to_letter_ = false;  // the question named last ends where its lettered answer begins
  std::string stem_;           // unnumbered words over the parts that follow
  size_t stem_depth_ = 0;      // of the first of these parts; 0 until it has come
  bool bold_asks_ = false;
  std::string answer_heading_;   // folded; what stands again and again over answers
  std::set<int> headed_;         // questions whose answer has been headed so
  bool anchored_ = false;  // some question has been named or repeated
  bool noting_ = false;    // in notes that qualify answers from a distance
  std::vector<int> current_;  // questions that are being answered
  std::vector<int> waiting_;  // read since the last answer
  std::vector<int> lead_;     // passages before the first key
  int group_ = -1;         // the answer that is growing
  std::string preamble_;
  int pending_ = -1;       // its number stood alone, its wording is to come
  int last_ = -1;          // question named last
  int table_ = -1, row_ = -1;
  std::vector<int> row_questions_;
};

}  // namespace muster
