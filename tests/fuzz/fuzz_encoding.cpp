// Bytes -> kind, UTF-8, clean text. Whatever comes in, what goes out is UTF-8 and stays as it is when cleaned again.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "extractors/read/clean_text.h"
#include "extractors/read/decode_text.h"
#include "extractors/read/sniff.h"

using namespace muster;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string declared[] = {"", "utf-8", "iso-8859-1", "utf-16", "shift_jis", "windows-1251", "no such encoding", "utf-7"};
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  sniff(bytes);
  const std::string label = size ? declared[data[0] % std::size(declared)] : "";
  const DecodedText text = decode_text(bytes, label.empty() ? declared_markup_encoding(bytes) : label);
  if (decode_text(text.utf8, "utf-8").stray_bytes != 0) std::abort();
  const std::string clean = clean_text(text.utf8);
  if (decode_text(clean, "utf-8").stray_bytes != 0) std::abort();
  if (clean_text(clean) != clean) std::abort();
  return 0;
}
