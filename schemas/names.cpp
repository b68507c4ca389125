#include "schemas/names.h"

#include <array>

namespace muster {
namespace {

// The name at the enumerator's place; names stand in the order of declaration.
template <class Enum, size_t N>
std::string_view name_at(const std::array<std::string_view, N>& names, Enum value) {
  const auto i = static_cast<size_t>(value);
  return i < N ? names[i] : std::string_view();
}

}  // namespace

std::string_view name_of(TableMethod method) {
  return name_at(std::array<std::string_view, 4>{"tagged", "ruled", "aligned", "flat"}, method);
}

std::string_view name_of(CellKind kind) {
  return name_at(std::array<std::string_view, 6>{"blank", "data", "column_header", "row_header", "section", "total"}, kind);
}

std::string_view name_of(Basis basis) {
  return name_at(std::array<std::string_view, 4>{"table", "answer", "narrative", "derived"}, basis);
}

std::string_view name_of(Severity severity) {
  return name_at(std::array<std::string_view, 3>{"info", "warning", "error"}, severity);
}

std::string_view name_of(TextSource source) {
  return name_at(std::array<std::string_view, 4>{"text", "tagged", "ocr", "mixed"}, source);
}

}  // namespace muster
