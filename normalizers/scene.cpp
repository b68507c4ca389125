#include "normalizers/scene.h"

#include <algorithm>

#include "normalizers/figure_label.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Nearest first. A title says less of one cell than its headers do, a note less than the title, a heading less than all.
int rank(ContextKind kind) {
  static const ContextKind order[] = {
      ContextKind::own_text,   ContextKind::sentence,      ContextKind::label_above,   ContextKind::column_header, ContextKind::row_header,
      ContextKind::section_row, ContextKind::stub_header,  ContextKind::table_title,   ContextKind::table_note,
      ContextKind::question,   ContextKind::previous_text, ContextKind::parent_question, ContextKind::preamble,
      ContextKind::heading,    ContextKind::paper_title,   ContextKind::document_title};
  return static_cast<int>(std::find(std::begin(order), std::end(order), kind) - std::begin(order));
}

// "39.2 (27.8)" under "Establishment (before the growth bid 2017)": the figure outside reads the header without its bracket,
// the figure inside reads the bracket.
std::string header_for_figure(const std::string& header, bool inside) {
  const size_t open = header.find('('), close = header.rfind(')');
  if (open == std::string::npos || close == std::string::npos || close < open) return header;
  const std::string bracket = header.substr(open + 1, close - open - 1);
  return inside ? header.substr(0, open) + " " + bracket : header.substr(0, open) + header.substr(close + 1);
}

bool has_bracketed_second(const TextReading& own) {
  if (std::any_of(own.mentions.begin(), own.mentions.end(), [](const Mention& m) { return m.scope == "bracket"; })) return true;
  return own.quantities.size() >= 2 && !own.quantities[0].bracketed && own.quantities[1].bracketed;
}

bool inside_bracket(const Scene& scene) {
  if (scene.quantity) return scene.quantity->bracketed;
  return scene.own->text.rfind('(', scene.figure ? scene.figure->begin : 0) != std::string::npos;
}

// "Vacancies, FTE (rate, %)" beside cells of that form: the row's label explains their brackets where no column header has any.
bool explained_by_row(const Scene& scene) {
  const auto bracketed = [&](ContextKind kind) {
    return std::any_of(scene.candidate->context.begin(), scene.candidate->context.end(), [&](const Context& c) { return c.kind == kind && c.text.find('(') != std::string::npos; });
  };
  return has_bracketed_second(*scene.own) && bracketed(ContextKind::row_header) && !bracketed(ContextKind::column_header);
}

void add_around(Scene& scene, ReadingCache& cache) {
  const bool brackets = scene.in_table() && cache.column_has_brackets(*scene.outline, scene.candidate->table, scene.candidate->col);
  const bool bracket_of_row = brackets && explained_by_row(scene);
  std::vector<const Context*> sorted;
  for (const Context& c : scene.candidate->context)
    if (c.kind != ContextKind::own_text && c.kind != ContextKind::sentence) sorted.push_back(&c);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Context* a, const Context* b) {
    return rank(a->kind) != rank(b->kind) ? rank(a->kind) < rank(b->kind) : a->distance < b->distance;
  });
  for (const Context* c : sorted) {
    const bool header = brackets && c->kind == (bracket_of_row ? ContextKind::row_header : ContextKind::column_header);
    const std::string text = header ? header_for_figure(c->text, inside_bracket(scene)) : c->text;
    const ReadingCache::Entry& entry = cache.of(text);
    (c->kind == ContextKind::statement ? scene.statements : scene.around).push_back({c->kind, c->distance, &entry.reading, entry.unknown});
  }
}

void add_column_words(Scene& scene, ReadingCache& cache) {
  std::string text;
  int levels = 0;
  for (const Around& a : scene.around)
    if (a.kind == ContextKind::column_header) text = levels++ ? a.words->text + " " + text : a.words->text;
  if (levels < 2) return;
  const ReadingCache::Entry& entry = cache.of(text);
  scene.column_words = Around{ContextKind::column_header, 0, &entry.reading, entry.unknown};
}

}  // namespace

