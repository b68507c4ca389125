// DOC, XLS and Outlook messages: compound files, and streams without one ("D" or "X" in front of a Word or Excel stream).
#include <cstdint>
#include <string>

#include "extractors/mail/mail_message.h"
#include "extractors/office/read_doc.h"
#include "extractors/office/read_xls.h"
#include "tests/hand_made_compound_file.h"

using namespace muster;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("X")) bytes = testing::compound_of({{"Workbook", bytes.substr(1)}});
  else if (bytes.starts_with("D")) bytes = testing::compound_of({{"WordDocument", bytes.substr(1, bytes.size() / 2)}, {"0Table", bytes.substr(bytes.size() / 2)}});
  Diagnostics diagnostics;
  read_doc({.bytes = bytes}, {}, diagnostics);
  read_xls({.bytes = bytes}, {}, diagnostics);
  parse_outlook_message(bytes);
  return 0;
}
