// What stands around a node of the Outline: the questions that it answers, the headings that it stands under, what was said
// just before it.
#pragma once

#include <vector>

#include "schemas/observation.h"
#include "schemas/outline.h"

namespace muster {

class Surroundings {
 public:
  explicit Surroundings(const Outline& outline);

  // Exchanges whose answer the node belongs to, in order; empty for prose outside of answers.
  const std::vector<int>& exchanges(int node) const { return exchanges_[static_cast<size_t>(node)]; }

  // Whether figures are read here: prose, answers and tables in the authority's or the author's own voice.
  bool is_read(int node) const;

  // The line "Permanent:" that holds for the node's lines until another takes its place; empty where there is none.
  Context label_above(int node) const { return {ContextKind::label_above, std::string(outline_.slice(labels_[static_cast<size_t>(node)])), labels_[static_cast<size_t>(node)], 0}; }

  // Statements that hold wherever they stand in the document: how its years run ("Workforce years run from 1 October to 30
  // September") what its signs stand for ("u = withheld"), and what lasts ("turnover is that of the twelve months to the day").
  const std::vector<Context>& statements_throughout() const { return statements_throughout_; }

  // Nearest first: previous_text, question, parent_question, preamble, heading, paper_title, document_title.
  std::vector<Context> around(int node) const;

 private:
  bool is_collected(int node) const;
  Span label_after(const Node& node, Span before) const;
  int before_title(const Node& node, int previous) const;
  void find_statements();
  static bool reaches_back(const Exchange& exchange);
  int parts_before(int exchange) const;
  void add_questions(int node, std::vector<Context>& out) const;
  void add_headings(int node, std::vector<Context>& out) const;
  void add_previous(int node, std::vector<Context>& out) const;

  const Outline& outline_;
  std::vector<std::vector<int>> exchanges_;  // by node
  std::vector<int> previous_leaf_;           // by node, -1 where there is none
  std::vector<Span> labels_;                 // by node
  std::vector<int> lead_in_;                 // list items: the paragraph that opens the list
  std::vector<Context> statements_throughout_;
};

// Paragraphs, list items and tables: nodes that carry text of their own and no other nodes.
bool is_leaf(const Node& node);

// Whether a line is nothing but a label over those that follow it: a few words or a time, and a colon.
bool is_label_line(std::string_view line);

// Whether a paragraph over a table is no sentence: "Newtown, children's social workers (FTE), 30 September."
bool is_caption(std::string_view text);

// Whether a paragraph is nothing but a label and its figure: "Social Care - 1398", "2019: 20". A run of them goes on with the
// words over the first.
bool is_figure_line(std::string_view text);

// An item of a list, marked up as one or begun by a printed bullet.
bool is_item(const Outline& outline, const Node& node);

}  // namespace muster
