// Any bytes: no crash, matches in order and within the text.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "normalizers/period.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  size_t last = 0;
  for (const muster::PeriodMatch& m : muster::find_periods(text)) {
    if (m.begin < last || m.end <= m.begin || m.end > size || m.period.iso.empty()) std::abort();
    last = m.end;
  }
  muster::whole_period(text);
  return 0;
}
