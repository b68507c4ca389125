#include "dataset/tables_json.h"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "schemas/names.h"

namespace muster {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) { return std::round(value * 100) / 100; }

Json box_json(const Box& b) { return {rounded(b.x0), rounded(b.y0), rounded(b.x1), rounded(b.y1)}; }

Json cell_json(const Cell& c) {
  Json json{{"row", c.row},         {"col", c.col},   {"rowspan", c.rowspan}, {"colspan", c.colspan}, {"page", c.place.page},
            {"bbox", box_json(c.place.box)}, {"text", text_with_marks(c)}, {"text_as_read", c.text_as_read}, {"kind", name_of(c.kind)}};
  if (!c.marks.empty()) json["marks"] = c.marks;
  return json;
}

Json notes_json(const Table& table) {
  Json notes = Json::array();
  for (const TableNote& note : table.notes) notes.push_back(note.mark.empty() ? note.text : note.mark + " " + note.text);
  return notes;
}

}  // namespace

std::string text_with_marks(const Cell& cell) {
  static const std::map<char, const char*> superscripts = {
      {'0', "\u2070"}, {'1', "\u00B9"}, {'2', "\u00B2"}, {'3', "\u00B3"}, {'4', "\u2074"}, {'5', "\u2075"}, {'6', "\u2076"},
      {'7', "\u2077"}, {'8', "\u2078"}, {'9', "\u2079"}, {'(', "\u207D"}, {')', "\u207E"}, {'a', "\u1D43"}, {'b', "\u1D47"},
      {'c', "\u1D9C"}, {'d', "\u1D48"}, {'e', "\u1D49"}, {'f', "\u1DA0"}, {'g', "\u1D4D"}, {'h', "\u02B0"}, {'i', "\u2071"},
      {'j', "\u02B2"}, {'k', "\u1D4F"}, {'l', "\u02E1"}, {'m', "\u1D50"}, {'n', "\u207F"}, {'r', "\u02B3"}, {'p', "\u1D56"}};
  std::string text = cell.text;
  for (const char c : cell.marks) {
    const auto found = superscripts.find(c);
    if (found != superscripts.end()) text += found->second;
    else text += c;
  }
  return text;
}

std::string table_json(const Table& table, std::string_view document_id) {
  Json json;
  if (!document_id.empty()) json["document_id"] = document_id;
  json["table_id"] = table.table_id;
  json["page"] = table.place.page;
  json["bbox"] = box_json(table.place.box);
  json["method"] = name_of(table.method);
  json["confidence"] = rounded(table.confidence);
  json["evidence"] = table.evidence;
  json["title"] = table.title;
  json["notes"] = notes_json(table);
  json["header_rows"] = table.header_rows;
  json["stub_cols"] = table.stub_cols;
  json["cells"] = Json::array();
  for (const Cell& c : table.cells) json["cells"].push_back(cell_json(c));
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string tables_json(const std::vector<Table>& tables) {
  std::string json = "{\"tables\":[";
  for (size_t i = 0; i < tables.size(); ++i) json += (i ? ",\n" : "\n") + table_json(tables[i], "");
  return json + "]}\n";
}

}  // namespace muster
