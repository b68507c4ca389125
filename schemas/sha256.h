// SHA-256 of bytes that come piece by piece. (Of bytes at hand: sha256_hex in schemas/identity.h.)
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace muster {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  void add(std::string_view bytes);
  std::string hex();  // 64 lower-case hex digits; once, at the end

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace muster
