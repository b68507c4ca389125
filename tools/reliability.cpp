#include "tools/reliability.h"

#include <cstdio>
#include <map>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr double bins[] = {0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1};
constexpr size_t bin_count = std::size(bins) - 1;
constexpr double sure = 0.9;          // what users may take without looking
constexpr double half_a_digit = 1e-9;  // confidences are decimals of two digits

struct Line {
  size_t rows = 0, right = 0;
  double promised = 0;

  void add(const JudgedRow& row) {
    ++rows;
    right += row.right;
    promised += row.confidence;
  }
};

template <class... Parts>
std::string formatted(const char* format, Parts... parts) {
  char buffer[256];
  std::snprintf(buffer, sizeof buffer, format, parts...);
  return buffer;
}

double share(double part, size_t whole) { return whole == 0 ? 0 : part / static_cast<double>(whole); }

std::string text_of(const std::string& name, const Line& line) {
  return formatted("%-36s%8zu%10.3f%10.3f\n", name.c_str(), line.rows, share(line.promised, line.rows), share(static_cast<double>(line.right), line.rows));
}

size_t bin_of(double confidence) {
  size_t bin = 0;
  while (bin + 1 < bin_count && confidence + half_a_digit >= bins[bin + 1]) ++bin;
  return bin;
}

}  // namespace

std::vector<std::string> reasons_in(std::string_view evidence) {
  constexpr std::string_view start = "confidence: ";
  const size_t at = evidence.rfind(start);
  std::vector<std::string> out;
  if (at == std::string_view::npos) return out;
  for (std::string_view reason : split(evidence.substr(at + start.size()), ','))
    if (!trimmed(reason).empty()) out.emplace_back(trimmed(reason));
  return out;
}

std::string reliability_text(std::span<const JudgedRow> rows) {
  Line by_bin[bin_count], all, high;
  std::map<std::string, Line> by_reason;
  for (const JudgedRow& row : rows) {
    all.add(row);
    by_bin[bin_of(row.confidence)].add(row);
    if (row.confidence + half_a_digit >= sure) high.add(row);
    for (const std::string& reason : row.reasons) by_reason[reason].add(row);
  }
  std::string out = formatted("%-36s%8s%10s%10s\n", "confidence", "rows", "promised", "right");
  for (size_t i = 0; i < bin_count; ++i)
    if (by_bin[i].rows > 0) out += text_of(formatted("%.2f to %.2f", bins[i], bins[i + 1]), by_bin[i]);
  out += formatted("\n%-36s%8s%10s%10s\n", "reason", "rows", "promised", "right");
  for (const auto& [reason, line] : by_reason) out += text_of(reason, line);
  return out + formatted("\nat 0.9 and above: %zu of %zu rows, %.3f right; %.3f of all right rows are there\n", high.rows, all.rows,
                         share(static_cast<double>(high.right), high.rows), share(static_cast<double>(high.right), all.right));
}

}  // namespace muster
