// Our own source files as the policy tests see them: comments and literals blanked out, functions measured.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace muster::policy {

struct SourceFile {
  std::string path;  // relative to the root: "extractors/read/read.h"
  std::string text;

  std::string room() const { return path.substr(0, path.find('/')); }
  bool is_header() const { return path.ends_with(".h"); }
};

inline std::vector<SourceFile> source_files(const std::vector<std::string>& rooms) {
  namespace fs = std::filesystem;
  const fs::path root = MUSTER_SOURCE_DIR;
  std::vector<SourceFile> files;
  for (const std::string& room : rooms)
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
      const std::string extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::ostringstream text;
      text << in.rdbuf();
      files.push_back({entry.path().lexically_relative(root).string(), text.str()});
    }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

// Where a comment or literal that starts at `at` ends; `at` itself when none starts there.
inline size_t end_of_literal(const std::string& text, size_t at) {
  const auto after = [&](const std::string& mark, size_t from) {
    const size_t found = text.find(mark, from);
    return found == std::string::npos ? text.size() : found + mark.size();
  };
  if (text.compare(at, 2, "//") == 0) return after("\n", at) - 1;
  if (text.compare(at, 2, "/*") == 0) return after("*/", at + 2);
  if (text.compare(at, 2, "R\"") == 0) return after(")" + text.substr(at + 2, text.find('(', at) - at - 2) + "\"", at + 2);
  const char quote = text[at];
  if (quote != '"' && quote != '\'') return at;
  if (quote == '\'' && at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1]))) return at;  // 10'000
  for (size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') ++i;
    else if (text[i] == quote) return i + 1;
  }
  return text.size();
}

// Comments and literals as blanks, line by line in place.
inline std::string code_only(const std::string& text) {
  std::string out = text;
  for (size_t at = 0; at < text.size();) {
    const size_t end = end_of_literal(text, at);
    for (size_t i = at; i < end; ++i)
      if (out[i] != '\n') out[i] = ' ';
    at = std::max(end, at + 1);
  }
  return out;
}

struct Function {
  std::string head;
  int line = 0, lines = 0;
};

// Whether what stands before a '{' opens a function's body rather than a type, a namespace or a list of values.
inline bool opens_function(const std::string& head) {
  static const std::regex other(R"(^\s*(template\s*<[^{]*>\s*)?(inline\s+)?(namespace|class|struct|enum|union|extern)\b)");
  static const std::regex equals_sign(R"(operator\s*(<=>|[=!<>]=|=)|\([^()]*\))");  // of an operator's name, or of a default argument
  const std::string bare = std::regex_replace(head, equals_sign, "");
  return head.find('(') != std::string::npos && bare.find('=') == std::string::npos && !std::regex_search(head, other);
}

// Every function, lambdas within it counted with it.
inline std::vector<Function> functions(const SourceFile& file) {
  const std::string code = code_only(file.text);
  std::vector<Function> out;
  std::string head;
  int line = 1, depth_in_function = 0;
  for (size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '\n') ++line;
    if (depth_in_function > 0) {
      depth_in_function += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth_in_function == 0) out.back().lines = line - out.back().line + 1;
    } else if (c == '{' && opens_function(head)) {
      const auto head_lines = static_cast<int>(std::ranges::count(head.substr(head.find_first_not_of(" \n")), '\n'));
      out.push_back({head, line - head_lines, 0});
      depth_in_function = 1;
    }
    if (c == ';' || c == '{' || c == '}') head.clear();
    else if (c == '\n' && head.find('#') != std::string::npos) head.clear();
    else head += c;
  }
  return out;
}

}  // namespace muster::policy
