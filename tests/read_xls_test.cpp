#include "extractors/office/read_xls.h"

#include <doctest/doctest.h>

#include <bit>

#include "tests/drawn_tags.h"
#include "tests/hand_made_compound_file.h"

using namespace muster;
using testing::little_endian;

namespace {

std::string record(uint16_t type, const std::string& bytes) { return little_endian(type, 2) + little_endian(bytes.size(), 2) + bytes; }
std::string place(int row, int col, int style = 0) { return little_endian(static_cast<uint64_t>(row), 2) + little_endian(static_cast<uint64_t>(col), 2) + little_endian(static_cast<uint64_t>(style), 2); }
std::string number(int row, int col, double value, int style = 0) { return record(0x203, place(row, col, style) + little_endian(std::bit_cast<uint64_t>(value), 8)); }
std::string shared(int row, int col, uint32_t index) { return record(0xFD, place(row, col) + little_endian(index, 4)); }
const std::string begin_97 = record(0x809, little_endian(0x600, 2) + std::string(14, '\0')), end = record(0x0A, "");

std::string short_string(const std::string& ascii) { return little_endian(ascii.size(), 1) + '\0' + ascii; }
std::string long_string(const std::string& ascii) { return little_endian(ascii.size(), 2) + '\0' + ascii; }

// One worksheet; styles: 0 General, 1 "0.0%", 2 bold.
std::string xls_of(const std::string& cells, const std::vector<std::string>& strings, bool hidden = false, const std::string& more = {}) {
  std::string table = little_endian(strings.size(), 4) + little_endian(strings.size(), 4);
  for (const std::string& s : strings) table += long_string(s);
  std::string globals = begin_97 + more + record(0x31, std::string(6, '\0') + little_endian(400, 2)) + record(0x31, std::string(6, '\0') + little_endian(700, 2)) +
                        record(0x41E, little_endian(164, 2) + long_string("0.0%")) + record(0xE0, little_endian(0, 4)) + record(0xE0, little_endian(0, 2) + little_endian(164, 2)) +
                        record(0xE0, little_endian(1, 4)) + record(0xFC, table);
  const std::string name = short_string("Staff");
  const size_t begin = globals.size() + 4 + 6 + name.size() + end.size();
  globals += record(0x85, little_endian(begin, 4) + (hidden ? '\1' : '\0') + '\0' + name) + end;
  return testing::compound_of({{"Workbook", globals + begin_97 + cells + end}});
}

std::string drawn(const std::string& xls) {
  Diagnostics diagnostics;
  const Document document = read_xls({.bytes = xls}, {}, diagnostics);
  return document.failure.empty() ? testing::drawn(document.tags) : document.failure;
}

}  // namespace

TEST_CASE("read_xls: cells of every kind as shown") {
  const std::string head = shared(0, 0, 0) + shared(0, 1, 1);
  const std::string h = "body(h2 class=sheet-name(Staff) table(tr(td(Team) td(Rate)) tr(td(North) td(";
  struct Case { const char* name; std::string cells, tags; };
  const Case cases[] = {
      {"a number in its format", head + shared(1, 0, 2) + number(1, 1, 0.125, 1), h + "12.5%))))"},
      {"packed numbers", head + record(0xBD, little_endian(1, 2) + little_endian(0, 2) + little_endian(0, 2) + little_endian(7 << 2 | 2, 4) + little_endian(0, 2) + little_endian(1250 << 2 | 3, 4) + little_endian(1, 2)),
       "body(h2 class=sheet-name(Staff) table(tr(td(Team) td(Rate)) tr(td(7) td(12.5))))"},
      {"a formula with a number", head + shared(1, 0, 2) + record(0x06, place(1, 1) + little_endian(std::bit_cast<uint64_t>(5.5), 8) + std::string(8, '\0')), h + "5.5))))"},
      {"a formula with a text", head + shared(1, 0, 2) + record(0x06, place(1, 1) + std::string(6, '\0') + "\xFF\xFF" + std::string(8, '\0')) + record(0x207, long_string("n/a")), h + "n/a))))"},
      {"truth and error", head + record(0x205, place(1, 0) + "\1" + '\0') + record(0x205, place(1, 1) + "\x2A\1"), "body(h2 class=sheet-name(Staff) table(tr(td(Team) td(Rate)) tr(td(TRUE) td(#N/A))))"},
      {"merge and bold", head + record(0x203, place(1, 0, 2) + little_endian(std::bit_cast<uint64_t>(3.0), 8)) + number(2, 0, 4) + number(2, 1, 5) + record(0xE5, little_endian(1, 2) + little_endian(1, 2) + little_endian(1, 2) + little_endian(0, 2) + little_endian(1, 2)),
       "body(h2 class=sheet-name(Staff) table(tr(td(Team) td(Rate)) tr(td colspan=2(b(3))) tr(td(4) td(5))))"},
      {"hidden row and column", head + record(0x7D, little_endian(1, 2) + little_endian(1, 2) + std::string(4, '\0') + little_endian(1, 2)) + record(0x208, little_endian(1, 2) + std::string(10, '\0') + little_endian(0x20, 4)) + shared(1, 0, 2) + number(1, 1, 4),
       "body(h2 class=sheet-name(Staff) table(tr(td(Team) [td([Rate])]) [tr([td([North])] [td([4])])]))"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(drawn(xls_of(c.cells, {"Team", "Rate", "North"})) == c.tags, c.name);
  CHECK(drawn(xls_of(head, {"Team", "Rate"}, true)).starts_with("body([h2"));
  CHECK(drawn(xls_of(head, {"Team", "Rate"}, false, record(0x2F, "")))  .find("password") != std::string::npos);
}

TEST_CASE("read_xls: a string that goes on in the next record") {
  const std::string table = little_endian(2, 4) + little_endian(2, 4) + long_string("Team") + little_endian(6, 2) + '\0' + "Chil";
  std::string stream = begin_97 + record(0xFC, table) + record(0x3C, std::string("\1d\0r\0", 5));
  const size_t begin = stream.size() + 4 + 6 + short_string("Staff").size() + end.size();
  stream += record(0x85, little_endian(begin, 4) + std::string(2, '\0') + short_string("Staff")) + end + begin_97 + shared(0, 0, 0) + shared(0, 1, 1) + shared(1, 0, 1) + shared(1, 1, 0) + end;
  CHECK(drawn(testing::compound_of({{"Workbook", stream}})) == "body(h2 class=sheet-name(Staff) table(tr(td(Team) td(Childr)) tr(td(Childr) td(Team))))");
}

TEST_CASE("read_xls: cut files end") {
  const std::string sound = xls_of(shared(0, 0, 0) + number(1, 0, 2), {"Team"});
  for (size_t size = 0; size < sound.size(); size += 53) drawn(sound.substr(0, size));
}
