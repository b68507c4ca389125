#include "extractors/office/read_doc.h"

#include <doctest/doctest.h>

#include "tests/drawn_tags.h"
#include "tests/hand_made_compound_file.h"

using namespace muster;
using testing::little_endian;

namespace {

// What the properties of one paragraph say, for paragraphs in order.
struct Mark {
  size_t end;           // of its text
  std::string changes;
};

void put(std::string& bytes, size_t at, uint64_t value, int size) { bytes.replace(at, static_cast<size_t>(size), little_endian(value, size)); }

// A document of one piece of one-byte text, without styles and lists.
std::string doc_of(const std::string& text, const std::vector<Mark>& marks = {}, uint16_t flags = 0) {
  constexpr size_t text_begin = 0x600, index = 154;
  std::string main(text_begin, '\0');
  put(main, 0, 0xA5EC, 2), put(main, 2, 0xC1, 2), put(main, 10, flags, 2), put(main, 0x4C, text.size(), 4);
  main += text;
  main.resize((main.size() + 511) / 512 * 512);
  const size_t page_number = main.size() / 512;
  std::string page(512, '\0');
  size_t free = 510;
  put(page, 0, text_begin, 4);
  for (size_t i = 0; i < marks.size(); ++i) {
    put(page, 4 * (i + 1), text_begin + marks[i].end, 4);
    const size_t words = (marks[i].changes.size() + 4) / 2;
    free -= 2 * words;
    page[free] = static_cast<char>(words);
    page.replace(free + 3, marks[i].changes.size(), marks[i].changes);
    page[4 * (marks.size() + 1) + 13 * i] = static_cast<char>(free / 2);
  }
  page[511] = static_cast<char>(marks.size());
  main += page;
  const std::string pieces = "\2" + little_endian(16, 4) + little_endian(0, 4) + little_endian(text.size(), 4) + little_endian(0, 2) + little_endian(text_begin * 2 | 0x40000000, 4) + little_endian(0, 2);
  const std::string pages = little_endian(text_begin, 4) + little_endian(text_begin + text.size(), 4) + little_endian(page_number, 4);
  put(main, index + 8 * 33, 0, 4), put(main, index + 8 * 33 + 4, pieces.size(), 4);
  put(main, index + 8 * 13, pieces.size(), 4), put(main, index + 8 * 13 + 4, pages.size(), 4);
  return testing::compound_of({{"WordDocument", main}, {"0Table", pieces + pages}});
}

std::string drawn(const std::string& doc) {
  Diagnostics diagnostics;
  const Document document = read_doc({.bytes = doc}, {}, diagnostics);
  return document.failure.empty() ? testing::drawn(document.tags) : document.failure;
}

const std::string in_table("\x16\x24\x01", 3), row_end("\x17\x24\x01", 3);

}  // namespace

TEST_CASE("read_doc: paragraphs and the characters with a meaning") {
  struct Case { const char* name; std::string text, tags; };
  const Case cases[] = {
      {"paragraphs", "Dear Sir\rAgency: 4\x0B" "5\r", "body(p(Dear Sir) p(Agency: 4 br 5))"},
      {"windows-1252", "\xA3" "5m \x96 a\r", "body(p(\u00A3" "5m \u2013 a))"},
      {"a field shows its result", "see \x13 HYPERLINK \"x\" \x14link\x15 here\r", "body(p(see link here))"},
      {"hyphens, pictures", "co\x1E" "op \x01x\r", "body(p(co-op x))"},
      {"page break", "a\x0C" "b\r", "body(p(a) p(b))"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(drawn(doc_of(c.text)) == c.tags, c.name);
}

TEST_CASE("read_doc: properties of paragraphs") {
  CHECK(drawn(doc_of("Title\rText\r", {{6, std::string("\x40\x26\x00", 3)}, {11, ""}})) == "body(h1(Title) p(Text))");
  CHECK(drawn(doc_of("A\x07" "B\x07\x07" "C\x07\x07\x07" "x\r", {{2, in_table}, {4, in_table}, {5, in_table + row_end}, {7, in_table}, {8, in_table}, {9, in_table + row_end}, {11, ""}})) ==
        "body(table(tr(td(p(A)) td(p(B))) tr(td(p(C)) td)) p(x))");
}

TEST_CASE("read_doc: what cannot be read says why, cut files end") {
  CHECK(drawn(doc_of("a\r", {}, 0x0100)).find("password") != std::string::npos);
  CHECK(drawn(testing::compound_of({{"WordDocument", std::string(600, '\0')}})).find("older than Word 97") != std::string::npos);
  const std::string sound = doc_of("Dear Sir\rAgency: 4\r", {{9, ""}, {19, ""}});
  for (size_t size = 0; size < sound.size(); size += 61) drawn(sound.substr(0, size));
}
