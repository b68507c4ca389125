// Tiny PDFs written out by hand, for tests: objects without a cross-reference table, which every reader rebuilds.
#pragma once

#include <string>
#include <vector>

namespace muster::test {

// One page of 300 by 200 points with the fonts /F1 (Helvetica) and /F2 (Helvetica-Bold). `page_entries` go into the page's
// dictionary ("/Rotate 90"), `catalog_entries` into the catalogue; `objects` are further objects, numbered from 10.
struct HandMadePdf {
  std::string content;
  std::string page_entries = "/MediaBox [0 0 300 200]";
  std::string catalog_entries;
  std::string resources;             // entries beside /Font
  std::vector<std::string> objects;  // "<< /S /P >>" or a whole stream object's body

  std::string bytes() const {
    std::string out = "%PDF-1.7\n";
    const auto object = [&](int number, const std::string& body) {
      out += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
    };
    object(1, "<< /Type /Catalog /Pages 2 0 R " + catalog_entries + " >>");
    object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    object(3, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> " + resources +
                  " >> " + page_entries + " >>");
    object(4, "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream");
    object(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    object(6, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
    for (size_t i = 0; i < objects.size(); ++i) object(static_cast<int>(10 + i), objects[i]);
    return out + "trailer\n<< /Root 1 0 R >>\n%%EOF\n";
  }
};

inline std::string stream_object(const std::string& entries, const std::string& content) {
  return "<< " + entries + " /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

}  // namespace muster::test
