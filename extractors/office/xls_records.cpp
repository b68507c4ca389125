#include "extractors/office/xls_records.h"

#include <algorithm>

#include "extractors/read/compound_file.h"

namespace muster {
namespace {

constexpr uint16_t continue_type = 0x3C;

bool record_at(std::string_view stream, size_t at, uint16_t& type, std::string_view& bytes) {
  if (at >= stream.size() || stream.size() - at < 4) return false;
  type = u16_at(stream, at);
  bytes = stream.substr(at + 4, u16_at(stream, at + 2));
  return true;
}

}  // namespace

bool XlsRecords::next(XlsRecord& record) {
  record.continued.clear();
  if (!record_at(stream_, at_, record.type, record.bytes)) return false;
  at_ += 4 + record.bytes.size();
  uint16_t type = 0;
  for (std::string_view more; record_at(stream_, at_, type, more) && type == continue_type; at_ += 4 + more.size()) record.continued.push_back(more);
  return true;
}

XlsCursor::XlsCursor(const XlsRecord& record) : parts_{record.bytes} {
  parts_.insert(parts_.end(), record.continued.begin(), record.continued.end());
  settle();
}

void XlsCursor::settle() {
  while (part_ < parts_.size() && at_ >= parts_[part_].size()) {
    at_ -= parts_[part_].size();
    ++part_;
  }
}

uint8_t XlsCursor::u8() {
  if (done()) return 0;
  const auto value = static_cast<uint8_t>(parts_[part_][at_++]);
  settle();
  return value;
}

uint16_t XlsCursor::u16() {
  const uint16_t low = u8();
  return static_cast<uint16_t>(low | u8() << 8);
}

uint32_t XlsCursor::u32() {
  const uint32_t low = u16();
  return low | static_cast<uint32_t>(u16()) << 16;
}

void XlsCursor::skip(size_t bytes) {
  if (done()) return;
  at_ += bytes;
  settle();
}

std::string XlsCursor::flagged_string(size_t length) {
  constexpr uint8_t wide_flag = 0x01, phonetic_flag = 0x04, rich_flag = 0x08;
  const uint8_t flags = u8();
  const size_t runs = flags & rich_flag ? u16() : 0, phonetic = flags & phonetic_flag ? u32() : 0;
  bool wide = flags & wide_flag;
  std::string utf16;
  while (length > 0 && !done()) {
    const size_t part = part_, left = parts_[part_].size() - at_;
    const size_t take = std::min(length, wide ? std::max<size_t>(left / 2, 1) : left);
    for (size_t i = 0; i < take; ++i) {
      utf16 += static_cast<char>(u8());
      utf16 += wide ? static_cast<char>(u8()) : '\0';
    }
    length -= take;
    if (length > 0 && part_ != part && !done()) wide = u8() & wide_flag;
  }
  skip(4 * runs + phonetic);
  return utf16le_as_utf8(utf16);
}

}  // namespace muster
