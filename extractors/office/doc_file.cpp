#include "extractors/office/doc_file.h"

#include <algorithm>

#include "extractors/read/decode_text.h"

namespace muster {
namespace {

constexpr uint16_t word_mark = 0xA5EC;
constexpr uint16_t word_97 = 0xC1;
constexpr size_t index_begin = 154;   // FibRgFcLcb97
constexpr size_t page_bytes = 512;
// A text of more characters is not a document that a person wrote.
constexpr size_t most_characters = 50'000'000;

uint8_t u8_at(std::string_view bytes, size_t at) { return at < bytes.size() ? static_cast<uint8_t>(bytes[at]) : 0; }

std::string_view part(std::string_view bytes, size_t at, size_t size) { return at >= bytes.size() ? std::string_view{} : bytes.substr(at, size); }

// Bytes of an operand, from the three bits that say its kind.
size_t operand_bytes(uint16_t code, std::string_view rest) {
  constexpr uint16_t table_definition = 0xD608, table_definition_10 = 0xD606, tabs = 0xC615;
  constexpr size_t sizes[] = {1, 1, 2, 4, 2, 2, 0, 3};
  const size_t kind = code >> 13;
  if (kind != 6) return sizes[kind];
  if (code == table_definition || code == table_definition_10) return size_t{u16_at(rest, 0)} + 1;
  if (code == tabs && u8_at(rest, 0) == 255) {
    const size_t deleted = u8_at(rest, 1), added = u8_at(rest, 2 + 4 * deleted);
    return 3 + 4 * deleted + 3 * added;
  }
  return size_t{u8_at(rest, 0)} + 1;
}

const DocProperties* found_at(const std::vector<DocProperties>& all, uint32_t place) {
  const auto after = std::ranges::upper_bound(all, place, {}, &DocProperties::begin);
  if (after == all.begin() || std::prev(after)->end <= place) return nullptr;
  return &*std::prev(after);
}

}  // namespace

std::vector<DocChange> changes_in(std::string_view changes) {
  std::vector<DocChange> out;
  while (changes.size() >= 3) {
    const uint16_t code = u16_at(changes, 0);
    changes.remove_prefix(2);
    const size_t size = std::min(operand_bytes(code, changes), changes.size());
    out.push_back({code, changes.substr(0, size)});
    changes.remove_prefix(size);
  }
  return out;
}

DocFile::DocFile(std::string_view bytes, size_t most_bytes) {
  const CompoundFile file(bytes);
  failure_ = file.failure();
  if (!failure_.empty()) return;
  main_ = file.read("WordDocument", most_bytes).value_or("");
  if (u16_at(main_, 0) != word_mark || u16_at(main_, 2) < word_97) {
    failure_ = "it is older than Word 97, or damaged: open it in a word processor and save it as DOCX";
    return;
  }
  constexpr uint16_t encrypted = 0x0100, second_table = 0x0200;
  const uint16_t flags = u16_at(main_, 10);
  if (flags & encrypted) {
    failure_ = "it is protected by a password: open it with the password and save it without one";
    return;
  }
  table_ = file.read(flags & second_table ? "1Table" : "0Table", most_bytes).value_or("");
  data_ = file.read("Data", most_bytes).value_or("");
  read_text();
  read_ranges();
  read_properties(doc_paragraphs_pair, true, paragraphs_);
  read_properties(doc_characters_pair, false, characters_);
  if (text_.empty()) failure_ = "its text cannot be found: it is damaged; open it in a word processor and save it as DOCX";
}

std::string_view DocFile::table(size_t pair) const {
  return part(table_, u32_at(main_, index_begin + 8 * pair), u32_at(main_, index_begin + 8 * pair + 4));
}

std::string_view DocFile::behind_table(size_t pair) const {
  return part(table_, size_t{u32_at(main_, index_begin + 8 * pair)} + u32_at(main_, index_begin + 8 * pair + 4), std::string_view::npos);
}

std::vector<uint32_t> DocFile::positions(size_t pair, size_t item_bytes) const {
  const std::string_view bytes = table(pair);
  std::vector<uint32_t> out;
  if (bytes.size() < 4) return out;
  const size_t count = (bytes.size() - 4) / (4 + item_bytes) + 1;
  for (size_t i = 0; i < count; ++i) out.push_back(u32_at(bytes, 4 * i));
  return out;
}

void DocFile::read_text() {
  constexpr char properties_mark = 1, pieces_mark = 2;
  std::string_view clx = table(doc_pieces_pair);
  while (!clx.empty() && clx[0] == properties_mark) clx = part(clx, 3 + size_t{u16_at(clx, 1)}, std::string_view::npos);
  if (clx.empty() || clx[0] != pieces_mark) return;
  const std::string_view pieces = part(clx, 5, u32_at(clx, 1));
  const size_t count = pieces.size() < 4 ? 0 : (pieces.size() - 4) / 12;
  for (size_t i = 0; i < count; ++i) {
    const uint32_t begin = u32_at(pieces, 4 * i), end = u32_at(pieces, 4 * i + 4);
    if (end > begin) read_piece(end - begin, u32_at(pieces, 4 * (count + 1) + 8 * i + 2));
  }
}

void DocFile::read_piece(uint32_t characters, uint32_t place) {
  constexpr uint32_t one_byte_flag = 0x40000000;
  const bool one_byte = place & one_byte_flag;
  const size_t begin = one_byte ? (place & ~one_byte_flag) / 2 : place, width = one_byte ? 1 : 2;
  for (size_t i = 0; i < characters && begin + (i + 1) * width <= main_.size() && text_.size() < most_characters; ++i) {
    const size_t at = begin + i * width;
    const uint16_t unit = one_byte ? u8_at(main_, at) : u16_at(main_, at);
    text_.push_back({one_byte && unit >= 0x80 && unit < 0xA0 ? static_cast<uint16_t>(windows_1252_code_point(static_cast<uint8_t>(unit))) : unit, static_cast<uint32_t>(at)});
  }
}

void DocFile::read_ranges() {
  DocRange unused;
  DocRange* ranges[] = {&body, &footnotes, &headers, &unused, &unused, &endnotes, &boxes};
  size_t at = 0;
  for (size_t i = 0; i < std::size(ranges); ++i) {
    const size_t size = u32_at(main_, 0x4C + 4 * i);
    *ranges[i] = {std::min(at, text_.size()), std::min(at + size, text_.size())};
    at += size;
  }
}

void DocFile::read_properties(size_t pair, bool paragraphs, std::vector<DocProperties>& out) {
  const std::string_view bytes = table(pair);
  const size_t count = bytes.size() < 4 ? 0 : (bytes.size() - 4) / 8;
  for (size_t i = 0; i < std::min(count, main_.size() / page_bytes); ++i) {
    const size_t page = u32_at(bytes, 4 * (count + 1) + 4 * i) & 0x3FFFFF;
    read_page(part(main_, page * page_bytes, page_bytes), paragraphs, out);
  }
  std::ranges::stable_sort(out, {}, &DocProperties::begin);
}

// A page of properties: places, then where within the page the properties of each run stand.
void DocFile::read_page(std::string_view page, bool paragraphs, std::vector<DocProperties>& out) {
  if (page.size() < page_bytes) return;
  const size_t runs = u8_at(page, page_bytes - 1), entry_bytes = paragraphs ? 13 : 1;
  for (size_t i = 0; i < runs; ++i) {
    DocProperties p{.begin = u32_at(page, 4 * i), .end = u32_at(page, 4 * i + 4)};
    size_t at = 2 * size_t{u8_at(page, 4 * (runs + 1) + entry_bytes * i)};
    if (at > 0 && paragraphs) {
      size_t size = 2 * size_t{u8_at(page, at++)};
      size = size > 0 ? size - 1 : 2 * size_t{u8_at(page, at++)};
      p.style = u16_at(page, at);
      if (size > 2) p.changes = whole_changes(part(page, at + 2, size - 2));
    } else if (at > 0) {
      p.changes = part(page, at + 1, u8_at(page, at));
    }
    if (p.end > p.begin) out.push_back(std::move(p));
  }
}

// Properties too long for a page, as of rows with many cells, stand in the data stream.
std::string DocFile::whole_changes(std::string_view changes) const {
  constexpr uint16_t elsewhere = 0x6646, elsewhere_97 = 0x6645;
  std::string out;
  for (const DocChange& change : changes_in(changes)) {
    if (change.code != elsewhere && change.code != elsewhere_97) continue;
    const size_t at = u32_at(change.operand, 0);
    out += part(data_, at + 2, u16_at(data_, at));
  }
  return out.empty() ? std::string(changes) : out;
}

const DocProperties* DocFile::paragraph_at(uint32_t place) const { return found_at(paragraphs_, place); }
const DocProperties* DocFile::character_at(uint32_t place) const { return found_at(characters_, place); }

}  // namespace muster
