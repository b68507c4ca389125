// The only place of libxlsxwriter.
#include "dataset/write_workbook.h"

#include <xlsxwriter.h>

#include <charconv>
#include <filesystem>
#include <memory>
#include <set>
#include <stdexcept>

#include "dataset/schema.h"
#include "dataset/stored_rows.h"
#include "dataset/write_file.h"
#include "dataset/workbook/cell_text.h"

namespace muster {
namespace {

constexpr lxw_row_t most_rows = LXW_ROW_MAX - 1;   // of a sheet, without the header
constexpr long long most_links = LXW_MAX_NUMBER_URLS;
constexpr long long rows_of_a_large_file = 500'000;  // from about here a sheet may pass the 4 GB of an ordinary zip
constexpr double narrow_width = 12, wide_width = 48;  // of columns, in characters
constexpr time_t made_at = 946'684'800;  // 2000-01-01: a file says when it was made, and the same dataset gives the same bytes

// The tables that people read, in the order of their sheets; what lies behind them (texts, cells) stays in workforce.sqlite.
constexpr const char* sheet_tables[] = {"observations", "documents", "answers", "actions", "findings", "diagnostics", "occurrences", "corrections"};

const std::set<std::string>& wide_columns() {
  static const std::set<std::string> names = {"source", "title", "role", "raw", "quote", "evidence", "question", "answer", "recommendation", "action",
                                              "message", "explanation", "publisher_evidence", "reason", "meaning", "definition", "synonyms"};
  return names;
}

void check(lxw_error error, const std::string& path) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(path + ": cannot be written: " + lxw_strerror(error));
}

struct Book {
  lxw_workbook* workbook;
  lxw_format *header, *link;
  WorkbookLosses losses;
};

struct Sheet {
  lxw_worksheet* worksheet;
  lxw_row_t next_row = 1;
  long long links = 0;
};

Sheet new_sheet(Book& book, const std::string& name, const std::vector<std::string>& columns) {
  Sheet sheet{workbook_add_worksheet(book.workbook, name.c_str())};
  for (size_t i = 0; i < columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet.worksheet, column, column, wide_columns().contains(columns[i]) ? wide_width : narrow_width, nullptr);
    worksheet_write_string(sheet.worksheet, 0, column, columns[i].c_str(), book.header);
  }
  worksheet_freeze_panes(sheet.worksheet, 1, 0);
  return sheet;
}

// The filter reaches over the rows that are there.
void finish_sheet(const Sheet& sheet, size_t columns) {
  worksheet_autofilter(sheet.worksheet, 0, 0, std::max<lxw_row_t>(sheet.next_row, 2) - 1, static_cast<lxw_col_t>(columns - 1));
}

void put_text(Book& book, const Sheet& sheet, size_t column, const std::string& text) {
  if (text.empty()) return;
  const CellText cell = cell_text(text);
  book.losses.cut_texts += cell.cut;
  worksheet_write_string(sheet.worksheet, sheet.next_row, static_cast<lxw_col_t>(column), cell.text.c_str(), nullptr);
}

void put_number(const Sheet& sheet, size_t column, const std::string& text, lxw_format* format = nullptr) {
  double number = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc())
    worksheet_write_number(sheet.worksheet, sheet.next_row, static_cast<lxw_col_t>(column), number, format);
}

// Where a document's pages can be opened.
struct Original {
  std::string address;
  bool has_pages = false;  // a reader of the format understands #page=N
};

std::map<std::string, Original> originals_by_document(const Database& dataset, const WorkbookTarget& target) {
  std::map<std::string, Original> out;
  if (target.originals.empty()) return out;
  for_each_result(dataset, "SELECT document_id, content_sha256, media_type FROM documents", [&](const StoredRow& row) {
    const auto found = target.originals.find(row[1]);
    if (found == target.originals.end()) return;
    out.emplace(row[0], Original{found->second, row[2] == "application/pdf"});
  });
  return out;
}

// A link over a cell, which keeps its own type: the page stays a number.
void put_link(Book& book, Sheet& sheet, size_t column, const std::string& address) {
  if (++sheet.links > most_links) ++book.losses.links_left_out;
  else worksheet_write_url(sheet.worksheet, sheet.next_row, static_cast<lxw_col_t>(column), address.c_str(), book.link);
}

// Which cell of a row carries the link to its original: a figure's page, a document's source.
void link_row(Book& book, Sheet& sheet, const TableSchema& table, const StoredRow& row, const std::map<std::string, Original>& originals) {
  const ColumnSchema* document = table.column("document_id");
  if (!document || originals.empty()) return;
  const auto original = originals.find(row[static_cast<size_t>(document - table.columns.data())]);
  if (original == originals.end()) return;
  const ColumnSchema* place = table.column(table.name == "documents" ? "source" : "page");
  if (!place) return;
  const auto column = static_cast<size_t>(place - table.columns.data());
  if (row[column].empty()) return;
  const bool to_page = place->name == "page" && original->second.has_pages;
  put_link(book, sheet, column, original->second.address + (to_page ? "#page=" + row[column] : ""));
  if (place->type == "INTEGER") put_number(sheet, column, row[column], book.link);
  else worksheet_write_string(sheet.worksheet, sheet.next_row, static_cast<lxw_col_t>(column), cell_text(row[column]).text.c_str(), book.link);
}

