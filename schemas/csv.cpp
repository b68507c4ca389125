#include "schemas/csv.h"
#include "schemas/read_file.h"

#include <stdexcept>

namespace muster {
namespace {

// State of one pass over the text: the row being built and where it began.
class CsvParser {
 public:
  CsvParser(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  CsvTable parse() {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
    while (at_ < text_.size()) {
      if (!skip_blank_or_comment()) read_row();
    }
    return std::move(table_);
  }

 private:
  bool skip_blank_or_comment() {
    const char c = text_[at_];
    if (c != '\n' && c != '\r' && c != '#') return false;
    at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
    ++line_;
    return true;
  }

  void read_row() {
    const int start = line_;
    std::vector<std::string> row;
    do row.push_back(read_cell());
    while (at_ < text_.size() && text_[at_++] == ',');
    ++line_;
    if (table_.header.empty()) {
      table_.header = std::move(row);
      return;
    }
    if (row.size() != table_.header.size())
      fail(start, "has " + std::to_string(row.size()) + " cells, the header has " + std::to_string(table_.header.size()));
    table_.rows.push_back(std::move(row));
    table_.lines.push_back(start);
  }

  // Leaves at_ on the comma or the line's last character ('\n') that ends the cell.
  std::string read_cell() {
    std::string cell;
    if (at_ < text_.size() && text_[at_] == '"') read_quoted(cell);
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n') {
      if (text_[at_] != '\r') cell += text_[at_];
      ++at_;
    }
    return cell;
  }

  void read_quoted(std::string& cell) {
    const int start = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
          ++at_;
          return;
        }
        ++at_;
      }
      if (text_[at_] == '\n') ++line_;
      cell += text_[at_];
    }
    fail(start, "opens a quote that is never closed");
  }

  [[noreturn]] void fail(int line, const std::string& what) const {
    throw std::runtime_error(name_ + ":" + std::to_string(line) + ": the row " + what);
  }

  std::string_view text_;
  std::string name_;
  size_t at_ = 0;
  int line_ = 1;
  CsvTable table_;
};

bool looks_like_number(std::string_view text) {
  return text.find_first_not_of("0123456789.,+-") == std::string_view::npos;
}

}  // namespace

int CsvTable::column(std::string_view name) const {
  for (size_t i = 0; i < header.size(); ++i)
    if (header[i] == name) return static_cast<int>(i);
  return -1;
}

const std::string& CsvTable::at(size_t row, std::string_view name) const {
  static const std::string none;
  const int c = column(name);
  return c < 0 ? none : rows[row][static_cast<size_t>(c)];
}

CsvTable parse_csv(std::string_view text, const std::string& name) { return CsvParser(text, name).parse(); }

CsvTable read_csv(const std::string& path) {
  return parse_csv(read_file(path), path);
}

std::string csv_cell(std::string_view text, bool guard_formulas) {
  std::string out(text);
  if (guard_formulas && !out.empty() && std::string_view("=+-@\t\r").find(out[0]) != std::string_view::npos &&
      !looks_like_number(out))
    out.insert(0, "'");
  if (out.find_first_of(",\"\n\r") == std::string::npos) return out;
  std::string quoted = "\"";
  for (char c : out) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? "," : "") + csv_cell(cells[i]);
  return line + '\n';
}

}  // namespace muster
