// Records of an Excel 97-2003 stream ([MS-XLS] 2.1.4), and the strings in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

struct XlsRecord {
  uint16_t type = 0;
  std::string_view bytes;
  std::vector<std::string_view> continued;  // what CONTINUE records add to it
};

// Record after record from `begin`; empty type 0 records at the end.
class XlsRecords {
 public:
  XlsRecords(std::string_view stream, size_t begin) : stream_(stream), at_(begin) {}
  bool next(XlsRecord& record);

 private:
  std::string_view stream_;
  size_t at_;
};

// Reads over the seams between a record and its continuations.
class XlsCursor {
 public:
  explicit XlsCursor(const XlsRecord& record);

  bool done() const { return part_ >= parts_.size(); }
  uint8_t u8();
  uint16_t u16();
  uint32_t u32();
  void skip(size_t bytes);
  // A string with its flags (Excel 97 and later), `length` characters; letters that go on in another part have flags of their own.
  std::string flagged_string(size_t length);

 private:
  void settle();

  std::vector<std::string_view> parts_;
  size_t part_ = 0, at_ = 0;
};

}  // namespace muster
