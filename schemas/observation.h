// What the normalizers make of an Outline: candidates (raw strings with their context) and observations (resolved).
// Codes are those of docs/dataset.md; a field that the document does not settle is empty, never guessed.
#pragma once

#include <string>
#include <vector>

#include "schemas/source.h"

namespace muster {

enum class Basis { table, answer, narrative, derived };

// One piece of the surroundings that may say what a figure means, nearest first within its kind.
enum class ContextKind {
  column_header,   // of the cell, innermost level first
  row_header,      // stub cells of the row, left to right
  section_row,     // section row of the table above the cell
  table_title,
  table_note,
  own_text,        // the cell's or sentence's other words
  sentence,        // the sentence that holds the figure
  previous_text,   // the paragraph before, or the lead-in of a list
  question,        // wording of the question being answered
  parent_question,
  preamble,        // of the request
  heading,         // sections around it, innermost first
  paper_title,
  document_title,
  stub_header,     // over the row headers: "Locality", "Year to 30 September"
  label_above,     // a line of its own over the lines that it holds for: "Permanent:", "2019/20:"
  statement,       // a sentence near a table that says how it counts, or what its signs stand for
};

struct Context {
  ContextKind kind = ContextKind::sentence;
  std::string text;
  Span span;          // empty when it has no place in Outline::text
  int distance = 0;   // 0 nearest, within the same kind

  template <class Visitor>
  void fields(Visitor& v) { v(kind, text, span, distance); }
};

// A place where a figure, or its stated absence, stands; not yet understood.
struct Candidate {
  Basis basis = Basis::table;
  std::string raw;           // the words of the figure: "2.0", "(27.8)", "Fewer than 5", "Information not held"
  Span span;                 // of raw in Outline::text
  Span quote;                // cell, sentence or line that carries it
  Locator place;
  std::vector<Context> context;
  int node = -1;             // in Outline::nodes
  int table = -1, row = -1, col = -1;
  int exchange = -1;         // index in Outline::exchanges
  bool columns_uncertain = false;

  template <class Visitor>
  void fields(Visitor& v) {
    v(basis, raw, span, quote, place, context, node, table, row, col, exchange, columns_uncertain);
  }
};

// Decimal as printed, without separators and signs ("1500000", "27.80"); empty: none. Kept as text so that no digit is lost.
using Decimal = std::string;

struct Quantity {
  Decimal value, value_upper;
  std::string qualifier;  // exact approximate at_least at_most less_than more_than range
  std::string status;     // reported not_held not_available not_yet_available not_applicable suppressed refused published_elsewhere in_attachment nil unexplained low unreliable planned unanswered

  template <class Visitor>
  void fields(Visitor& v) { v(value, value_upper, qualifier, status); }
};

struct Period {
  std::string iso;   // "2019-04-30" "2015-03" "2017" "2016-04-01/2017-03-31" "2018-08/.."; empty when unstated
  std::string kind;  // instant, duration or empty
  std::string time_period, time_identifier;  // EES: "201617" "Financial year"

  template <class Visitor>
  void fields(Visitor& v) { v(iso, kind, time_period, time_identifier); }
};

struct LegalGround {
  std::string regime;     // FOIA FOISA EIR EISR JERSEY
  std::string reference;  // "s.40(2)" "reg.12(4)(b)" "art.25"
  std::string role;       // exemption cost vexatious not_held_notice refusal_notice advice mention_only

  template <class Visitor>
  void fields(Visitor& v) { v(regime, reference, role); }
};

// One row of observations.csv; field names as there.
struct Observation {
  std::string observation_id;
  std::string publisher_code, area_code, area_name;
  std::string service, team, role_code, role, grade, worker_category;
  std::string measure, unit, breakdown;
  std::string asked_period;
  Period period;
  Quantity quantity;
  LegalGround legal;
  std::string definition;
  std::string comparability;  // definition_differs, series_break; empty: none known
  Basis basis = Basis::table;
  double confidence = 0;
  std::string review = "auto";
  std::string value_extracted;  // what the program had read, where a person corrected it
  std::string repeats;
  Locator place;
  std::string table_id;
  int row = -1, col = -1;
  std::string question_number;
  std::string raw;
  std::string quote;
  Span quote_span;        // in Outline::text
  std::string evidence;   // how each dimension was told, in words (muster explain)

  template <class Visitor>
  void fields(Visitor& v) {
    v(observation_id, publisher_code, area_code, area_name, service, team, role_code, role, grade, worker_category, measure,
      unit, breakdown, asked_period, period, quantity, legal, definition, comparability, basis, confidence, review, value_extracted, repeats, place, table_id,
      row, col, question_number, raw, quote, quote_span, evidence);
  }
};

// One row of answers.csv.
struct Answer {
  std::string answer_id, publisher_code;
  int request = 1, position = 1;
  std::string question_number, question, answer, status;
  LegalGround legal;
  Locator place;
  Span quote_span;
  std::string request_cluster, question_cluster;  // told from all documents together; no part of a worker's result

  template <class Visitor>
  void fields(Visitor& v) {
    v(answer_id, publisher_code, request, position, question_number, question, answer, status, legal, place, quote_span);
  }
};

// One row of findings.csv.
struct Finding {
  std::string finding_id, kind, severity, message, explanation;
  std::vector<std::string> observation_ids;
  std::string expected, found, table_id;
  int page = 0;

  template <class Visitor>
  void fields(Visitor& v) {
    v(finding_id, kind, severity, message, explanation, observation_ids, expected, found, table_id, page);
  }
};

// The row of documents.csv, as far as one document can tell.
struct DocumentRecord {
  std::string document_id, content_sha256, parent_id, part, source, media_type;
  long long bytes = 0;
  int pages = 0;
  std::string language, document_type, publisher_code, publisher_name, publisher_evidence;
  std::string reference, request_date, response_date, meeting_date, title, text_source, outcome, reason;
  std::string sender, sent;               // of a message (e-mail, message of a page): who wrote it, as shown, and its day; empty elsewhere
  std::string revision;                   // the words by which it says that it revises an earlier reply; empty otherwise
  std::string same_reply_as, supersedes;  // document ids, known only when all documents are together

  template <class Visitor>
  void fields(Visitor& v) {
    v(document_id, content_sha256, parent_id, part, source, media_type, bytes, pages, language, document_type, publisher_code,
      publisher_name, publisher_evidence, reference, request_date, response_date, meeting_date, title, text_source, outcome,
      reason, sender, sent, revision, same_reply_as, supersedes);
  }
};

}  // namespace muster
