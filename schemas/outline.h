// The document's structure: one flat vector of nodes in reading order with parent indices, over one canonical text.
// Every later place (quote offsets, FTS, the review desk) points into Outline::text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schemas/source.h"
#include "schemas/table.h"

namespace muster {

enum class NodeKind {
  document,   // node 0, the root
  paper,      // one paper of an agenda pack, or one request-and-reply of a page that holds several
  section,    // what stands under a heading; `span` is the heading's own text
  question,   // a question of the request; `span` is its wording where the request states it (or its echo in the reply)
  answer,     // what the reply says to one or more questions; its children are paragraphs, list items and tables
  action,     // a row of an action plan
  paragraph,
  list_item,
  table,
  furniture,  // running headers and footers, navigation, cookie banners; never read for figures
};

// Who speaks. Figures are only ever read where the authority speaks.
enum class Voice {
  unknown,      // no letter: papers, news, web pages (read as the author's own words)
  requester,    // quoted request, empty answer template of the request
  authority,    // the reply
  boilerplate,  // salutation, re-use licence, complaint paragraphs, legal notices that state no ground for this request
};

struct Node {
  NodeKind kind = NodeKind::paragraph;
  int parent = -1;
  Voice voice = Voice::unknown;
  int level = 0;       // section: heading level; list_item: nesting
  std::string label;   // question: canonical number ("1a", "2", "a"); else the number or bullet as printed
  Span span;           // own text in Outline::text; for a section its heading, for a table all its cells
  Locator place;
  int table = -1;      // index in Outline::tables
  bool bold = false;

  template <class Visitor>
  void fields(Visitor& v) { v(kind, parent, voice, level, label, span, place, table, bold); }
};

// A question with what was answered: one row of answers.csv before law and status are told.
struct Exchange {
  int paper = 0;          // node of the paper it belongs to (0: the document)
  int request = 1;        // counts up where one page holds several requests
  int position = 1;       // 1, 2, 3 in reading order
  std::string number;     // canonical label, empty where the question has none
  std::string question;   // wording: from the request, or the echo; empty where the letter omits it
  std::string preamble;   // the words before the first question that hold for all ("On 1st April 2020, how many …")
  std::string parent_question;  // wording of the numbered question this is a part of ("1" over "1a")
  std::string answer;     // text of the answer without the echo, cells by tab and newline; empty when unanswered
  int question_node = -1;
  std::vector<int> answer_nodes;  // may be shared with other exchanges (one answer to several questions)
  Span answer_span;       // hull of the answer's text in Outline::text
  bool explained_elsewhere = false;  // a later paragraph of the reply (refusal notice) belongs to it: see notes
  std::vector<int> note_nodes;    // paragraphs that qualify the answer from a distance ("for the questions above …")
  bool inside_table = false;

  template <class Visitor>
  void fields(Visitor& v) {
    v(paper, request, position, number, question, preamble, parent_question, answer, question_node, answer_nodes,
      answer_span, explained_elsewhere, note_nodes, inside_table);
  }
};

// A recommendation or planned action of a committee paper: one row of actions.csv.
struct Action {
  std::string item, recommendation, action, responsibility, timescale, status;
  Locator place;
  int table = -1;  // index in Outline::tables
  int row = -1;
  bool damaged = false;  // its cells overlap or are cut in the source: flagged, never mended by guess

  template <class Visitor>
  void fields(Visitor& v) {
    v(item, recommendation, action, responsibility, timescale, status, place, table, row, damaged);
  }
};

// Something the document says about itself, with its evidence. name: reference, letter_date, request_date, publication_date,
// meeting_date, title, email, url, address, letterhead, signature, site_name, committee, document_type.
struct Fact {
  std::string name;
  std::string value;   // as printed, trimmed; dates are resolved by normalizers
  Span span;           // empty when it comes from metadata
  Locator place;
  int paper = 0;       // node

  template <class Visitor>
  void fields(Visitor& v) { v(name, value, span, place, paper); }
};

struct Outline {
  std::string text;  // canonical text of the document, UTF-8, NFC: blocks parted by a blank line, cells by tab, rows by newline
  std::vector<Node> nodes;
  std::vector<Table> tables;
  std::vector<Exchange> exchanges;
  std::vector<Action> actions;
  std::vector<Fact> facts;
  std::string document_type;  // foi_response, committee_report, agenda_pack, minutes, action_plan, written_answer, statistics, news, request, other
  std::string language;       // "en", "cy", "en+cy"

  std::string_view slice(Span s) const {
    return s.empty() ? std::string_view() : std::string_view(text).substr(s.begin, s.size());
  }

  template <class Visitor>
  void fields(Visitor& v) { v(text, nodes, tables, exchanges, actions, facts, document_type, language); }
};

}  // namespace muster