const ReadingCache::Entry& ReadingCache::of(const std::string& text, TextKind kind) {
  auto& place = entries_[{kind, text}];
  if (!place) {
    place = std::make_unique<Entry>();
    place->reading = read_words(text, vocabulary_, kind);
    place->bound = bind(place->reading, vocabulary_);
    place->unknown = unknown_words(place->reading, vocabulary_);
  }
  return *place;
}

bool ReadingCache::column_has_brackets(const Outline& outline, int table, int col) {
  const auto [place, fresh] = brackets_.try_emplace({table, col}, false);
  if (!fresh) return place->second;
  const auto& cells = outline.tables[static_cast<size_t>(table)].cells;
  place->second = std::any_of(cells.begin(), cells.end(), [&](const Cell& c) {
    return c.col == col && c.kind == CellKind::data && c.text.find('(') != std::string::npos && has_bracketed_second(of(c.text, TextKind::cell).reading);
  });
  return place->second;
}

const TableFacts& ReadingCache::facts(const Outline& outline, int table) {
  const auto [place, fresh] = facts_.try_emplace(table);
  if (fresh) place->second = facts_of(outline.tables[static_cast<size_t>(table)], *this);
  return place->second;
}

Scene make_scene(const Candidate& candidate, const Outline& outline, const DocumentRecord& record, const Vocabulary& vocabulary,
                 ReadingCache& cache) {
  Scene scene{&candidate, &outline, &record, &vocabulary};
  const std::string own(candidate.context.empty() ? candidate.raw : candidate.context.front().text);
  const ReadingCache::Entry& entry = cache.of(own, candidate.table >= 0 ? TextKind::cell : TextKind::words);
  scene.own = &entry.reading;
  scene.own_unknown = entry.unknown;
  scene.all_bound = &entry.bound;
  const size_t at = candidate.span.begin - candidate.quote.begin;
  for (const Mention& m : scene.own->mentions) {
    if (m.begin != at || (m.kind != MentionKind::quantity && m.kind != MentionKind::absence)) continue;
    scene.figure = &m;
    if (m.kind == MentionKind::quantity) {
      scene.quantity = &scene.own->quantities[static_cast<size_t>(m.index)];
      scene.bound = &entry.bound[static_cast<size_t>(m.index)];
      scene.ordinal = m.index;
      break;
    }
  }
  scene.figures = static_cast<int>(scene.own->quantities.size());
  if (scene.figure && !scene.in_table()) scene.label = label_of_figure(*scene.own, *scene.figure);
  add_around(scene, cache);
  if (!scene.in_table()) return scene;
  add_column_words(scene, cache);
  scene.facts = &cache.facts(outline, candidate.table);
  return scene;
}

std::string_view name_of(ContextKind kind) {
  switch (kind) {
    case ContextKind::column_header: return "column header";
    case ContextKind::row_header: return "row header";
    case ContextKind::section_row: return "section row";
    case ContextKind::table_title: return "table title";
    case ContextKind::table_note: return "table note";
    case ContextKind::own_text: return "own words";
    case ContextKind::sentence: return "own sentence";
    case ContextKind::previous_text: return "words before";
    case ContextKind::question: return "question";
    case ContextKind::parent_question: return "parent question";
    case ContextKind::preamble: return "preamble";
    case ContextKind::heading: return "heading";
    case ContextKind::paper_title: return "title of the paper";
    case ContextKind::document_title: return "title of the document";
    case ContextKind::label_above: return "label above";
    case ContextKind::stub_header: return "header of the row labels";
    case ContextKind::statement: return "statement beside the table";
  }
  return "";
}

void add_evidence(Observation& observation, std::string_view dimension, std::string_view how) {
  std::string& out = observation.evidence;
  if (!out.empty()) out += "; ";
  out += dimension;
  out += ": ";
  out += how;
}

std::string words_of(const TextReading& reading, const Mention& mention) {
  return "'" + single_spaced(std::string_view(reading.text).substr(mention.begin, mention.end - mention.begin)) + "'";
}

bool belongs_to_table(ContextKind kind) {
  return kind == ContextKind::column_header || kind == ContextKind::row_header || kind == ContextKind::section_row ||
         kind == ContextKind::stub_header || kind == ContextKind::table_title || kind == ContextKind::table_note;
}

}  // namespace muster