void put_row(Book& book, Sheet& sheet, const TableSchema& table, const StoredRow& row) {
  for (size_t i = 0; i < row.size(); ++i) {
    if (table.columns[i].type == "TEXT") put_text(book, sheet, i, row[i]);
    else put_number(sheet, i, row[i]);
  }
}

std::vector<std::string> column_names(const TableSchema& table) {
  std::vector<std::string> names;
  for (const ColumnSchema& column : table.columns) names.push_back(column.name);
  return names;
}

void put_table(Book& book, const Database& dataset, const TableSchema& table, const std::map<std::string, Original>& originals) {
  const std::vector<std::string> columns = column_names(table);
  int part = 1;
  Sheet sheet = new_sheet(book, table.name, columns);
  for_each_row(dataset, table, [&](const StoredRow& row) {
    if (sheet.next_row > most_rows) {
      finish_sheet(sheet, columns.size());
      sheet = new_sheet(book, table.name + ' ' + std::to_string(++part), columns);
    }
    put_row(book, sheet, table, row);
    link_row(book, sheet, table, row, originals);
    ++sheet.next_row;
  });
  finish_sheet(sheet, columns.size());
}

void put_rows(Book& book, const std::string& name, const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows) {
  Sheet sheet = new_sheet(book, name, columns);
  for (const std::vector<std::string>& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) put_text(book, sheet, i, row[i]);
    ++sheet.next_row;
  }
  finish_sheet(sheet, columns.size());
}

// What each sheet and column holds.
std::vector<std::vector<std::string>> column_meanings() {
  std::vector<std::vector<std::string>> rows;
  for (const char* name : sheet_tables) {
    rows.push_back({name, "", table_schema(name).meaning});
    for (const ColumnSchema& column : table_schema(name).columns) rows.push_back({name, column.name, column.meaning});
  }
  return rows;
}

std::vector<std::string> codebook_names() {
  std::vector<std::string> names;
  for (const CodebookColumn& column : codebook_columns()) names.push_back(column.name);
  return names;
}

std::vector<std::vector<std::string>> codebook_rows(const std::vector<CodebookRow>& codebook) {
  std::vector<std::vector<std::string>> rows;
  for (const CodebookRow& row : codebook) rows.push_back(codebook_cells(row));
  return rows;
}

bool is_large(const Database& dataset) {
  for (const char* name : sheet_tables) {
    Statement count(dataset, "SELECT count(*) FROM \"" + std::string(name) + '"');
    count.step();
    if (count.integer(0) > rows_of_a_large_file) return true;
  }
  return false;
}

Book new_book(const std::string& path, const std::string& scratch_directory, bool large) {
  std::string scratch = scratch_directory;  // beside the file: /tmp may be memory
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = scratch.data(), .use_zip64 = static_cast<uint8_t>(large)};
  Book book{.workbook = workbook_new_opt(path.c_str(), &options)};
  if (!book.workbook) throw std::runtime_error(path + ": cannot be written: no memory");
  std::string title = "Social-care workforce figures", author = "muster";
  lxw_doc_properties properties = {.title = title.data(), .author = author.data(), .created = made_at};
  workbook_set_properties(book.workbook, &properties);
  book.header = workbook_add_format(book.workbook);
  format_set_bold(book.header);
  format_set_bg_color(book.header, 0xE7EEF5);
  book.link = workbook_get_default_url_format(book.workbook);
  return book;
}

}  // namespace

std::string workbook_library() { return std::string("libxlsxwriter ") + lxw_version(); }

WorkbookLosses write_workbook(const Database& dataset, const std::vector<CodebookRow>& codebook, const WorkbookTarget& target) {
  const std::filesystem::path directory = std::filesystem::absolute(target.path).parent_path();
  std::filesystem::create_directories(directory);
  const std::string temporary = fresh_temporary(target.path);
  const std::map<std::string, Original> originals = originals_by_document(dataset, target);
  Book book = new_book(temporary, directory.string(), is_large(dataset));
  for (const char* name : sheet_tables) put_table(book, dataset, table_schema(name), originals);
  put_rows(book, "codebook", codebook_names(), codebook_rows(codebook));
  put_rows(book, "columns", {"sheet", "column", "meaning"}, column_meanings());
  check(workbook_close(book.workbook), target.path);
  put_in_place(temporary, target.path);
  return book.losses;
}

}  // namespace muster
