// Binary form of every schema type: the workers' wire format and the cache's. A type lists its members once in
//   template <class Visitor> void fields(Visitor& v) { v(a, b, c); }
// and this header writes and reads them. Little-endian, length-prefixed; a reader never trusts a length (ParseError).
// The form has no version of its own: whoever stores it keys it by `schema_version`.
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace muster {

// Raise it whenever a field of any schema type is added, removed or changes its meaning.
inline constexpr int schema_version = 6;

struct ParseError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Writer {
 public:
  std::string take() { return std::move(out_); }

  template <class... T>
  void operator()(T&... members) { (write(members), ...); }

 private:
  template <class T>
  void write(T& value) {
    if constexpr (std::is_enum_v<T>) number(static_cast<int64_t>(value));
    else if constexpr (std::is_arithmetic_v<T>) number(value);
    else value.fields(*this);
  }
  void write(std::string& s) {
    number(static_cast<uint64_t>(s.size()));
    out_.append(s);
  }
  template <class A, class B>
  void write(std::pair<A, B>& p) { (*this)(p.first, p.second); }
  template <class T>
  void write(std::vector<T>& items) {
    number(static_cast<uint64_t>(items.size()));
    for (T& item : items) write(item);
  }
  template <class T>
  void number(T value) {
    static_assert(std::endian::native == std::endian::little, "add byte swapping for big-endian machines");
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    out_.append(bytes, sizeof(T));
  }

  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : left_(bytes) {}
  bool at_end() const { return left_.empty(); }

  template <class... T>
  void operator()(T&... members) { (read(members), ...); }

 private:
  template <class T>
  void read(T& value) {
    if constexpr (std::is_enum_v<T>) {
      int64_t n = 0;
      number(n);
      value = static_cast<T>(n);
    } else if constexpr (std::is_arithmetic_v<T>) {
      number(value);
    } else {
      value.fields(*this);
    }
  }
  void read(std::string& s) {
    const uint64_t size = length();
    s.assign(left_.substr(0, size));
    left_.remove_prefix(size);
  }
  template <class A, class B>
  void read(std::pair<A, B>& p) { (*this)(p.first, p.second); }
  template <class T>
  void read(std::vector<T>& items) {
    const uint64_t count = length();  // every item takes at least one byte, so a count beyond what is left is a lie
    items.clear();
    for (uint64_t i = 0; i < count; ++i) read(items.emplace_back());
  }
  uint64_t length() {
    uint64_t n = 0;
    number(n);
    if (n > left_.size()) throw ParseError("serialised data are cut short or damaged");
    return n;
  }
  template <class T>
  void number(T& value) {
    if (left_.size() < sizeof(T)) throw ParseError("serialised data are cut short or damaged");
    std::memcpy(&value, left_.data(), sizeof(T));
    left_.remove_prefix(sizeof(T));
  }

  std::string_view left_;
};

// `value` as bytes. (Taken by non-const reference only because fields() serves both directions.)
template <class T>
std::string serialise(const T& value) {
  Writer w;
  w(const_cast<T&>(value));
  return w.take();
}

// Throws ParseError when the bytes are not exactly one T.
template <class T>
T deserialise(std::string_view bytes) {
  Reader r(bytes);
  T value{};
  r(value);
  if (!r.at_end()) throw ParseError("serialised data have a tail");
  return value;
}

}  // namespace muster
