// Any bytes: no crash, matches in order and within the text, values of digits only.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "normalizers/quantity.h"

namespace {

bool decimal(const std::string& value) { return value.find_first_not_of("0123456789.") == std::string::npos; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  size_t last = 0;
  for (const muster::QuantityMatch& m : muster::find_quantities(text)) {
    const muster::Quantity& q = m.quantity;
    if (m.begin < last || m.end <= m.begin || m.end > size || !decimal(q.value) || !decimal(q.value_upper)) std::abort();
    if (q.value.empty() && q.value_upper.empty()) std::abort();
    last = m.end;
  }
  muster::whole_quantity(text);
  muster::stated_zero(text);
  return 0;
}
